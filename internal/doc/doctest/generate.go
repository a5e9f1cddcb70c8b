package doctest

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
)

// Everything has a member of every Go type that a document can hold, most
// twice: as they are, and inside one another.
type Everything struct {
	Text    string                     `json:"text,omitzero"`
	Named   RiskID                     `json:"named,omitzero"`
	Always  string                     `json:"always"`
	Bool    bool                       `json:"bool,omitzero"`
	Int     int64                      `json:"int,omitzero"`
	Small   int8                       `json:"small,omitzero"`
	Uint    uint32                     `json:"uint,omitzero"`
	Float   float64                    `json:"float,omitzero"`
	Single  float32                    `json:"single,omitzero"`
	Stage   Stage                      `json:"stage,omitzero"`
	Stages  []Stage                    `json:"stages,omitzero"`
	Date    Date                       `json:"date,omitzero"`
	List    []string                   `json:"list,omitzero"`
	Lists   [][]string                 `json:"lists,omitzero"`
	Texts   map[string]string          `json:"texts,omitzero"`
	Flags   map[string]bool            `json:"flags,omitzero"`
	Nested  *Everything                `json:"nested,omitzero"`
	Records []Everything               `json:"records,omitzero"`
	ByName  map[RiskID]Everything      `json:"byName,omitzero"`
	Raw     json.RawMessage            `json:"raw,omitzero"`
	X       map[string]json.RawMessage `json:"x,omitzero"`
}

// Generate makes a value out of bytes: the same bytes, the same value. More
// bytes make more of it.
func Generate(data []byte) Everything {
	g := generator{data: data}
	return g.everything(0)
}

// generator takes bytes from the front; when there are no more it makes the
// simplest of everything.
type generator struct{ data []byte }

func (g *generator) byte() byte {
	if len(g.data) == 0 {
		return 0
	}
	b := g.data[0]
	g.data = g.data[1:]
	return b
}

func (g *generator) bits() (v uint64) {
	for range 8 {
		v = v<<8 | uint64(g.byte())
	}
	return v
}

func (g *generator) everything(depth int) Everything {
	const members, deepest = 21, 6
	var e Everything
	for n := g.byte() % 8; n > 0 && depth < deepest; n-- {
		g.member(&e, g.byte()%members, depth)
	}
	return e
}

func (g *generator) member(e *Everything, which byte, depth int) { //nolint:funlen // a table
	count := func() int { return int(g.byte() % 4) }
	switch which {
	case 0:
		e.Text = g.text()
	case 1:
		e.Named = RiskID(g.text())
	case 2:
		e.Always = g.text()
	case 3:
		e.Bool = true
	case 4:
		e.Int = int64(g.bits()) //nolint:gosec // any bits will do
	case 5:
		e.Small = int8(g.byte()) //nolint:gosec // any bits will do
	case 6:
		e.Uint = uint32(g.bits()) //nolint:gosec // any bits will do
	case 7:
		if f := math.Float64frombits(g.bits()); !math.IsNaN(f) && !math.IsInf(f, 0) {
			e.Float = f
		}
	case 8:
		if f := math.Float32frombits(uint32(g.bits())); f-f == 0 { //nolint:gosec // any bits will do
			e.Single = f
		}
	case 9:
		e.Stage = Stage(g.byte() % 4)
	case 20:
		e.Stages = []Stage{Stage(g.byte() % 4), Stage(g.byte() % 4)}
	case 10:
		e.Date = day(int(g.byte()))
	case 11:
		e.List = g.texts()
	case 12:
		e.Lists = [][]string{}
		for range count() {
			e.Lists = append(e.Lists, g.texts())
		}
	case 13:
		e.Texts = map[string]string{}
		for range count() {
			e.Texts[g.text()] = g.text()
		}
	case 14:
		e.Flags = map[string]bool{}
		for range count() {
			e.Flags[g.text()] = g.byte()%2 == 0
		}
	case 15:
		nested := g.everything(depth + 1)
		e.Nested = &nested
	case 16:
		e.Records = []Everything{}
		for range count() {
			e.Records = append(e.Records, g.everything(depth+1))
		}
	case 17:
		e.ByName = map[RiskID]Everything{}
		for range count() {
			e.ByName[RiskID(g.text())] = g.everything(depth + 1)
		}
	case 18:
		e.Raw = g.raw(depth)
	case 19:
		e.X = map[string]json.RawMessage{}
		for range count() {
			e.X["acme/"+g.text()] = g.raw(depth)
		}
	}
}

func (g *generator) texts() []string {
	list := []string{}
	for range g.byte() % 4 {
		list = append(list, g.text())
	}
	return list
}

// Texts that some reader or writer of YAML or JSON is known to get wrong.
var Texts = []string{
	"", " ", "a", " a", "a ", "a b", "a: b", "a:b", "a:", ": a", "a #b", "a#b", "#", "-", "- a", "-a", "--- a", "---", "...", "?", "? a", "?a",
	"no", "No", "y", "on", "true", "TRUE", "null", "Null", "~", "~a", "=", "<<", "nan", ".nan", ".inf", "-.inf", "5.10", "1.10", "010", "0x1F",
	"0o7", "1_000", "1e3", "+1", "-1", ".5", "5.", "12:30:45", "2026-11-21", "2026-11-21T10:00:00Z", "2001-12-14 21:59:43.10 -5", "3rd party",
	"1,2", "0", "-0", "[a]", "{a: b}", "a, b", "[", "]", "{", "}", ",", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "'", "''", "'a'", "\"",
	"\"a\"", "\\", "\\n", "a\\", "\t", "a\tb", "\n", "\n\n", "a\n", "a\nb", "a\nb\n", "a\n\nb", "a\n\n", "\na", " a\nb", "a \nb", "a\n b", "a\n  \nb",
	"a\n\tb", "\ta\nb", "a\r\nb", "a\rb", "# a\n# b", "- a\n- b", "a: b\nc: d\n", "---\n...\n", "a\n---\nb", "\x00", "\x01", "\x1f", "\x7f", "\u0080",
	"\u0085", "a\u0085b", "\u00a0", "\u2028", "a\u2029b\nc", "\ufeff", "a\ufeff", "\ufffd", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "é", "e\u0301", "漢字", "😀",
	"👩‍👩‍👧", "\u202eabc", "<script>&amp;</script>", "a/b~c", "unknown/a", "A.5.7", "iso27001:2022/A.5.7", "R-001",
	strings.Repeat("long ", 400), strings.Repeat("x", 1100), strings.Repeat("ü", 600), strings.Repeat("line\n", 50),
}

// text makes a text: one of the known ones, a few of them one after another,
// or bytes as they come.
func (g *generator) text() string {
	switch kind := g.byte(); {
	case kind < 160:
		return Texts[int(g.byte())%len(Texts)]
	case kind < 200:
		return g.text() + g.text()
	default:
		n := min(int(kind-200), len(g.data))
		s := strings.ToValidUTF8(string(g.data[:n]), "\u00a0")
		g.data = g.data[n:]
		return s
	}
}

// raw makes JSON as the decoder keeps it: without blanks, with only the
// necessary escapes.
func (g *generator) raw(depth int) json.RawMessage {
	const deepest = 8
	kind := g.byte() % 8
	if depth > deepest {
		kind %= 4
	}
	numbers := []string{"0", "-0", "1.50", "1e400", "1E+2", "12345678901234567890", "-1.0e-7"}
	switch kind {
	case 0:
		return json.RawMessage("null")
	case 1:
		return json.RawMessage(strconv.FormatBool(g.byte()%2 == 0))
	case 2:
		return json.RawMessage(numbers[int(g.byte())%len(numbers)])
	case 3, 4:
		return doc.AppendQuoted(nil, g.text())
	case 5, 6:
		list := []string{}
		for range g.byte() % 4 {
			list = append(list, string(g.raw(depth+1)))
		}
		return json.RawMessage("[" + strings.Join(list, ",") + "]")
	default:
		return g.object(depth)
	}
}

func (g *generator) object(depth int) json.RawMessage {
	seen, members := map[string]bool{}, []string{}
	for range g.byte() % 4 {
		name := g.text()
		if seen[name] {
			continue
		}
		seen[name] = true
		members = append(members, string(doc.AppendQuoted(nil, name))+":"+string(g.raw(depth+1)))
	}
	return json.RawMessage("{" + strings.Join(members, ",") + "}")
}
