package audit_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// many returns the base with n risks of every third kind: above the criteria
// and treated, within them, above and accepted; and a control for each ten.
func many(b *testing.B, n int) isms.System {
	b.Helper()
	sys := base(b)
	for i := range n / 10 {
		id := isms.ControlID(fmt.Sprintf("X-%d", i))
		sys.Controls = append(sys.Controls, isms.Control{ID: id, Realizes: sys.Controls[0].Realizes, States: sys.Controls[0].States})
		sys.Evidence = append(sys.Evidence, isms.Evidence{ID: isms.EvidenceID(id), Controls: []isms.ControlID{id}, CollectedOn: day("2026-01-10")})
	}
	for i := range n {
		r := sys.Risks[i%3]
		r.ID = isms.RiskID(fmt.Sprintf("X-%d", i))
		for range 8 { // ten assessments each
			r.Assessments = append(r.Assessments, sys.Risks[i%3].Assessments[0])
		}
		sys.Risks = append(sys.Risks, r)
		t := isms.Treatment{ID: isms.TreatmentID(r.ID), Risks: []isms.RiskID{r.ID}, Option: isms.Retain}
		if i%3 == 0 {
			t.Option, t.Controls = isms.Modify, []isms.ChosenControl{{Own: isms.ControlID(fmt.Sprintf("X-%d", i%(n/10)))}}
			sys.Plans[0].Versions[0].Treatments = append(sys.Plans[0].Versions[0].Treatments, t.ID)
		}
		sys.Treatments = append(sys.Treatments, t)
		if i%3 == 2 {
			sys.Acceptances = append(sys.Acceptances, isms.Acceptance{
				ID: isms.AcceptanceID(r.ID), Risk: r.ID, Rating: risk.Rating{Level: "high"}, Decision: isms.Decision{By: role("ceo"), On: day("2025-04-01")},
			})
		}
	}
	return sys
}

// BenchmarkRun runs all checks. Twice the records should take about twice as long.
func BenchmarkRun(b *testing.B) {
	for _, n := range []int{500, 1000, 5000} {
		b.Run(fmt.Sprintf("risks=%d", n), func(b *testing.B) {
			s := subject(b, many(b, n), day(today), "")
			gaps, err := audit.Run(b.Context(), s, audit.Checks())
			require.NoError(b, err)
			require.NotEmpty(b, gaps) // residual levels presume the treatment of the first risk
			b.ReportAllocs()
			for b.Loop() {
				if _, err := audit.Run(b.Context(), s, audit.Checks()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
