package doc_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
)

type (
	figure interface{ area() float64 }
	square struct {
		Side length `json:"side,omitzero"`
	}
	circle struct {
		Radius length `json:"radius,omitzero"`
		In     figure `json:"in,omitzero"`
	}
	blob struct{}

	// length is written as a number of meters, as a text or as an object.
	length struct {
		n    float64
		unit string
	}
	inches struct {
		Inches float64 `json:"inches"`
	}
	feet string

	drawing struct {
		Title   string   `json:"title,omitzero"`
		Figure  figure   `json:"figure,omitzero"`
		Figures []figure `json:"figures,omitzero"`
	}
)

func (s square) area() float64 { return s.Side.n }
func (c circle) area() float64 { return c.Radius.n }
func (blob) area() float64     { return 0 }

func shapes() *doc.Forms {
	return doc.FormsOf(
		doc.OneOf[figure](doc.Named[square]("square"), doc.Named[circle]("circle")),
		doc.As(func(m float64) length { return length{m, ""} }, func(l length) (float64, bool) { return l.n, l.unit == "" }),
		doc.As(func(f feet) length {
			n, _ := strconv.ParseFloat(strings.TrimSuffix(string(f), " ft"), 64)
			return length{n, "ft"}
		}, func(l length) (feet, bool) { return feet(fmt.Sprint(l.n, " ft")), l.unit == "ft" }),
		doc.As(func(i inches) length { return length{i.Inches, "in"} }, func(l length) (inches, bool) { return inches{l.n}, l.unit == "in" }),
	)
}

func TestForms(t *testing.T) {
	want := drawing{Title: "a", Figure: square{Side: length{2, ""}}, Figures: []figure{
		circle{Radius: length{3, "ft"}, In: square{Side: length{4, "in"}}}, square{},
	}}
	const text = `{"title":"a","figure":{"square":{"side":2}},"figures":[{"circle":{"radius":"3 ft","in":{"square":{"side":{"inches":4}}}}},{"square":{}}]}`
	var got drawing
	require.Empty(t, doc.Decode(parse(t, text), &got, doc.Options{Forms: shapes()}))
	require.Equal(t, want, got)
	root, err := doc.EncodeAs(want, shapes())
	require.NoError(t, err)
	require.Equal(t, text, string(doc.AppendCompact(nil, root))) //nolint:testifylint // the order matters
	var b bytes.Buffer
	require.NoError(t, doc.WriteJSON(&b, root))
	require.Contains(t, b.String(), `"radius": "3 ft"`)
}

func TestFormFaults(t *testing.T) {
	for text, want := range map[string]string{
		`{"figure": {"squar": {}}}`:                      `/figure/squar D022 1:13 unknown member "squar", want one of square, circle; did you mean "square"?`,
		`{"figure": {}}`:                                 `/figure D021 1:12 got an object with 0 members, want an object with one of square, circle, want an object with one of square, circle; `,
		`{"figure": {"square": {}, "circle": {}}}`:       `/figure D021 1:12 got an object with 2 members, want an object with one of square, circle, want an object with one of square, circle; `,
		`{"figure": "square"}`:                           `/figure D021 1:12 got the text "square", want an object with one of square, circle, want an object with one of square, circle; `,
		`{"figure": null}`:                               `/figure D020 1:12 got null, want an object with one of square, circle, want an object with one of square, circle; write the value or leave the member out`,
		`{"figure": {"square": {"side": [1]}}}`:          `/figure/square/side D021 1:32 got a list, want a number, a text or an object, want a number, a text or an object; `,
		`{"figure": {"square": {"side": true}}}`:         `/figure/square/side D021 1:32 got true, want a number, a text or an object, want a number, a text or an object; put it in double quotes: "true"`,
		`{"figure": {"square": {"side": {"inche": 1}}}}`: `/figure/square/side/inche D022 1:33 unknown member "inche", want one of inches; did you mean "inches"?`,
		`{"figures": [{"circle": {"side": 1}}]}`:         `/figures/0/circle/side D022 1:26 unknown member "side", want one of radius, in; `,
	} {
		var got drawing
		faults := doc.Decode(parse(t, text), &got, doc.Options{Forms: shapes()})
		require.Len(t, faults, 1, text)
		f := faults[0]
		require.Equal(t, want, fmt.Sprintf("%s %s %d:%d %s, want %s; %s", f.Path, f.Code, f.Line, f.Column, f.Message, f.Expected, f.Hint))
	}
}

func TestFormsThatCannotBeWritten(t *testing.T) {
	for want, v := range map[string]drawing{
		"doc: encode: /figure: got a doc_test.blob, want one of square, circle":                  {Figure: blob{}},
		"doc: encode: /figures/0: got no doc_test.figure, want one of square, circle":            {Figures: []figure{nil}},
		"doc: encode: /figure/square/side: got a doc_test.length that no form of it will do for": {Figure: square{Side: length{1, "mi"}}},
	} {
		_, err := doc.EncodeAs(v, shapes())
		require.EqualError(t, err, want)
	}
}
