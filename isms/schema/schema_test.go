package schema_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/schema"
	"github.com/ismskit/ismskit/risk"
)

// document is what the tests look at in a schema.
type document struct {
	Schema     string              `json:"$schema"`
	ID         string              `json:"$id"`
	Ref        string              `json:"$ref"`
	Defs       map[string]document `json:"$defs"`
	Type       string              `json:"type"`
	Pattern    string              `json:"pattern"`
	Enum       []string            `json:"enum"`
	Required   []string            `json:"required"`
	Properties map[string]document `json:"properties"`
	Items      *document           `json:"items"`
	Additional json.RawMessage     `json:"additionalProperties"`
}

func system(t *testing.T) document {
	t.Helper()
	var s document
	require.NoError(t, json.Unmarshal([]byte(schema.System()), &s))
	return s
}

func TestSystem(t *testing.T) {
	s := system(t)
	require.Equal(t, "https://json-schema.org/draft/2020-12/schema", s.Schema)
	require.Equal(t, schema.ID, s.ID)
	_, version, _ := strings.Cut(schema.ID, "isms:")
	require.Equal(t, strconv.Itoa(isms.SchemaVersion), version)
	require.Equal(t, []string{"id", "schemaVersion"}, s.Required)
}

func TestRecord(t *testing.T) {
	s := system(t)
	seen := make(map[string]bool)
	for kind := range isms.Kinds() {
		id := schema.Record(kind)
		if kind == isms.KindSystem {
			require.Empty(t, id, "a System is the whole document")
			continue
		}
		name, ok := strings.CutPrefix(id, schema.ID+"#/$defs/")
		require.True(t, ok, id)
		require.Contains(t, s.Defs, name)
		require.False(t, seen[name])
		seen[name] = true
		require.Contains(t, s.Defs[name].Properties, "x", "%s is a record", name)
	}
	require.Empty(t, schema.Record(0))
	require.Empty(t, schema.Record(99))
}

// visit goes through a schema and all below it.
func visit(path string, s document, look func(string, document)) {
	look(path, s)
	for name, p := range s.Properties {
		visit(path+"/properties/"+name, p, look)
	}
	for name, d := range s.Defs {
		visit(path+"/$defs/"+name, d, look)
	}
	if s.Items != nil {
		visit(path+"/items", *s.Items, look)
	}
}

func TestSchemaIsClosedAndWhole(t *testing.T) {
	whole := system(t)
	visit("", whole, func(path string, s document) {
		if name, ok := strings.CutPrefix(s.Ref, "#/$defs/"); ok {
			require.Contains(t, whole.Defs, name, path)
		} else {
			require.Empty(t, s.Ref, path)
		}
		if len(s.Properties) > 0 {
			require.Equal(t, "false", string(s.Additional), "%s: unknown members are refused", path)
		}
		for _, name := range s.Required {
			require.Contains(t, s.Properties, name, path)
		}
		_, err := regexp.Compile(s.Pattern)
		require.NoError(t, err, path)
	})
}

func TestWordsOfTheSchema(t *testing.T) {
	s, found := system(t), 0
	visit("", s, func(path string, s document) {
		for _, word := range s.Enum {
			require.NotEmpty(t, word, path)
			found++
		}
	})
	require.Greater(t, found, 60)
	var stage isms.Stage
	for _, word := range s.Defs["Assessment"].Properties["stage"].Enum {
		require.NoError(t, stage.UnmarshalText([]byte(word)))
	}
}

// text asks a type whether it reads a text.
func text[T any, P interface {
	*T
	UnmarshalText(text []byte) error
}](s string) error {
	return P(new(T)).UnmarshalText([]byte(s))
}

func record(member string) func(string) error {
	return func(s string) error {
		_, err := isms.DecodeRecord(isms.KindAction, fmt.Appendf(nil, `{"id": "A-1", %q: [%q]}`, member, s))
		return err
	}
}

// patterns are the patterns of the schema beside the parsers that they stand
// for. beyond says which texts a pattern takes although the parser does not:
// what no pattern can know.
var patterns = map[string]struct {
	pattern func(document) string
	parse   func(string) error
	texts   []string // to begin with
	beyond  *regexp.Regexp
}{
	"date": {
		func(s document) string { return s.Defs["Decision"].Properties["on"].Pattern }, text[isms.Date],
		[]string{"2026-11-21", "2024-02-29", "0001-01-01", "9999-12-31"},
		regexp.MustCompile(`^(0000-..-..|....-(00|1[3-9]|[2-9].)-..|....-..-(00|3[1-9]|[4-9].)|....-02-(29|3.)|....-(04|06|09|11)-31|....-..-30)$`),
	},
	"duration": {
		func(s document) string { return s.Defs["Control"].Properties["cadence"].Pattern }, text[isms.Duration],
		[]string{"P1Y", "P1Y2M3W4D", "P6M", "P2W", "P30D", "P0D"},
		regexp.MustCompile(`^P([0-9]*[YMWD])*$`), // nothing at all, or too long
	},
	"identifier": {
		func(s document) string { return s.Defs["Risk"].Properties["id"].Pattern }, func(s string) error { _, err := isms.ParseRef("risk/" + s); return err },
		[]string{"R-001", "a/b", "é ü", strings.Repeat("x", 128)},
		regexp.MustCompile(`[^\x00-\x7f]`), // it counts characters, the parser bytes
	},
	"party": {
		func(s document) string { return s.Defs["Tenure"].Properties["who"].Pattern }, text[isms.Party],
		[]string{"role/ciso", "person/jo", "organization/acme", "unit/it", "body/board"},
		regexp.MustCompile(`[^\x00-\x7f]`),
	},
	"reference": {
		func(s document) string { return s.Defs["Action"].Properties["for"].Items.Pattern }, record("for"),
		[]string{"risk/R-001", "control/A.5.17", "determination/d"},
		regexp.MustCompile(`[^\x00-\x7f]`),
	},
	"control": {
		func(s document) string { return s.Defs["Applicability"].Properties["control"].Pattern }, text[annexa.ControlRef],
		[]string{"A.5.7", "5.10", "8.34", "iso27017:2015/CLD.6.3.1", "acme:1/X-7", "iso27001:2013/A.9.2.1"},
		regexp.MustCompile(`^iso(27001:20(13|22)|27017:2015|27018:20(19|25)|27701:2025)/`), // the controls of sets that are known
	},
	"clause": {
		func(s document) string { return s.Defs["Evidence"].Properties["clauses"].Items.Pattern }, text[annexa.ClauseRef],
		[]string{"6.1.3", "6.1.3 d", "6.1.3 d)", "iso9001:2015/7.5", "hipaa:2013/164.308(a)(1)"},
		regexp.MustCompile(`^([^/]*|iso27001:2022/.*)$`), // the clauses of ISO/IEC 27001:2022
	},
	"control set": {
		func(s document) string { return s.Properties["controlSets"].Items.Pattern }, func(s string) error { _, err := annexa.ParseSet(s); return err },
		[]string{"iso27001:2022", "acme:1", "27017:2015", "a.b-c:r5"},
		nil,
	},
	"method": {
		func(s document) string { return s.Defs["risk.Rating"].Properties["method"].Pattern }, func(s string) error { _, err := risk.ParseMethodRef(s); return err },
		[]string{"iso27005/qualitative@2022", "house", "a@b"},
		regexp.MustCompile(`[^\x00-\x7f]`), // spaces of other scripts, and more bytes than characters
	},
	"currency": {
		func(s document) string { return s.Properties["currency"].Pattern }, func(s string) error {
			return isms.Validate(isms.System{ID: "acme", SchemaVersion: isms.SchemaVersion, Currency: s}, nil)
		}, []string{"EUR", "CHF"}, nil,
	},
}

// letters are those from which random texts are made: what the forms are made
// of, and what should not be there.
var letters = []string{
	"A", "5", ".", "1", "0", "7", "-", "P", "Y", "M", "W", "D", "/", ":", "@", " ", "a", "d", ")", "(", "_", "2022", "iso27001", "risk/", "Z",
	"é", "\u00a0", "\u2003", "\u0085", "\x7f", "\n", "\t", "x", "😀", "EUR", "",
}

// changed changes a text a little, or makes another.
func changed(r *rand.Rand, s string) string {
	runes := []rune(s)
	for range 1 + r.IntN(3) {
		at := r.IntN(len(runes) + 1)
		letter := []rune(letters[r.IntN(len(letters))])
		switch r.IntN(4) {
		case 0:
			runes = append(runes[:at:at], append(letter, runes[at:]...)...)
		case 1:
			runes = append(runes[:at:at], runes[min(at+1, len(runes)):]...)
		case 2:
			runes = append(runes[:at:at], append(letter, runes[min(at+1, len(runes)):]...)...)
		default:
			if r.IntN(20) == 0 {
				runes = append(runes, []rune(strings.Repeat(string(letter), r.IntN(140)))...)
			}
		}
	}
	return string(runes)
}

// TestPatterns: what a parser reads its pattern takes, and what the pattern
// takes the parser reads, but for what no pattern can know.
func TestPatterns(t *testing.T) {
	for name, p := range patterns {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, uint64(len(name))))
			pattern := regexp.MustCompile(p.pattern(system(t)))
			require.NotEmpty(t, pattern.String())
			read := 0
			for i := range 4000 {
				s := p.texts[i%len(p.texts)]
				if i >= len(p.texts) {
					s = changed(r, s)
				}
				if s == "" { // not stated, for the decoder
					continue
				}
				err := p.parse(s)
				switch taken := pattern.MatchString(s); {
				case err == nil:
					read++
					require.True(t, taken, "%q is read, and the pattern refuses it", s)
				case taken && p.beyond == nil:
					t.Fatalf("%q is taken by the pattern, and not read: %v", s, err)
				case taken:
					require.Regexp(t, p.beyond, s, "%v", err)
				}
			}
			require.Greater(t, read, 200, "texts that are read")
		})
	}
}
