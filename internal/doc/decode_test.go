package doc_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
)

// kinds has a member of each kind that the decoder knows.
type kinds struct {
	ID      string                     `json:"id" doc:"required"`
	Text    string                     `json:"text"`
	Named   doctest.RiskID             `json:"named"`
	Bool    bool                       `json:"bool"`
	Int     int                        `json:"int"`
	Int8    int8                       `json:"int8"`
	Uint    uint16                     `json:"uint"`
	Float   float64                    `json:"float"`
	Float32 float32                    `json:"float32"`
	Stage   doctest.Stage              `json:"stage"`
	Date    doctest.Date               `json:"date"`
	Time    time.Time                  `json:"time"`
	Raw     json.RawMessage            `json:"raw"`
	List    []string                   `json:"list"`
	Records []inner                    `json:"records"`
	Record  inner                      `json:"record"`
	Pointer *int                       `json:"pointer"`
	Nested  *inner                     `json:"nested"`
	Texts   map[string]string          `json:"texts"`
	Counts  map[doctest.RiskID]int     `json:"counts"`
	Stages  map[doctest.Stage]inner    `json:"stages"`
	X       map[string]json.RawMessage `json:"x"`
	Skipped string                     `json:"-"`
	Plain   string                     // named as in Go
	embedded
	hidden string
}

type inner struct {
	A string `json:"a,omitzero" doc:"required"`
	B int    `json:"b,omitzero"`
}

type embedded struct {
	Promoted string `json:"promoted"`
}

func parse(tb testing.TB, src string) *doc.Node {
	tb.Helper()
	root, faults := doc.ParseJSON([]byte(src))
	require.Empty(tb, faults)
	return root
}

func TestDecode(t *testing.T) {
	five := 5
	var got kinds
	got.hidden = "kept"
	faults := doc.Decode(parse(t, `{
		"id": "1", "text": "t", "named": "R-1", "bool": true, "int": -7, "int8": -128, "uint": 65535, "float": 1.5e3,
		"float32": 0.25, "stage": "current", "date": "2026-11-21", "time": "2026-11-21T10:00:00Z",
		"raw": {"b": [1.10, null, "\u00e9<"], "a": {}}, "list": ["x", ""], "records": [{"a": "1"}, {"b": 2, "a": "2"}],
		"record": {"a": "3"}, "pointer": 5, "nested": {"a": "4"}, "texts": {"k": "v"}, "counts": {"R-1": 1},
		"stages": {"inherent": {"a": "5"}}, "x": {"acme/a": null, "acme/b": 1e400}, "Plain": "p", "promoted": "q"
	}`), &got, doc.Options{})
	require.Empty(t, doctest.Page(faults))
	require.Equal(t, kinds{
		ID: "1", Text: "t", Named: "R-1", Bool: true, Int: -7, Int8: -128, Uint: 65535, Float: 1500, Float32: .25,
		Stage: doctest.Current, Date: doctest.Date{Year: 2026, Month: 11, Day: 21}, Time: time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC),
		Raw: json.RawMessage(`{"b":[1.10,null,"é<"],"a":{}}`), List: []string{"x", ""}, Records: []inner{{"1", 0}, {"2", 2}},
		Record: inner{A: "3"}, Pointer: &five, Nested: &inner{A: "4"}, Texts: map[string]string{"k": "v"},
		Counts: map[doctest.RiskID]int{"R-1": 1}, Stages: map[doctest.Stage]inner{doctest.Inherent: {A: "5"}},
		X:     map[string]json.RawMessage{"acme/a": json.RawMessage("null"), "acme/b": json.RawMessage("1e400")},
		Plain: "p", embedded: embedded{"q"}, hidden: "kept",
	}, got)
}

func TestDecodeFaults(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"no object", `[]`, `1:1 D021 "": got a list, want an object`},
		{"null document", `null`, `1:1 D020 "": got null, want an object (write the value or leave the member out)`},
		{"missing", `{}`, `1:1 D023 "/id": member "id" is missing`},
		{
			"missing in a list", `{"id":"","records":[{"b":1}]}`,
			`1:21 D023 "/records/0/a": member "a" is missing`,
		},
		{"number for text", `{"id": 5.10}`, `1:8 D021 "/id": got the number 5.10, want a text (put it in double quotes: "5.10")`},
		{"bool for text", `{"id": true}`, `1:8 D021 "/id": got true, want a text (put it in double quotes: "true")`},
		{"null for text", `{"id": null}`, `1:8 D020 "/id": got null, want a text (write the value or leave the member out)`},
		{"object for text", `{"id": {}}`, `1:8 D021 "/id": got an object, want a text`},
		{"list for text", `{"id": ["a"]}`, `1:8 D021 "/id": got a list, want a text`},
		{"text for bool", `{"id":"","bool":"true"}`, `1:17 D021 "/bool": got the text "true", want true or false (remove the quotes)`},
		{"yes for bool", `{"id":"","bool":"yes"}`, `1:17 D021 "/bool": got the text "yes", want true or false (write true or false)`},
		{"text for int", `{"id":"","int":"5"}`, `1:16 D021 "/int": got the text "5", want a whole number (remove the quotes)`},
		{"words for int", `{"id":"","int":"five"}`, `1:16 D021 "/int": got the text "five", want a whole number`},
		{"fraction", `{"id":"","int":1.5}`, `1:16 D021 "/int": got the number 1.5, want a whole number`},
		{"exponent", `{"id":"","uint":1e2}`, `1:17 D021 "/uint": got the number 1e2, want a whole number`},
		{"below int8", `{"id":"","int8":-129}`, `1:17 D024 "/int8": got the number -129, want a whole number from -128 to 127`},
		{"above int", `{"id":"","int":9223372036854775808}`, `1:16 D024 "/int": got the number 9223372036854775808, want a whole number from -9223372036854775808 to 9223372036854775807`},
		{"below uint", `{"id":"","uint":-1}`, `1:17 D024 "/uint": got the number -1, want a whole number from 0 to 65535`},
		{"above float", `{"id":"","float":1e400}`, `1:18 D024 "/float": got the number 1e400, want a number whose size is at most 1.798e+308`},
		{"above float32", `{"id":"","float32":1e39}`, `1:20 D024 "/float32": got the number 1e39, want a number whose size is at most 3.403e+38`},
		{
			"unknown word", `{"id":"","stage":"curreent"}`,
			`1:18 D025 "/stage": stage: got "curreent", want one of inherent, current, residual (did you mean "current"?)`,
		},
		{"no date", `{"id":"","date":"21.11.2026"}`, `1:17 D025 "/date": date: got "21.11.2026", want a day as in 2026-11-21`},
		{"number for a word", `{"id":"","date":2026}`, `1:17 D021 "/date": got the number 2026, want a text (put it in double quotes: "2026")`},
		{"foreign error", `{"id":"","time":"x"}`, `1:17 D025 "/time": parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"`},
		{"one for a list", `{"id":"","list":"a"}`, `1:17 D021 "/list": got the text "a", want a list (a list of one is a list too: [a])`},
		{"object for a list", `{"id":"","list":{}}`, `1:17 D021 "/list": got an object, want a list`},
		{"null element", `{"id":"","list":["a",null]}`, `1:22 D020 "/list/1": got null, want a text (write the value or remove the element)`},
		{"null pointer", `{"id":"","pointer":null}`, `1:20 D020 "/pointer": got null, want a whole number (write the value or leave the member out)`},
		{"text for a pointer", `{"id":"","pointer":"x"}`, `1:20 D021 "/pointer": got the text "x", want a whole number`},
		{"null in a map", `{"id":"","texts":{"a":null}}`, `1:23 D020 "/texts/a": got null, want a text (write the value or leave the member out)`},
		{"number in a map", `{"id":"","texts":{"a":"b","c":1}}`, `1:31 D021 "/texts/c": got the number 1, want a text (put it in double quotes: "1")`},
		{"list for a map", `{"id":"","texts":[]}`, `1:18 D021 "/texts": got a list, want an object`},
		{"list for an extension", `{"id":"","x":[]}`, `1:14 D021 "/x": got a list, want an object`},
		{
			"key of a map", `{"id":"","stages":{"inherent":{"a":""},"none":{"a":""}}}`,
			`1:40 D025 "/stages/none": stage: got "none", want one of inherent, current, residual`,
		},
		{"case", `{"ID":"","id":""}`, `1:2 D022 "/ID": unknown member "ID" (names are case-sensitive: write "id")`},
		{"slip", `{"id":"","recrods":[]}`, `1:10 D022 "/recrods": unknown member "recrods" (did you mean "records"?)`},
		{"unknown", `{"id":"","something/else~":1}`, `1:10 D022 "/something~1else~0": unknown member "something/else~"`},
		{"skipped", `{"id":"","-":1,"Skipped":1,"hidden":1}`, `1:10 D022 "/-": unknown member "-"` + "\n" +
			`1:16 D022 "/Skipped": unknown member "Skipped"` + "\n" + `1:28 D022 "/hidden": unknown member "hidden"`},
		{
			"all, in order", `{"bool":1,"zz":1,"records":[{"b":"x","c":1},null,"s"],"int":true}`,
			`1:1 D023 "/id": member "id" is missing` + "\n" +
				`1:9 D021 "/bool": got the number 1, want true or false` + "\n" +
				`1:11 D022 "/zz": unknown member "zz"` + "\n" +
				`1:29 D023 "/records/0/a": member "a" is missing` + "\n" +
				`1:34 D021 "/records/0/b": got the text "x", want a whole number` + "\n" +
				`1:38 D022 "/records/0/c": unknown member "c"` + "\n" +
				`1:45 D020 "/records/1": got null, want an object (write the value or remove the element)` + "\n" +
				`1:50 D021 "/records/2": got the text "s", want an object` + "\n" +
				`1:61 D021 "/int": got true, want a whole number`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var v kinds
			require.Equal(t, c.want+"\n", doctest.Page(doc.Decode(parse(t, c.src), &v, doc.Options{})))
		})
	}
}

// ref is a key with two spellings.
type ref string

func (r *ref) UnmarshalText(text []byte) error {
	*r = ref(text)
	if (*r)[0] != 'A' {
		*r = "A." + *r
	}
	return nil
}

func TestDecodeOneKeySpelledTwice(t *testing.T) {
	var v map[ref]int
	faults := doc.Decode(parse(t, `{"A.5.1": 1, "5.1": 2}`), &v, doc.Options{})
	require.Equal(t, `1:14 D006 "/5.1": "5.1" means the same as a member before it (keep one of the two)`+"\n", doctest.Page(faults))
}

func TestDecodeKeepsUnknown(t *testing.T) {
	type leaf struct {
		Name string `json:"name"`
	}
	type record struct {
		Name string                     `json:"name"`
		Leaf leaf                       `json:"leaf"`
		X    map[string]json.RawMessage `json:"x,omitzero"`
	}
	src := `{"new": {"a": [1.0, null]}, "name": "n", "x": {"acme/t": 1}, "newer": "é"}`
	var first record
	require.Empty(t, doc.Decode(parse(t, src), &first, doc.Options{KeepUnknown: true}))
	require.Equal(t, record{Name: "n", X: map[string]json.RawMessage{
		"acme/t": json.RawMessage("1"), "unknown/new": json.RawMessage(`{"a":[1.0,null]}`), "unknown/newer": json.RawMessage(`"é"`),
	}}, first)

	tree, err := doc.Encode(first)
	require.NoError(t, err)
	var again record
	require.Empty(t, doc.Decode(tree, &again, doc.Options{}))
	require.Equal(t, first, again)

	var v record
	require.Equal(t, `1:10 D022 "/leaf/new": unknown member "new"`+"\n",
		doctest.Page(doc.Decode(parse(t, `{"leaf":{"new":1}}`), &v, doc.Options{KeepUnknown: true})))
	require.Equal(t, `1:2 D026 "/new": unknown member "new" is kept already, as "unknown/new" (remove one of the two)`+"\n",
		doctest.Page(doc.Decode(parse(t, `{"new":1,"x":{"unknown/new":2}}`), &v, doc.Options{KeepUnknown: true})))
}

func TestDecodeCollectsSoMany(t *testing.T) {
	var v []int
	list := parse(t, `["a","b",1,"c","d"]`)
	require.Equal(t, `1:2 D021 "/0": got the text "a", want a whole number
1:6 D021 "/1": got the text "b", want a whole number
1:12 D099 "/3": there are more faults from here on (correct these first, then read the document again)
`, doctest.Page(doc.Decode(list, &v, doc.Options{MaxFaults: 2})))
	require.Len(t, doc.Decode(list, &v, doc.Options{MaxFaults: 4}), 4)
}

func TestDecodeRefusesTargets(t *testing.T) {
	one := parse(t, `{"a":1}`)
	type twins struct {
		A int
		B int `json:"A"` //nolint:tagliatelle // the name that A has without a tag
	}
	var nothing *int
	for name, into := range map[string]any{
		"no pointer": 5, "nil": nil, "nil pointer": nothing, "interface": new(any), "channel": new(map[string]chan int),
		"bytes": new(map[string][]byte), "numbers as keys": new(map[int]int), "two members of one name": new(twins),
	} {
		t.Run(name, func(t *testing.T) {
			faults := doc.Decode(one, into, doc.Options{})
			require.Len(t, faults, 1)
			require.Equal(t, doc.CodeTarget, faults[0].Code, faults)
		})
	}
	var m map[string]int
	require.Equal(t, doc.CodeTarget, doc.Decode(nil, &m, doc.Options{})[0].Code)
	var marshals map[string]onlyOut
	require.Equal(t, doc.CodeTarget, doc.Decode(parse(t, `{"a":"b"}`), &marshals, doc.Options{})[0].Code)
}

type onlyOut struct{}

func (onlyOut) MarshalText() ([]byte, error) { return []byte("out"), nil }

// TestDecodeLongNames holds that a document cannot make its faults larger than
// itself.
func TestDecodeLongNames(t *testing.T) {
	name, text := strings.Repeat("n", 10_000), strings.Repeat("t", 10_000)
	var v map[string][]doctest.Stage
	faults := doc.Decode(parse(t, `{"a": ["x"], "`+name+`": ["`+text+`"]}`), &v, doc.Options{})
	require.Len(t, faults, 2)
	require.Equal(t, "/a/0", faults[0].Path)
	require.Empty(t, faults[1].Path)
	require.Less(t, len(faults[1].Message)+len(faults[1].Found)+len(faults[1].Hint), 1000)

	var at map[string]time.Time
	faults = doc.Decode(parse(t, `{"a": "`+text+`"}`), &at, doc.Options{})
	require.Len(t, faults, 1)
	require.Less(t, len(faults[0].Message)+len(faults[0].Found)+len(faults[0].Hint), 1000)

	_, faults = doc.ParseJSON([]byte(`{"` + name + `": ["\ud800"]}`))
	require.Len(t, faults, 1)
	require.Empty(t, faults[0].Path)
}

// TestDecodeRecursion holds types that contain themselves.
func TestDecodeRecursion(t *testing.T) {
	type node struct {
		Name     string          `json:"name,omitzero"`
		Children []node          `json:"children,omitzero"`
		ByName   map[string]node `json:"byName,omitzero"`
		Next     *node           `json:"next,omitzero"`
	}
	want := node{Name: "a", Children: []node{{Name: "b"}}, ByName: map[string]node{"c": {}}, Next: &node{Name: "d"}}
	tree, err := doc.Encode(want)
	require.NoError(t, err)
	var got node
	require.Empty(t, doc.Decode(tree, &got, doc.Options{}))
	require.Equal(t, want, got)

	want.Next.Next = &want // for ever
	_, err = doc.Encode(want)
	require.ErrorContains(t, err, "want at most 100 levels")
}
