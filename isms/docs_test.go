package isms_test

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/schema"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/soa"
)

//go:embed docs_test.go
var docsSource string

func pageText(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile("../docs/" + name)
	require.NoError(t, err)
	return strings.ReplaceAll(string(src), "\r\n", "\n")
}

// pageBlocks returns what a page has between fences of one kind.
func pageBlocks(page, info string) []string {
	var texts []string
	for _, part := range strings.Split(page, "\n```"+info+"\n")[1:] {
		text, _, _ := strings.Cut(part, "```\n")
		texts = append(texts, text)
	}
	return texts
}

// pageRows returns the rows of the table of a page whose heading begins so.
func pageRows(t *testing.T, page, heading string) [][]string {
	t.Helper()
	_, rest, ok := strings.Cut(page, "\n"+heading)
	require.True(t, ok, heading)
	_, rest, _ = strings.Cut(rest, "\n|---")
	var rows [][]string
	for line := range strings.Lines(rest[strings.IndexByte(rest, '\n')+1:]) {
		if !strings.HasPrefix(line, "|") {
			break
		}
		line = strings.ReplaceAll(line, `\|`, "\x00")
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i, c := range cells {
			cells[i] = strings.ReplaceAll(strings.TrimSpace(c), "\x00", "|")
		}
		rows = append(rows, cells)
	}
	require.NotEmpty(t, rows, heading)
	return rows
}

var codeSpan = regexp.MustCompile("`([^`]+)`")

func codeWords(cell string) []string {
	found := []string{}
	for _, m := range codeSpan.FindAllStringSubmatch(cell, -1) {
		found = append(found, m[1])
	}
	slices.Sort(found)
	return found
}

// modelPage is the page about the model and the Systems it shows.
func modelPage(t *testing.T) (string, []isms.System) {
	t.Helper()
	text := pageText(t, "model.md")
	var systems []isms.System
	for _, src := range pageBlocks(text, "yaml") {
		sys, err := yaml.Decode("isms.yaml", []byte(src))
		require.NoError(t, err)
		systems = append(systems, sys)
	}
	require.GreaterOrEqual(t, len(systems), 5)
	return text, systems
}

func viewOf(t *testing.T, sys isms.System, on string) *isms.View {
	t.Helper()
	v, err := isms.At(sys, date(t, on), methods.All())
	require.NoError(t, err)
	require.Empty(t, v.Notices())
	return v
}

func TestPagesShowWhatRuns(t *testing.T) {
	source := strings.ReplaceAll(docsSource, "\n\t", "\n")
	for _, name := range []string{"model.md", "schema.md", "yaml.md"} {
		list := pageBlocks(pageText(t, name), "go")
		require.NotEmpty(t, list)
		for _, block := range list {
			require.Contains(t, source, "\n"+block)
		}
	}
}

func TestSchemaPageNames(t *testing.T) {
	whole := schema.System()             // the text of the schema of a whole System
	risk := schema.Record(isms.KindRisk) // the name of the part for one record: urn:ismskit:isms:1#/$defs/Risk

	require.Contains(t, whole, `"$id": "`+schema.ID+`"`)
	require.Contains(t, pageText(t, "schema.md"), "one record: "+risk+"\n")
}

func TestYAMLPageErasesAPerson(t *testing.T) {
	sys := small(t)
	i, on := 0, date(t, "2026-07-01")
	sys.Persons[i] = sys.Persons[i].Erased(on)

	require.Equal(t, []isms.Person{{ID: "jo", ErasedOn: on}}, sys.Persons)
	require.NoError(t, isms.Validate(sys, methods.All()))
}

// TestYAMLPageFirstEntry: what the statement says after ten minutes.
func TestYAMLPageFirstEntry(t *testing.T) {
	text := pageText(t, "yaml.md")
	sys, err := yaml.Decode("isms.yaml", []byte(pageBlocks(text, "yaml")[1]))
	require.NoError(t, err)
	st, err := soa.Derive(viewOf(t, sys, "2026-11-21"), soa.Options{})
	require.NoError(t, err)
	require.Len(t, st.Entries, 93)
	e, ok := st.Entry(annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.8.13"})
	require.True(t, ok)
	require.Equal(t, [][]string{
		{"necessary", wordOf(t, e.Inclusion)},
		{"because, as decided", e.Reason},
		{"because, as derived", e.Drivers[0].String()},
		{"implemented", wordOf(t, e.Status)},
		{"by", string(e.RealizedBy[0].Control)},
	}, pageRows(t, text, "| of A.8.13 |"))

	require.NotEmpty(t, st.Names)
	before := st.Digest()
	st.Names = nil
	require.Equal(t, before, st.Digest())
}

func TestModelPageFactsHaveDates(t *testing.T) {
	text, systems := modelPage(t)
	yes := map[bool]string{true: "yes", false: "no"}
	for _, row := range pageRows(t, text, "| on | state of the backup |") {
		v := viewOf(t, systems[0], row[0])
		c, ok := v.Control("backup")
		require.True(t, ok)
		state := "–"
		if s := c.StateAt(v.At()); s != 0 {
			word, err := s.MarshalText()
			require.NoError(t, err)
			state = string(word)
		}
		holder := systems[0].Roles[0].HolderAt(v.At()).String()
		require.Equal(t, []string{row[0], state, yes[c.OperatingAt(v.At())], holder}, row)
	}
	_, ok := systems[0].Documents[0].VersionAt(date(t, "2026-03-02"))
	require.True(t, ok)
}

func TestModelPageOneDirection(t *testing.T) {
	text, systems := modelPage(t)
	risk := isms.Ref{Kind: isms.KindRisk, ID: "R-1"}
	refs, err := treatmentsOf(systems[1], risk)
	require.NoError(t, err)
	require.Equal(t, []isms.Ref{{Kind: isms.KindTreatment, ID: "T-1"}}, refs)
	require.Contains(t, pageBlocks(text, "text"), broken(systems[1], risk).Error()+"\n")

	st, err := soa.Derive(viewOf(t, systems[1], "2026-11-21"), soa.Options{})
	require.NoError(t, err)
	why := st.Why(annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.8.13"})
	require.Len(t, why, 1)
	require.Contains(t, text, "`"+why[0].String()+"`")
}

func treatmentsOf(source isms.Source, risk isms.Ref) (treatments []isms.Ref, err error) {
	for r, err := range source.Into(risk, isms.KindTreatment) { // SELECT … WHERE it names the risk
		if err != nil {
			return nil, err
		}
		treatments = append(treatments, r.Ref())
	}
	return treatments, nil
}

func broken(source isms.Source, risk isms.Ref) error {
	err := isms.Validate(isms.Without(source, risk), methods.All())
	return err
}

func TestModelPageThreeControls(t *testing.T) {
	text, systems := modelPage(t)
	st, err := soa.Derive(viewOf(t, systems[2], "2026-06-01"), soa.Options{})
	require.NoError(t, err)
	for _, row := range pageRows(t, text, "| reference | necessary |") {
		ref, err := annexa.Parse(row[0])
		require.NoError(t, err)
		e, ok := st.Entry(ref)
		require.True(t, ok)
		necessary, status := "undecided", "not implemented"
		if e.Inclusion != 0 {
			necessary = wordOf(t, e.Inclusion)
		}
		if e.Status != 0 {
			status = wordOf(t, e.Status)
		}
		by := []string{}
		for _, r := range e.RealizedBy {
			by = append(by, string(r.Control))
		}
		if len(by) == 0 {
			by = append(by, "–")
		}
		require.Equal(t, []string{row[0], necessary, status, strings.Join(by, ", ")}, row)
	}
}

func wordOf(t *testing.T, v interface{ MarshalText() ([]byte, error) }) string {
	t.Helper()
	text, err := v.MarshalText()
	require.NoError(t, err)
	return string(text)
}

func TestModelPageDefectsAreData(t *testing.T) {
	text, systems := modelPage(t)
	v := viewOf(t, systems[3], "2026-11-21")
	st, err := soa.Derive(v, soa.Options{})
	require.NoError(t, err)
	gaps, err := audit.Run(t.Context(), audit.Subject{View: v, Statement: st}, audit.Checks())
	require.NoError(t, err)
	var keys []string
	for _, g := range gaps {
		keys = append(keys, g.Key())
	}
	const key = "risk-unowned risk/R-1/owners"
	require.Contains(t, keys, key)
	require.Contains(t, text, "`"+key+"`")

	edited := systems[3].Risks[0]
	edited.PartOf = "R-9"
	_, ok := errors.AsType[isms.Problems](save(systems[3], edited))
	require.True(t, ok)
}

func save(source isms.Source, edited isms.Record) error {
	if err := isms.ValidateRecord(source, edited, methods.All()); err != nil {
		return err // isms.Problems: fields of the form
	}
	return nil
}

func TestModelPageLevelsBelongToMethods(t *testing.T) {
	text, systems := modelPage(t)
	var rated []isms.Rated
	for _, row := range pageRows(t, text, "| on | method |") {
		v := viewOf(t, systems[4], row[0])
		r, ok := v.Risk("R-1")
		require.True(t, ok)
		rated = append(rated, v.RateRisk(r, isms.Current))
		rating := rated[len(rated)-1].Rating()
		require.Equal(t, []string{row[0], rating.Method.String(), rating.Level}, row)
	}
	require.Len(t, rated, 2)
	before, after := rated[0], rated[1]
	order, comparable := before.Compare(after)
	require.False(t, comparable)
	require.Zero(t, order)
}

// TestModelPageListsEveryRecord compares the table of records with the types:
// member, type, kind, clause and the members that refer to others.
func TestModelPageListsEveryRecord(t *testing.T) {
	links := linksOfGenerated(t)
	var want [][]string
	for f := range reflect.TypeFor[isms.System]().Fields() {
		if f.Type.Kind() != reflect.Slice {
			continue
		}
		r, ok := reflect.TypeAssert[isms.Record](reflect.Zero(f.Type.Elem()))
		if !ok {
			continue
		}
		member, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		ps := problems(t, isms.ValidateRecord(isms.System{ID: "acme", SchemaVersion: 1}, r, nil))
		refers := slices.Sorted(maps.Keys(links[r.Ref().Kind]))
		want = append(want, []string{
			"`" + member + "`", "`" + f.Type.Elem().Name() + "`", r.Ref().Kind.String(), ps[0].Clause.String(), fmt.Sprint(refers),
		})
	}
	var got [][]string
	for _, row := range pageRows(t, pageText(t, "model.md"), "| member | Go type |") {
		require.Len(t, row, 6)
		require.NotEmpty(t, row[4])
		got = append(got, append(row[:4:4], fmt.Sprint(codeWords(row[5]))))
	}
	require.Equal(t, want, got)
}

// linksOfGenerated returns, for each kind, the members that refer to others;
// the three of a decision as one.
func linksOfGenerated(t *testing.T) map[isms.Kind]map[string]bool {
	t.Helper()
	index, decision := regexp.MustCompile(`/\d+`), regexp.MustCompile(`(decision|approval)\.(by|for|record)$`)
	links := make(map[isms.Kind]map[string]bool)
	for seed := range uint64(40) {
		sys := ismstest.Generate(rand.New(rand.NewPCG(seed, 7)))
		for kind := range isms.Kinds() {
			if links[kind] == nil {
				links[kind] = make(map[string]bool)
			}
			for r, err := range sys.All(kind) {
				require.NoError(t, err)
				for l := range isms.Links(r) {
					path := strings.ReplaceAll(index.ReplaceAllString(l.Path, "")[1:], "/", ".")
					links[kind][decision.ReplaceAllString(path, "$1")] = true
				}
			}
		}
	}
	return links
}
