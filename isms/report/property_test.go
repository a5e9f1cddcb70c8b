package report_test

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/risk"
)

func generated(seed uint64) isms.System {
	return ismstest.Generate(rand.New(rand.NewPCG(seed, 7)))
}

// pages returns the documents of a view as HTML, one after the other.
func pages(t testing.TB, v *isms.View) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, d := range documents(t, v) {
		require.NoError(t, html.Write(&b, d))
	}
	return b.Bytes()
}

// words returns the documents of a view as Markdown, line by line.
func words(t testing.TB, v *isms.View) []string {
	t.Helper()
	var b bytes.Buffer
	for _, d := range documents(t, v) {
		require.NoError(t, markdown.Write(&b, d))
	}
	return strings.Split(b.String(), "\n")
}

func TestEveryDocumentValidates(t *testing.T) {
	for seed := range uint64(60) {
		for _, on := range []string{"2000-01-01", "2025-06-30", "2026-06-30", "9999-12-31"} {
			for _, d := range documents(t, viewAt(t, generated(seed), on)) {
				require.NoError(t, d.Validate(), "seed %d on %s: %s", seed, on, d.Name)
			}
		}
	}
}

// A System and a store of blobs, which lists its records in no order, give the
// same bytes, each time.
func TestSourcesGiveTheSameBytes(t *testing.T) {
	systems := []isms.System{sample(t)}
	for seed := range uint64(10) {
		systems = append(systems, generated(seed))
	}
	for _, sys := range systems {
		blobs, err := ismstest.NewBlobs(sys)
		require.NoError(t, err)
		want := pages(t, viewAt(t, sys, at))
		require.Equal(t, string(want), string(pages(t, viewAt(t, sys, at))), "a second time")
		require.Equal(t, string(want), string(pages(t, viewAt(t, blobs, at))), "from blobs")
	}
}

// later adds to every list of dated facts one of the day after the documents,
// unless it would begin the list and so say something about the days before.
func later(sys isms.System, next isms.Date, who isms.Party) isms.System {
	sys = laterDecisions(laterRisks(sys, next, who), next, who)
	for i := range sys.Controls {
		sys.Controls[i].States = append(sys.Controls[i].States, isms.ControlFact{Is: isms.Retired, Since: next})
	}
	for i := range sys.Roles {
		if len(sys.Roles[i].Holders) > 0 {
			sys.Roles[i].Holders = append(sys.Roles[i].Holders, isms.Tenure{Who: who, From: next})
		}
	}
	for i := range sys.Actions {
		if sys.Actions[i].Done.IsZero() {
			sys.Actions[i].Done = next
		}
	}
	for i := range sys.Methods {
		m := &sys.Methods[i]
		v := m.Versions[len(m.Versions)-1]
		v.Number, v.From, v.Criteria, v.Harmonization = "later", next, risk.Criteria{}, isms.Harmonization{}
		m.Versions = append(m.Versions, v)
	}
	return sys
}

func laterRisks(sys isms.System, next isms.Date, who isms.Party) isms.System {
	for i := range sys.Risks {
		r := &sys.Risks[i]
		r.Owners = append(r.Owners, isms.Tenure{Who: who, From: next})
		r.Assessments = append(r.Assessments,
			isms.Assessment{Stage: isms.Inherent, On: next, Method: "unheard/of@1", Rating: risk.Rating{Level: "later"}},
			isms.Assessment{Stage: isms.Current, On: next, Method: "unheard/of@1", Rating: risk.Rating{Level: "later"}},
			isms.Assessment{Stage: isms.Residual, On: next, Override: isms.Override{Level: "later"}})
		if len(r.Status) > 0 && r.StateAt(next.AddDays(-1)) != 0 {
			r.Status = append(r.Status, isms.RiskFact{Is: isms.Closed, Since: next}, isms.RiskFact{Is: isms.Open, Since: next.AddDays(1)})
		}
		sys.Acceptances = append(sys.Acceptances, isms.Acceptance{ID: isms.AcceptanceID("later " + r.ID), Risk: r.ID, Decision: isms.Decision{By: who, On: next}})
		sys.Treatments = append(sys.Treatments, isms.Treatment{ID: isms.TreatmentID("later " + r.ID), Risks: []isms.RiskID{r.ID}, Option: isms.Modify, From: next})
	}
	return sys
}

func laterDecisions(sys isms.System, next isms.Date, who isms.Party) isms.System {
	for _, a := range sys.Acceptances {
		for j := range a.Conditions {
			if a.Conditions[j].Fell.IsZero() {
				a.Conditions[j].Fell = next
			}
		}
	}
	for i := range sys.Plans {
		p := &sys.Plans[i]
		for j := range p.Versions {
			p.Versions[j].Approvals = append(p.Versions[j].Approvals, isms.PlanApproval{Decision: isms.Decision{By: who, On: next}})
		}
		p.Versions = append(p.Versions, isms.PlanVersion{Number: "later", On: next})
	}
	return sys
}

func TestLaterFactsChangeNothing(t *testing.T) {
	who := isms.Party{Kind: isms.KindPerson, ID: "somebody new"}
	systems := []func() isms.System{func() isms.System { return sample(t) }}
	for seed := range uint64(30) {
		systems = append(systems, func() isms.System { return generated(seed) })
	}
	for i, system := range systems {
		for _, on := range []string{"2025-06-30", at} {
			before, after := system(), system()
			before.Persons = append(before.Persons, isms.Person{ID: "somebody new"})
			after.Persons = before.Persons
			after = later(after, day(t, on).AddDays(1), who)
			want := words(t, viewAt(t, before, on))
			require.Equal(t, want, words(t, viewAt(t, after, on)), "system %d on %s", i, on)
			require.NotEqual(t, words(t, viewAt(t, before, "9998-01-01")), words(t, viewAt(t, after, "9998-01-01")), "the facts say something once they hold")
		}
	}
}

func TestEmptySystem(t *testing.T) {
	v := viewAt(t, isms.System{ID: "empty", SchemaVersion: isms.SchemaVersion}, at)
	for _, d := range documents(t, v) {
		require.NoError(t, d.Validate())
		var b bytes.Buffer
		require.NoError(t, markdown.Write(&b, d))
		require.Contains(t, b.String(), "empty")
	}
	require.Empty(t, report.HeatMaps(v))
	require.Empty(t, tables(report.Register(v).Blocks)["risks"].Rows)
}

// Texts that only look empty, that a picture cannot hold or that make a page
// their own are printed as they are, or as what stands in for them.
func TestHostileTexts(t *testing.T) {
	m := ismstest.Method("house", "1")
	m.Title, m.Levels[2].Label = "two\nlines\u2028\x00", "\u202Ehigh\u0085"
	for _, text := range []string{"", " ", "\n", "\x00", "\u2028", "\u0085", "\uFFFE", "<script>", "a\nb", "\u202Eabc", "](javascript:x)", string(make([]byte, 300))} {
		sys := isms.System{
			ID: "hostile", SchemaVersion: isms.SchemaVersion, Title: text, Language: text,
			Scopes:  []isms.Scope{{ID: "a", Title: text}, {ID: "b", Title: text}},
			Roles:   []isms.Role{{ID: "r", Title: text, Holders: []isms.Tenure{{Who: isms.Party{Kind: isms.KindPerson, ID: "p"}}}}},
			Persons: []isms.Person{{ID: "p", Name: text}},
			Risks: []isms.Risk{
				{
					ID: "x\u2028y", Title: text, Event: text, Source: text, Description: text, Scopes: []isms.ScopeID{"a"},
					Owners:       []isms.Tenure{{Who: isms.Party{Kind: isms.KindRole, ID: "r"}}},
					Consequences: []isms.Consequence{{Category: text, Description: text}},
					Status:       []isms.RiskFact{{Is: isms.Open, Since: day(t, at), Reason: text}},
					Assessments: []isms.Assessment{
						{Stage: isms.Current, On: day(t, at), Method: "house@1", Inputs: risk.Inputs{"likelihood": "high", "consequence": "low"}, Note: text},
						{Stage: isms.Residual, On: day(t, at), Rating: risk.Rating{Level: text, Likelihood: text, Consequence: text}},
					},
				},
				{ID: "x y", Title: text, Assessments: []isms.Assessment{
					{Stage: isms.Current, On: day(t, at), Method: "house@1", Inputs: risk.Inputs{"likelihood": "low", "consequence": "low"}, Override: isms.Override{Level: "high", Decision: isms.Decision{Reason: text}}},
				}},
				{ID: "z", Assessments: []isms.Assessment{{Stage: isms.Current, On: day(t, at), Override: isms.Override{Level: text}}}},
			},
			Treatments:  []isms.Treatment{{ID: "t", Title: text, Reason: text, Risks: []isms.RiskID{"x y", "x y", "z"}, Controls: []isms.ChosenControl{{}, {Own: "c"}}}},
			Controls:    []isms.Control{{ID: "c", Title: text}},
			Actions:     []isms.Action{{ID: "a", Title: text, Resources: text, Evaluated: text, For: []isms.Ref{{Kind: isms.KindTreatment, ID: "t"}, {Kind: isms.KindControl, ID: "c"}}}},
			Plans:       []isms.TreatmentPlan{{ID: "p", Title: text, Versions: []isms.PlanVersion{{Number: text, On: day(t, at), Treatments: []isms.TreatmentID{"t"}}}}},
			Acceptances: []isms.Acceptance{{ID: "a", Risk: "z", Rating: risk.Rating{Level: text}, Decision: isms.Decision{By: isms.Party{Kind: isms.KindPerson, ID: "p"}, On: day(t, at), Reason: text}, Conditions: []isms.Condition{{Text: "c"}}}},
		}
		if text == "" {
			sys.Plans[0].Versions[0].Number = "1"
		}
		v, err := isms.At(sys, day(t, at), risk.Methods{m})
		require.NoError(t, err, "%q", text)
		for _, d := range documents(t, v) {
			require.NoError(t, d.Validate(), "%q", text)
		}
		require.Len(t, report.HeatMaps(v)[0].Items, 2, "two risks whose identifiers look the same")
	}
}

// verdict matches what no document of this library says of an organization.
var verdict = regexp.MustCompile(`(?i)\b(complian(t|ce)|complies|certifi\w+|conform\w*|prove[ns]?|proof)\b`)

func TestNoVerdict(t *testing.T) {
	for _, d := range documents(t, viewAt(t, sample(t), at)) {
		var b bytes.Buffer
		require.NoError(t, markdown.Write(&b, d))
		require.Empty(t, verdict.FindString(b.String()), d.Name)
	}
}

// Links and anchors are by kind and identifier: a risk called as a table, an
// action called as a risk keep apart.
func TestAnchors(t *testing.T) {
	rows := tables(report.TreatmentPlan(viewAt(t, sample(t), at)).Blocks)["treatments"].Rows
	require.Equal(t, "treatment/treatments", rows[len(rows)-1].ID)
	c := cell(t, report.TreatmentPlan(viewAt(t, sample(t), at)), "treatments", "treatment/T-01", "actions")
	require.Equal(t, docinfo.Span{Text: "R-01", Link: "#action/R-01"}, c.Items[1][0])
}
