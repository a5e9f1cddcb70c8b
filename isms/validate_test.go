package isms_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"iter"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

func date(tb testing.TB, s string) isms.Date {
	tb.Helper()
	d, err := isms.ParseDate(s)
	require.NoError(tb, err)
	return d
}

// small is a System without problems, to be spoiled.
func small(tb testing.TB) isms.System {
	tb.Helper()
	ciso := isms.Party{Kind: isms.KindRole, ID: "ciso"}
	return isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion, Title: "Acme", Currency: "EUR",
		Organizations: []isms.Organization{{ID: "acme"}, {ID: "sub", Parent: "acme"}},
		Roles:         []isms.Role{{ID: "ciso", Holders: []isms.Tenure{{Who: isms.Party{Kind: isms.KindPerson, ID: "jo"}}}}},
		Persons:       []isms.Person{{ID: "jo", Name: "Jo"}},
		Methods: []isms.RiskMethod{{ID: "house", Versions: []isms.MethodVersion{
			{Number: "1", From: date(tb, "2025-01-01"), Own: ismstest.Method("", "")},
			{Number: "2", From: date(tb, "2026-01-01"), Published: "iso27005/qualitative@2022"},
		}}},
		ClassificationSchemes: []isms.ClassificationScheme{{ID: "cia", Scale: risk.Scale{Levels: []risk.Level{{ID: "low"}, {ID: "high"}}}}},
		Assets: []isms.Asset{
			{ID: "db", Valuations: []isms.Valuation{{On: date(tb, "2026-01-01"), Scheme: "cia", Integrity: "high"}}, DependsOn: []isms.Dependency{{On: "vm", Degree: .5}}},
			{ID: "vm"},
		},
		Risks: []isms.Risk{
			{ID: "R-1", Assets: []isms.AssetID{"db"}, Owners: []isms.Tenure{{Who: ciso}}, Assessments: []isms.Assessment{
				{Stage: isms.Current, On: date(tb, "2025-06-01"), Method: "house", Inputs: risk.Inputs{"likelihood": "low", "consequence": "high"}},
				{Stage: isms.Current, On: date(tb, "2026-06-01"), Method: "house", Inputs: risk.Inputs{"likelihood": "4", "consequence": "2"}},
			}},
			{ID: "R-2", PartOf: "R-1"},
		},
		Treatments:  []isms.Treatment{{ID: "T-1", Risks: []isms.RiskID{"R-1"}, Option: isms.Modify, Controls: []isms.ChosenControl{{Own: "mfa"}}}},
		Actions:     []isms.Action{{ID: "A-1", For: []isms.Ref{{Kind: isms.KindTreatment, ID: "T-1"}}, Cost: isms.Amount{Value: 10}}},
		Acceptances: []isms.Acceptance{{ID: "AC-1", Risk: "R-1", Rating: risk.Rating{Method: risk.MethodRef{ID: "house", Version: "1"}, Level: "high"}}},
		Controls:    []isms.Control{{ID: "mfa", Realizes: []isms.Realization{{Control: annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.5.17"}}}}},
		X:           isms.Extensions{"acme/id": json.RawMessage(`42`)},
	}
}

func TestValidate(t *testing.T) {
	require.NoError(t, isms.Validate(small(t), methods.All()))
	cases := map[string]struct {
		spoil func(*isms.System)
		want  []string // code, record and field of each problem
	}{
		"a required field is missing":       {func(s *isms.System) { s.Risks[0].Assessments[0].Stage = 0 }, []string{"V001 risk/R-1/assessments/0/stage"}},
		"the System has no identifier":      {func(s *isms.System) { s.ID = "" }, []string{"V001 system/id"}},
		"a record has no identifier":        {func(s *isms.System) { s.Actions[0].ID = "" }, []string{"V001 action//id"}},
		"an identifier holds a line break":  {func(s *isms.System) { s.Actions[0].ID = "A\n1" }, []string{"V002 action/A\n1/id"}},
		"an identifier is too long":         {func(s *isms.System) { s.Actions[0].ID = isms.ActionID(strings.Repeat("é", 65)) }, []string{"V002 action/" + strings.Repeat("é", 65) + "/id"}},
		"an identifier is not UTF-8":        {func(s *isms.System) { s.Actions[0].ID = "\xff" }, []string{"V002 action/\xff/id"}},
		"an identifier is used twice":       {func(s *isms.System) { s.Risks[1].ID, s.Risks[1].PartOf = "R-1", "" }, []string{"V003 risk/R-1/id"}},
		"a version is there twice":          {func(s *isms.System) { s.Methods[0].Versions[1].Number = "1" }, []string{"V003 method/house/versions/1/number"}},
		"a typed reference is broken":       {func(s *isms.System) { s.Treatments[0].Risks[0] = "R-9" }, []string{"V004 treatment/T-1/risks/0"}},
		"a free reference is broken":        {func(s *isms.System) { s.Actions[0].For[0].ID = "T-9" }, []string{"V004 action/A-1/for/0"}},
		"a party is not there":              {func(s *isms.System) { s.Risks[0].Owners[0].Who.ID = "cto" }, []string{"V004 risk/R-1/owners/0/who"}},
		"a reference to a wrong kind":       {func(s *isms.System) { s.Actions[0].For[0] = isms.Ref{Kind: isms.KindPerson, ID: "jo"} }, []string{"V005 action/A-1/for/0"}},
		"a party that cannot be one":        {func(s *isms.System) { s.Risks[0].Owners[0].Who = isms.Party{Kind: isms.KindAsset, ID: "db"} }, []string{"V005 risk/R-1/owners/0/who"}},
		"a reference without a kind":        {func(s *isms.System) { s.Actions[0].For[0].Kind = 0 }, []string{"V005 action/A-1/for/0"}},
		"a reference without an identifier": {func(s *isms.System) { s.Actions[0].For[0].ID = "" }, []string{"V002 action/A-1/for/0"}},
		"a number is negative":              {func(s *isms.System) { s.Sites = []isms.Site{{ID: "hq", Persons: -1}} }, []string{"V008 site/hq/persons"}},
		"a number without a word":           {func(s *isms.System) { s.Treatments[0].Option = 99 }, []string{"V006 treatment/T-1/option"}},
		"an interval ends too early": {func(s *isms.System) {
			s.Treatments[0].From, s.Treatments[0].Until = date(t, "2026-02-02"), date(t, "2026-02-01")
		}, []string{"V007 treatment/T-1/until"}},
		"a number is out of range": {func(s *isms.System) { s.Assets[0].DependsOn[0].Degree = 1.01 }, []string{"V008 asset/db/dependsOn/0/degree"}},
		"a number is not one":      {func(s *isms.System) { s.Actions[0].Cost.Value = math.NaN() }, []string{"V008 action/A-1/cost/value"}},
		"a number is infinite":     {func(s *isms.System) { s.Actions[0].Cost.Value = math.Inf(1) }, []string{"V008 action/A-1/cost/value"}},
		"a text is not UTF-8":      {func(s *isms.System) { s.Risks[0].Title = "\xff" }, []string{"V009 risk/R-1/title"}},
		"an input is not UTF-8": {func(s *isms.System) {
			s.Risks[0].Assessments[0].Method = ""
			s.Risks[0].Assessments[0].Inputs["a/b"] = "\xff"
		}, []string{"V009 risk/R-1/assessments/0/inputs/a~1b"}},
		"a control in its short form":          {func(s *isms.System) { s.Controls[0].Realizes[0].Control.ID = "5.17" }, []string{"V010 control/mfa/realizes/0/control"}},
		"a control without a set":              {func(s *isms.System) { s.Controls[0].Realizes[0].Control.Set = "" }, []string{"V010 control/mfa/realizes/0/control"}},
		"a control that its set has not":       {func(s *isms.System) { s.Controls[0].Realizes[0].Control.ID = "A.5.99" }, []string{"V010 control/mfa/realizes/0/control"}},
		"parts lead back":                      {func(s *isms.System) { s.Risks[0].PartOf = "R-2" }, []string{"V011 risk/R-1/partOf", "V011 risk/R-2/partOf"}},
		"an organization is its own parent":    {func(s *isms.System) { s.Organizations[0].Parent = "acme" }, []string{"V011 organization/acme/parent", "V011 organization/sub/parent"}},
		"no version on that day":               {func(s *isms.System) { s.Risks[0].Assessments[0].On = date(t, "2024-12-31") }, []string{"V012 risk/R-1/assessments/0/method"}},
		"no such version":                      {func(s *isms.System) { s.Risks[0].Assessments[0].Method = "house@3" }, []string{"V012 risk/R-1/assessments/0/method"}},
		"no reference of a method":             {func(s *isms.System) { s.Risks[0].Assessments[0].Method = "a b@c" }, []string{"V012 risk/R-1/assessments/0/method"}},
		"an input is off the scale":            {func(s *isms.System) { s.Risks[0].Assessments[1].Inputs["likelihood"] = "6" }, []string{"V013 risk/R-1/assessments/1/inputs/likelihood"}},
		"an input is missing":                  {func(s *isms.System) { delete(s.Risks[0].Assessments[1].Inputs, "likelihood") }, []string{"V013 risk/R-1/assessments/1/inputs/likelihood"}},
		"an input is unknown":                  {func(s *isms.System) { s.Risks[0].Assessments[1].Inputs["mood"] = "6" }, []string{"V013 risk/R-1/assessments/1/inputs/mood"}},
		"a recorded level is not on the scale": {func(s *isms.System) { s.Risks[0].Assessments[0].Rating.Level = "purple" }, []string{"V014 risk/R-1/assessments/0/rating/level"}},
		"an override is not on the scale":      {func(s *isms.System) { s.Risks[0].Assessments[0].Override.Level = "purple" }, []string{"V014 risk/R-1/assessments/0/override/level"}},
		"an accepted level is not on the scale": {func(s *isms.System) {
			s.Acceptances[0].Rating.Level, s.Acceptances[0].Decision.On = "purple", date(t, "2025-03-01")
		}, []string{"V014 acceptance/AC-1/rating/level"}},
		"a value is not on the scheme": {func(s *isms.System) { s.Assets[0].Valuations[0].Integrity = "purple" }, []string{"V014 asset/db/valuations/0/integrity"}},
		"criteria for no level": {func(s *isms.System) {
			s.Methods[0].Versions[0].Criteria.Levels = []risk.LevelCriterion{{Level: "purple"}}
		}, []string{"V014 method/house/versions/0/criteria/levels/0/level"}},
		"a common level for no level": {func(s *isms.System) {
			s.Methods[0].Versions[0].Harmonization.Levels = []isms.CommonLevel{{Level: "purple", Common: "high"}}
		}, []string{"V014 method/house/versions/0/harmonization/levels/0/level"}},
		"own and published": {func(s *isms.System) {
			s.Methods[0].Versions[0].Published, s.Risks[0].Assessments = "iso27005/qualitative@2022", nil
		}, []string{"V015 method/house/versions/0/published"}},
		"neither own nor published": {func(s *isms.System) { s.Methods[0].Versions[1].Published = "" }, []string{"V015 method/house/versions/1/published"}},
		"an own method lacks a row": {func(s *isms.System) {
			s.Methods[0].Versions[0].Own.Table = s.Methods[0].Versions[0].Own.Table[:3]
			s.Risks[0].Assessments = nil
		}, []string{"V015 method/house/versions/0/own/table"}},
		"a currency in words":      {func(s *isms.System) { s.Currency = "euro" }, []string{"V016 system/currency"}},
		"a currency of an amount":  {func(s *isms.System) { s.Actions[0].Cost.Currency = "€" }, []string{"V016 action/A-1/cost/currency"}},
		"a form that is not known": {func(s *isms.System) { s.SchemaVersion = 9 }, []string{"V017 system/schemaVersion"}},
		"an extension is not JSON": {func(s *isms.System) { s.X["acme/id"] = json.RawMessage("{") }, []string{"V018 system/x/acme~1id"}},
		"a clause is not one": {func(s *isms.System) {
			s.Evidence = []isms.Evidence{{ID: "E-1", CollectedOn: date(t, "2026-01-01"), Clauses: []annexa.ClauseRef{{Standard: "iso27001", Edition: "2022", Number: "99.9"}}}}
		}, []string{"V019 evidence/E-1/clauses/0"}},
		"a set without edition": {func(s *isms.System) { s.ControlSets = []annexa.Set{"iso27001"} }, []string{"V020 system/controlSets/0"}},
	}
	seen := make(map[string]bool)
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			sys := small(t)
			c.spoil(&sys)
			ps := problems(t, isms.Validate(sys, methods.All()))
			var got []string
			for _, p := range ps {
				got = append(got, p.Key())
				seen[p.Code] = true
				require.NotEmpty(t, p.Message)
			}
			require.Equal(t, c.want, got)
			_, err := isms.At(sys, date(t, "2026-11-21"), methods.All())
			require.Equal(t, ps, problems(t, err), "At reports the same")
		})
	}
	for name, code := range codes(t) {
		if strings.HasPrefix(code, "V") {
			require.True(t, seen[code], "no case for %s %s", code, name)
		}
	}
}

// codes reads the codes of problems from the source.
func codes(t *testing.T) map[string]string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "problem.go", nil, 0)
	require.NoError(t, err)
	found := make(map[string]string)
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
				code, err := strconv.Unquote(lit.Value)
				require.NoError(t, err)
				found[spec.Names[0].Name] = code
			}
		}
		return true
	})
	require.NotEmpty(t, found)
	return found
}

func TestOneNoticeForAnUnknownMethod(t *testing.T) {
	sys := small(t)
	for i := range sys.Risks[0].Assessments {
		sys.Risks[0].Assessments[i].Method = "house/brew@7"
		sys.Risks[0].Assessments[i].Inputs = risk.Inputs{"mood": "5.10"}
		sys.Risks[0].Assessments[i].Rating.Level = "purple"
	}
	v, err := isms.At(sys, date(t, "2026-11-21"), methods.All())
	require.NoError(t, err)
	require.Len(t, v.Notices(), 1)
	require.Equal(t, isms.NoticeUnknownMethod, v.Notices()[0].Code)
	r, ok := v.Risk("R-1")
	require.True(t, ok)
	require.Equal(t, "5.10", r.Assessments[0].Inputs["mood"])
	rated := v.RateRisk(r, isms.Current)
	require.Equal(t, "purple", rated.Level)
	require.Equal(t, -1, rated.Rank)
	require.Nil(t, rated.Use)
}

// counting is a Source that counts the records it hands out.
type counting struct {
	isms.Source
	read int
}

func (c *counting) Get(ref isms.Ref) (isms.Record, error) {
	c.read++
	return c.Source.Get(ref)
}

func (c *counting) All(kind isms.Kind) iter.Seq2[isms.Record, error] {
	return c.counted(c.Source.All(kind))
}

func (c *counting) Into(ref isms.Ref, kind isms.Kind) iter.Seq2[isms.Record, error] {
	return c.counted(c.Source.Into(ref, kind))
}

func (c *counting) counted(records iter.Seq2[isms.Record, error]) iter.Seq2[isms.Record, error] {
	return func(yield func(isms.Record, error) bool) {
		for r, err := range records {
			c.read++
			if !yield(r, err) {
				return
			}
		}
	}
}

func TestOneRecordOfThousandsIsValidatedByItself(t *testing.T) {
	sys := ismstest.Large(5)
	view, err := isms.At(sys, date(t, "2026-11-21"), methods.All())
	require.NoError(t, err)
	for _, ref := range []isms.Ref{{Kind: isms.KindRisk, ID: "R-02500"}, {Kind: isms.KindTreatment, ID: "T-02501"}, {Kind: isms.KindEvidence, ID: "E-000007"}} {
		rec, err := view.Get(ref)
		require.NoError(t, err)
		src := &counting{Source: view}
		require.NoError(t, isms.ValidateRecord(src, rec, methods.All()))
		require.Less(t, src.read, 50, "%s", ref)
	}
	r := sys.Risks[2500]
	r.Owners = []isms.Tenure{{Who: isms.Party{Kind: isms.KindRole, ID: "cto"}}}
	src := &counting{Source: view}
	ps := problems(t, isms.ValidateRecord(src, r, methods.All()))
	require.Equal(t, "V004 risk/R-02500/owners/0/who", ps[0].Key())
	require.Less(t, src.read, 50)
}

// TestARecordHasTheSameProblemsAloneAndAmongOthers: ValidateRecord finds what
// Validate finds of the same record, but for identifiers used twice, which one
// record cannot know.
func TestARecordHasTheSameProblemsAloneAndAmongOthers(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 6))
		sys := ismstest.Generate(r)
		spoil(r, &sys)
		want := make(map[isms.Ref][]string)
		if err := isms.Validate(sys, nil); err != nil {
			for _, p := range problems(t, err) {
				want[p.Record] = append(want[p.Record], p.String())
			}
		}
		for kind := range isms.Kinds() {
			for rec, err := range sys.All(kind) {
				require.NoError(t, err)
				var got []string
				if err := isms.ValidateRecord(sys, rec, nil); err != nil {
					for _, p := range problems(t, err) {
						got = append(got, p.String())
					}
				}
				require.Equal(t, want[rec.Ref()], got, "seed %d: %s", seed, rec.Ref())
			}
		}
	}
}

// spoil removes some records, so that references to them are broken, and bends
// some values.
func spoil(r *rand.Rand, sys *isms.System) {
	sys.Persons = sys.Persons[:r.IntN(len(sys.Persons))]
	sys.Assets = sys.Assets[:r.IntN(len(sys.Assets))]
	sys.Treatments[0].Option = 77
	sys.Risks[0].Assessments = append(sys.Risks[0].Assessments, isms.Assessment{})
}

func TestProblemsAreInAStableOrder(t *testing.T) {
	sys := ismstest.Generate(rand.New(rand.NewPCG(9, 9)))
	spoil(rand.New(rand.NewPCG(9, 9)), &sys)
	want := isms.Validate(sys, nil).Error()
	blobs, err := ismstest.NewBlobs(small(t))
	require.NoError(t, err)
	require.NoError(t, isms.Validate(blobs, methods.All()))
	for range 5 {
		require.Equal(t, want, isms.Validate(sys, nil).Error())
	}
	slices.Reverse(sys.Risks)
	slices.Reverse(sys.Documents)
	require.Equal(t, want, isms.Validate(sys, nil).Error(), "the order of the records does not matter")
}

// failing is a Source whose reads fail.
type failing struct{ isms.System }

var errDisk = errors.New("the disk is on fire")

func (failing) Get(isms.Ref) (isms.Record, error) { return nil, errDisk }

func TestErrorsOfTheSourceAreNotProblems(t *testing.T) {
	require.ErrorIs(t, isms.Validate(failing{}, nil), errDisk)
	require.ErrorIs(t, isms.ValidateRecord(failing{}, small(t).Treatments[0], nil), errDisk)
	_, err := isms.At(failing{}, date(t, "2026-11-21"), nil)
	require.ErrorIs(t, err, errDisk)
}

func TestProblemCodesAreListed(t *testing.T) {
	all := codes(t)
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(all)) {
		lines = append(lines, fmt.Sprintf("%s %s", all[name], name))
	}
	slices.Sort(lines)
	goldenLines(t, "codes.txt", lines)
}
