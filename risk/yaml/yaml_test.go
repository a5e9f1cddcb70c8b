//nolint:dupword // a table says a word twice
package yaml_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/yaml"
)

func source(t testing.TB, name string) string {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	return strings.ReplaceAll(string(src), "\r\n", "\n")
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		file, ref string
		levels    string
		in        risk.Inputs
		want      risk.Rating
	}{
		{
			file: "hospital-4x6.yaml", ref: "hospital/clinical@2", levels: "tolerable undesirable intolerable",
			in:   risk.Inputs{"likelihood": "once in a career", "consequence": "E"},
			want: risk.Rating{Likelihood: "2", Consequence: "E", Level: "intolerable"},
		},
		{
			file: "plant-3x10.yaml", ref: "plant/control-systems@2026-01", levels: "i ii iii iv",
			in:   risk.Inputs{"band": "7", "stop": "010"},
			want: risk.Rating{Likelihood: "7", Consequence: "010", Level: "iv"},
		},
		{
			file: "plant-3x10.yaml", ref: "plant/control-systems@2026-01", levels: "i ii iii iv",
			in:   risk.Inputs{"band": "9", "stop": "no"},
			want: risk.Rating{Likelihood: "9", Consequence: "no", Level: "ii"},
		},
		{
			file: "generic-three.yaml", ref: "acme/three@1", levels: "1 2 3 4 5",
			in:   risk.Inputs{"value": "medium", "threat": "often", "weakness": "inviting"},
			want: risk.Rating{Level: "4"},
		},
	} {
		t.Run(c.file, func(t *testing.T) {
			m, err := yaml.Decode(c.file, []byte(source(t, c.file)))
			require.NoError(t, err)
			require.Empty(t, m.Problems())
			require.Empty(t, m.Advice())
			require.Equal(t, c.ref, m.Ref().String())
			var ids []string
			for _, l := range m.Levels {
				ids = append(ids, l.ID)
			}
			require.Equal(t, c.levels, strings.Join(ids, " "))
			got, err := m.Rate(c.in)
			require.NoError(t, err)
			c.want.Method = m.Ref()
			require.Equal(t, c.want, got)
		})
	}
}

// TestSizes holds the shapes that the files are there for.
func TestSizes(t *testing.T) {
	for file, want := range map[string][]int{
		"hospital-4x6.yaml": {4, 6}, "plant-3x10.yaml": {10, 3}, "generic-three.yaml": {3, 2, 3},
	} {
		m, err := yaml.Decode(file, []byte(source(t, file)))
		require.NoError(t, err)
		var got []int
		for _, f := range m.Factors {
			got = append(got, len(f.Scale.Levels))
		}
		require.Equal(t, want, got)
		_, ok := m.Matrix()
		require.Equal(t, len(want) == 2, ok)
	}
}

// TestEveryCell changes each cell of each file, one at a time: the one problem
// that results stands where the cell stands.
func TestEveryCell(t *testing.T) {
	for _, file := range []string{"hospital-4x6.yaml", "plant-3x10.yaml", "generic-three.yaml"} {
		lines := strings.Split(source(t, file), "\n")
		for n, line := range lines {
			body, ok := strings.CutPrefix(line, "  - [")
			if !ok {
				continue
			}
			column := len("  - [")
			for i, cell := range strings.Split(strings.TrimSuffix(body, "]"), ",") {
				word := strings.TrimSpace(cell)
				at := column + strings.Index(cell, word)
				column += len(cell) + 1
				changed := strings.Split(source(t, file), "\n")
				changed[n] = line[:at] + "nonesuch" + line[at+len(word):]
				_, err := yaml.Decode(file, []byte(strings.Join(changed, "\n")))
				ps, ok := errors.AsType[yaml.Problems](err)
				require.True(t, ok)
				require.Len(t, ps, 1, "%s:%d word %d", file, n+1, i)
				require.Equal(t, [2]int{n + 1, at + 1}, [2]int{ps[0].Line, ps[0].Column})
				require.Equal(t, "nonesuch", ps[0].Found)
				require.Contains(t, ps[0].String(), fmt.Sprintf("%s:%d:%d: /table/", file, n+1, at+1))
			}
		}
	}
}

// TestBad reads files that are broken by one change, or several, to a good one.
func TestBad(t *testing.T) {
	good := source(t, "hospital-4x6.yaml")
	var text strings.Builder
	for _, c := range []struct {
		name    string
		changes []string // old, new, old, new …
		codes   []string
	}{
		{"cell", []string{"tolerable, undesirable, undesirable, intolerable", "tolerable, undesirable, undesirabel, intolerable"}, []string{"RM025"}},
		{"short row", []string{"[1,          tolerable, ", "[1,          "}, []string{"RM023"}},
		{"row twice", []string{"- [2,  ", "- [3,  "}, []string{"RM021"}},
		{"row missing", []string{"  - [2,          tolerable, tolerable,   undesirable, undesirable, intolerable, intolerable]\n", ""}, []string{"RM022"}},
		{"level missing", []string{"        - {id: C, label: delay of treatment}\n", ""}, []string{"RM017"}},
		{"label twice", []string{"label: death", "label: lasting harm"}, []string{"RM012"}},
		{"bounds", []string{"min: 0.01, max: 0.1", "min: 0.01, max: 0.001"}, []string{"RM013"}},
		{"no version", []string{"version: \"2\"\n", ""}, []string{"RM001"}},
		{"role", []string{"role: consequence", "role: consequenc"}, []string{"D025"}},
		{"member", []string{"title: How often", "titel: How often"}, []string{"D022"}},
		{"bound in words", []string{"max: 0.01}", "max: small}"}, []string{"D021"}},
		{"table of text", []string{"- [4,          tolerable, undesirable, intolerable, intolerable, intolerable, intolerable]", "- 4"}, []string{"D021"}},
		{"three places", []string{
			"id: hospital/clinical", "id: hospital clinical",
			"{id: F, label: death}", "{id: G, label: death}",
			"[1,          tolerable, tolerable,", "[1,          tolerable, Tolerable,",
		}, []string{"RM001", "RM017", "RM025"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := good
			for i := 0; i < len(c.changes); i += 2 {
				require.Equal(t, 1, strings.Count(src, c.changes[i]), c.changes[i])
				src = strings.Replace(src, c.changes[i], c.changes[i+1], 1)
			}
			m, err := yaml.Decode("bad.yaml", []byte(src))
			require.Zero(t, m)
			ps, ok := errors.AsType[yaml.Problems](err)
			require.True(t, ok)
			var codes []string
			for _, p := range ps {
				codes = append(codes, p.Code)
			}
			require.Equal(t, c.codes, codes, err)
			fmt.Fprintf(&text, "%s\n\t%s\n", c.name, strings.ReplaceAll(err.Error(), "\n", "\n\t"))

			_, crlf := yaml.Decode("bad.yaml", []byte(strings.ReplaceAll(src, "\n", "\r\n")))
			require.Equal(t, err, crlf, "line ends do not matter")
		})
	}
	golden.Equal(t, "bad.txt", text.String())
}

func TestDecodeNothing(t *testing.T) {
	for name, src := range map[string]string{
		"empty": "", "a comment": "# nothing\n", "a word": "method\n", "a list": "- id: a\n", "broken": "id: [a\n", "two": "id: a\n---\nid: b\n",
	} {
		t.Run(name, func(t *testing.T) {
			m, err := yaml.Decode("x.yaml", []byte(src))
			require.Zero(t, m)
			ps, ok := errors.AsType[yaml.Problems](err)
			require.True(t, ok)
			require.NotEmpty(t, ps)
			require.True(t, strings.HasPrefix(err.Error(), "x.yaml:"), err)
		})
	}
}

func ExampleDecode() {
	_, err := yaml.Decode("office.yaml", []byte(`
id: acme/office
version: "1"
factors:
  - {id: likelihood, role: likelihood, scale: {levels: [{id: rare}, {id: likely}]}}
  - {id: harm, role: consequence, scale: {levels: [{id: minor}, {id: major}]}}
levels: [{id: green}, {id: red}]
table:
  - [likelihood, minor, major]
  - [rare,       green, rad  ]
  - [likely,     green, red  ]
`))
	fmt.Println(err)
	// Output:
	// office.yaml:10:25: /table/1/2: cell of rare, major is not a level of risk: got "rad", want one of green, red (RM025); did you mean "red"?
}

// FuzzDecode holds that nothing panics, that a method without error has no
// problems, and that it is the same method in JSON.
func FuzzDecode(f *testing.F) {
	for _, file := range []string{"hospital-4x6.yaml", "plant-3x10.yaml", "generic-three.yaml"} {
		f.Add([]byte(source(f, file)))
	}
	for _, src := range []string{
		"id: [a", "id: a\nversion: 1\nfactors: [{id: h, scale: {levels: [{id: x}]}}]\nlevels: [{id: l}]\ntable: [[x], [l]]\n",
		`{"id":"a","version":"1","factors":[{"id":"h","role":"likelihood"}],"levels":[{"id":"l","min":1}]}`,
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := yaml.Decode("x.yaml", src)
		if err != nil {
			require.Zero(t, m)
			require.NotEmpty(t, err.Error())
			return
		}
		require.Empty(t, m.Problems())
		text, err := json.Marshal(m)
		require.NoError(t, err)
		again, err := yaml.Decode("x.json", text) // JSON is YAML
		require.NoError(t, err)
		require.Equal(t, m, again)
	})
}

// TestSchemaMember: editors find the schema by a member that says nothing about
// the method.
func TestSchemaMember(t *testing.T) {
	src := `{"$schema": "method.schema.json", "id": "a", "version": "1", "levels": [{"id": "x"}],
		"factors": [{"id": "f", "scale": {"levels": [{"id": "l", "value": 1}]}}], "formula": "sum"}`
	m, err := yaml.Decode("method.json", []byte(src))
	require.NoError(t, err)
	require.Equal(t, risk.Sum, m.Formula)
	require.InDelta(t, 1, *m.Factors[0].Scale.Levels[0].Value, 0)
	_, err = yaml.Decode("method.json", []byte(strings.Replace(src, `"sum"`, `"smu"`, 1)))
	require.EqualError(t, err, `method.json:2:88: /formula: formula: got "smu", want one of sum, product, mean, maximum, minimum, quotient, first (D025); did you mean "sum"?`)
}
