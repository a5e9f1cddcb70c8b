package doc_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
)

func TestParseJSONFaults(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"nothing", "", `1:1 D001 "": the document is empty`},
		{"blanks", " \r\n\t", `2:2 D001 "": the document is empty`},
		{"mark only", "\ufeff", `1:1 D001 "": the document is empty`},
		{"after the end", "{} {}", `1:4 D003 "": something follows the document (keep one document in a file)`},
		{"open object", `{"a":1`, `1:7 D002 "": got the end of the document, want a comma or }`},
		{"open list", `{"a":[1,`, `1:9 D002 "/a/1": got the end of the document, want a value`},
		{"open text", `{"a":"b`, `1:8 D002 "/a": got the end of the document, want a closing double quote (a line break within a text is written \n)`},
		{"broken text", "{\"a\":\"b\n\"}", `1:8 D002 "/a": got the end of the line, want a closing double quote (a line break within a text is written \n)`},
		{"control", "{\"a\":\"b\x01\"}", `1:8 D002 "/a": got the control character U+0001, want printable text (write it as \u0001)`},
		{"trailing comma in a list", `[1,]`, `1:4 D002 "": got ], want an element (remove the comma before it)`},
		{"trailing comma in an object", `{"a":1,}`, `1:8 D002 "": got }, want a member (remove the comma before it)`},
		{"two commas", `[1,,2]`, `1:4 D002 "/1": got ,, want a value`},
		{"no colon", `{"a" 1}`, `1:6 D002 "/a": got 1, want a colon`},
		{"no comma", `{"a":{"b":1 "c":2}}`, `1:13 D002 "/a": got ", want a comma or }`},
		{"name without quotes", `{a:1}`, `1:2 D002 "": got a, want a name in double quotes (put the name in double quotes)`},
		{"single quotes", `{'a':1}`, `1:2 D002 "": got ', want a name in double quotes (put the name in double quotes)`},
		{"single quotes around a text", `['a']`, `1:2 D002 "/0": got ', want a value (a text takes double quotes)`},
		{"comment", "{\n  // no\n}", `2:3 D002 "": got /, want a name in double quotes (JSON has no comments)`},
		{"capital", `[True]`, `1:2 D002 "/0": got True, want a value (write true)`},
		{"nothing of Python", `[None]`, `1:2 D002 "/0": got None, want a value (leave the member out)`},
		{"not a number", `[NaN]`, `1:2 D002 "/0": got NaN, want a value (JSON has finite numbers only)`},
		{"plus", `[+1]`, `1:2 D002 "/0": got +1, want a value (a number begins with a digit or a minus)`},
		{"leading zero", `[010]`, `1:2 D002 "/0": got 010, want a number (a number has no leading zero; if it is a text, put it in double quotes)`},
		{"point last", `[1.]`, `1:2 D002 "/0": got 1., want a number (write a digit after the point)`},
		{"version", `[1.2.3]`, `1:2 D002 "/0": got 1.2.3, want a number (if it is a text, put it in double quotes)`},
		{"date", `[2026-11-21]`, `1:2 D002 "/0": got 2026-11-21, want a number (if it is a text, put it in double quotes)`},
		{"exponent without digits", `[1e]`, `1:2 D002 "/0": got 1e, want a number (if it is a text, put it in double quotes)`},
		{"minus alone", `[-]`, `1:2 D002 "/0": got -, want a number (if it is a text, put it in double quotes)`},
		{"word without quotes", `[high]`, `1:2 D002 "/0": got high, want a value (put a text in double quotes)`},
		{"unknown escape", `["a\q"]`, `1:4 D002 "/0": got \q, want an escape: \" \\ \/ \b \f \n \r \t or \u with four hex digits (write a backslash as \\)`},
		{"short escape", `["\u12"]`, `1:3 D002 "/0": got \u12"], want an escape: \" \\ \/ \b \f \n \r \t or \u with four hex digits (write a backslash as \\)`},
		{"nul", "[\x00]", `1:2 D002 "/0": got the control character U+0000, want a value`},
		{"bytes outside a text", "[\xff]", `1:2 D002 "/0": got the byte 0xFF, want a value`},
		{"latin 1, once", "[\"a\xe4\", \"\xfc\"]", `1:4 D004 "/0": the document is not UTF-8 (save the file as UTF-8)`},
		{"latin 1 in a name", "{\"\xe4\": 1}", `1:3 D004 "": the document is not UTF-8 (save the file as UTF-8)`},
		{"overlong", "[\"\xc0\x80\"]", `1:3 D004 "/0": the document is not UTF-8 (save the file as UTF-8)`},
		{"surrogate in bytes", "[\"\xed\xa0\x80\"]", `1:3 D004 "/0": the document is not UTF-8 (save the file as UTF-8)`},
		{
			"half surrogates", `["\ud83d", "\ude00x", "\ud83d\u0041", "\ud83d\ude00"]`,
			`1:3 D005 "/0": half of a surrogate pair stands alone (the text was cut in the middle of a character)` + "\n" +
				`1:13 D005 "/1": half of a surrogate pair stands alone (the text was cut in the middle of a character)` + "\n" +
				`1:24 D005 "/2": half of a surrogate pair stands alone (the text was cut in the middle of a character)`,
		},
		{
			"names twice", "{\"a\":1,\n \"b\":{\"c/~\":1,\"c/~\":[2]},\n \"a\":2,\"\\u0061\":3}",
			`2:15 D006 "/b/c~1~0": member "c/~" is given twice, first in line 2 (keep one of the two)` + "\n" +
				`3:2 D006 "/a": member "a" is given twice, first in line 1 (keep one of the two)` + "\n" +
				`3:8 D006 "/a": member "a" is given twice, first in line 1 (keep one of the two)`,
		},
		{"too deep", strings.Repeat("[", 101), `1:101 D007 "` + strings.Repeat("/0", 100) + `": the document is nested too deeply`},
		{"far too deep", strings.Repeat(`{"a":`, 1_000_000), `1:501 D007 "` + strings.Repeat("/a", 100) + `": the document is nested too deeply`},
		{"wide characters before", `{"ä😀漢":x}`, `1:8 D002 "/ä😀漢": got x, want a value (put a text in double quotes)`},
		{"wide characters and escapes", `["ä\n😀", x]`, `1:10 D002 "/1": got x, want a value (put a text in double quotes)`},
		{"line breaks of three kinds", "[1,\r\n2,\n3,\r x]", `4:2 D002 "/3": got x, want a value (put a text in double quotes)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, faults := doc.ParseJSON([]byte(c.src))
			require.Equal(t, c.want+"\n", doctest.Page(faults))
		})
	}
}

func TestParseJSONTree(t *testing.T) {
	src := "\ufeff{\r\n  \"ä\": [1, -0.50e+1, true],\n\"t\":\t\"a\\u00e9\\ud83d\\ude00\\/\", \"o\": {\"n\": null}, \"e\": \"\"}"
	root, faults := doc.ParseJSON([]byte(src))
	require.Empty(t, faults)
	require.Equal(t, &doc.Node{
		Kind: doc.Object, Line: 1, Column: 1, Items: []doc.Node{
			{Name: "ä", NameLine: 2, NameColumn: 3, Kind: doc.Array, Line: 2, Column: 8, Items: []doc.Node{
				{Kind: doc.Number, Text: "1", Line: 2, Column: 9},
				{Kind: doc.Number, Text: "-0.50e+1", Line: 2, Column: 12},
				{Kind: doc.Bool, Text: "true", Line: 2, Column: 22},
			}},
			{Name: "t", NameLine: 3, NameColumn: 1, Kind: doc.Text, Text: "aé😀/", Line: 3, Column: 6},
			{Name: "o", NameLine: 3, NameColumn: 31, Kind: doc.Object, Line: 3, Column: 36, Items: []doc.Node{
				{Name: "n", NameLine: 3, NameColumn: 37, Kind: doc.Null, Text: "null", Line: 3, Column: 42},
			}},
			{Name: "e", NameLine: 3, NameColumn: 49, Kind: doc.Text, Line: 3, Column: 54},
		},
	}, root)
}

func TestParseJSONAtTheLimits(t *testing.T) {
	deep := strings.Repeat("[", doc.MaxDepth) + strings.Repeat("]", doc.MaxDepth)
	_, faults := doc.ParseJSON([]byte(deep))
	require.Empty(t, faults)

	var wide bytes.Buffer // names enough that they are looked up in a map
	for i := range 5000 {
		fmt.Fprintf(&wide, ",\"k%d\":1", i%4999)
	}
	_, faults = doc.ParseJSON(append(append([]byte("{"), wide.Bytes()[1:]...), '}'))
	require.Equal(t, `1:48882 D006 "/k0": member "k0" is given twice, first in line 1 (keep one of the two)`+"\n", doctest.Page(faults))

	twice := strings.Repeat(`"a":1,`, 3000)
	_, faults = doc.ParseJSON([]byte("{" + twice[:len(twice)-1] + "}"))
	require.Len(t, faults, doc.MaxFaults+1)
	require.Equal(t, doc.CodeMore, faults[doc.MaxFaults].Code)
}

// TestParseJSONKeepsNothingOfTheSource holds the caller free to use its bytes
// again.
func TestParseJSONKeepsNothingOfTheSource(t *testing.T) {
	src := []byte(`{"name": "text"}`)
	root, faults := doc.ParseJSON(src)
	require.Empty(t, faults)
	clear(src)
	require.Equal(t, "name", root.Items[0].Name)
	require.Equal(t, "text", root.Items[0].Text)
}
