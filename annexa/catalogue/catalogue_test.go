package catalogue_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/catalogue"
)

const small = `{
  "set": "acme:1",
  "title": "Acme baseline",
  "groups": [
    {
      "id": "access",
      "title": "Access"
    }
  ],
  "controls": [
    {
      "id": "X-1",
      "title": "Sign-in with keys",
      "group": "access",
      "text": "Everybody signs in with a hardware key."
    }
  ]
}
`

func TestDecode(t *testing.T) {
	c, err := catalogue.Decode("acme.json", []byte(small))
	require.NoError(t, err)
	require.Equal(t, annexa.Catalogue{
		Set: "acme:1", Title: "Acme baseline", Groups: []annexa.Group{{ID: "access", Title: "Access"}},
		Controls: []annexa.CatalogueControl{{ID: "X-1", Title: "Sign-in with keys", Group: "access", Text: "Everybody signs in with a hardware key."}},
	}, c)
	var b bytes.Buffer
	require.NoError(t, catalogue.Encode(&b, c))
	require.Equal(t, small, b.String(), "the form is canonical") //nolint:testifylint // the bytes count, not what they mean
}

func TestDecodeProblems(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"the form", `"set": "acme:1"`, `"set": 1`, `x:2:10: /set: got the number 1, want a text (D021)`},
		{"a member too many", `"title": "Access"`, `"title": "Access", "Id": "a"`, `x:7:26: /groups/0/Id:`},
		{"the set", `"group": "access"`, `"group": "acces"`, `x:14:16: /controls/0/group: the control stands under no group of the set: got "acces", want the id of one of its groups (CA007); did you mean "access"?`},
		{"a number for an id", `"id": "X-1"`, `"id": 5.10`, `x:12:13: /controls/0/id: got the number 5.10, want a text`},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, small, c.old)
			got, err := catalogue.Decode("x", []byte(strings.Replace(small, c.old, c.new, 1)))
			require.Zero(t, got)
			ps, ok := errors.AsType[catalogue.Problems](err)
			require.True(t, ok)
			require.Len(t, ps, 1)
			require.Contains(t, err.Error(), c.want)
		})
	}
}

func TestEncodeFails(t *testing.T) {
	require.EqualError(t, catalogue.Encode(failing{}, annexa.Catalogue{}), "full")
	err := catalogue.Encode(&bytes.Buffer{}, annexa.Catalogue{Title: "\xff"})
	require.Error(t, err)
	require.True(t, strings.HasPrefix(err.Error(), "catalogue: encode: "), err)
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }

func ExampleDecode() {
	_, err := catalogue.Decode("acme.json", []byte(`{
  "set": "acme",
  "title": "Acme baseline",
  "controls": [{"id": "X 1", "title": "Sign-in with keys"}]
}`))
	ps, _ := errors.AsType[catalogue.Problems](err)
	for _, p := range ps {
		fmt.Println(p.Line, p.Code, p.Path)
	}
	// Output:
	// 2 CA001 /set
	// 4 CA005 /controls/0/id
}

func ExampleEncode() {
	err := catalogue.Encode(os.Stdout, annexa.Catalogue{
		Set: "acme:1", Title: "Acme baseline", Controls: []annexa.CatalogueControl{{ID: "X-1", Title: "Sign-in with keys"}},
	})
	if err != nil {
		panic(err)
	}
	// Output:
	// {
	//   "set": "acme:1",
	//   "title": "Acme baseline",
	//   "controls": [
	//     {
	//       "id": "X-1",
	//       "title": "Sign-in with keys"
	//     }
	//   ]
	// }
}

func BenchmarkDecode(b *testing.B) {
	c := annexa.Catalogue{Set: "acme:1", Title: "Acme baseline"}
	for i := range 1000 {
		c.Controls = append(c.Controls, annexa.CatalogueControl{ID: fmt.Sprintf("X-%d", i), Title: fmt.Sprintf("The control %d", i)})
	}
	var src bytes.Buffer
	require.NoError(b, catalogue.Encode(&src, c))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = catalogue.Decode("acme.json", src.Bytes())
	}
}
