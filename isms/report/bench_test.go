package report_test

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
)

// large makes a System of n risks with ten assessments each; every third is
// treated, every fifth accepted, every tenth a whole of the nine after it.
func large(t testing.TB, n int) isms.System {
	t.Helper()
	sys := isms.System{ID: "large", SchemaVersion: isms.SchemaVersion, Title: "Large"}
	m := iso27005.Qualitative()
	sys.Methods = []isms.RiskMethod{{ID: "house", Versions: []isms.MethodVersion{{
		Number: "1", From: day(t, "2020-01-01"), Published: m.Ref().String(),
		Criteria: risk.Criteria{Levels: []risk.LevelCriterion{{Level: iso27005.Low, Acceptable: true}, {Level: iso27005.High}}},
	}}}}
	sys.Roles = []isms.Role{{ID: "ciso", Title: "CISO"}}
	who := isms.Party{Kind: isms.KindRole, ID: "ciso"}
	for i := range n {
		id := fmt.Sprintf("R-%05d", i)
		r := isms.Risk{
			ID: isms.RiskID(id), Title: "Something bad happens to number " + strconv.Itoa(i), Event: "An event",
			Consequences: []isms.Consequence{{Property: isms.Availability}}, Owners: []isms.Tenure{{Who: who}},
		}
		for j := range 10 {
			r.Assessments = append(r.Assessments, isms.Assessment{
				Stage: isms.Stage(1 + j%3), On: day(t, "2025-01-01").AddDays(30 * j), Method: "house",
				Inputs: inputs(strconv.Itoa(1+(i+j)%5), strconv.Itoa(1+(i/5+j)%5)),
			})
		}
		r.Combine = isms.HighestPart
		if i%10 > 0 {
			r.Combine = isms.OwnLevel
			r.PartOf = isms.RiskID(fmt.Sprintf("R-%05d", i-i%10))
		}
		sys.Risks = append(sys.Risks, r)
		if i%3 == 0 {
			tr := isms.TreatmentID("T-" + id)
			sys.Treatments = append(sys.Treatments, isms.Treatment{ID: tr, Option: isms.Modify, Risks: []isms.RiskID{r.ID}, Controls: []isms.ChosenControl{{Own: isms.ControlID("C-" + id)}}})
			sys.Controls = append(sys.Controls, isms.Control{ID: isms.ControlID("C-" + id)})
			sys.Actions = append(sys.Actions, isms.Action{ID: isms.ActionID("A-" + id), For: []isms.Ref{{Kind: isms.KindTreatment, ID: string(tr)}}})
		}
		if i%5 == 0 {
			sys.Acceptances = append(sys.Acceptances, isms.Acceptance{ID: isms.AcceptanceID(id), Risk: r.ID, Decision: isms.Decision{By: who, On: day(t, "2026-01-01")}})
		}
	}
	return sys
}

func BenchmarkDocuments(b *testing.B) {
	maps := func(v *isms.View) docinfo.Document {
		d, err := report.HeatMap(v)
		require.NoError(b, err)
		return d
	}
	for _, d := range []struct {
		name string
		of   func(*isms.View) docinfo.Document
	}{{"register", report.Register}, {"plan", report.TreatmentPlan}, {"heatmap", maps}} {
		for _, n := range []int{500, 5000} {
			v := viewAt(b, large(b, n), at)
			b.Run(fmt.Sprintf("%s/risks=%d", d.name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					d.of(v)
				}
			})
		}
	}
}

// BenchmarkDoubling reports how many times as long all documents take of twice
// the risks, measured side by side.
func BenchmarkDoubling(b *testing.B) {
	one, two := viewAt(b, large(b, 5000), at), viewAt(b, large(b, 10000), at)
	var times [2]time.Duration
	for b.Loop() {
		for i, v := range []*isms.View{one, two} {
			start := time.Now()
			documents(b, v)
			times[i] += time.Since(start)
		}
	}
	b.ReportMetric(float64(times[1])/float64(times[0]), "ratio")
}
