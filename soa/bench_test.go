package soa_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/soa"
)

// large is a System of n risks, each with a treatment, and 8 links to controls
// for 5 of them: to references and to own controls, all with evidence.
func large(n int) isms.System {
	sys := isms.System{ID: "large", SchemaVersion: isms.SchemaVersion}
	var refs []annexa.ControlRef
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		refs = append(refs, c.Ref)
		id := isms.ControlID("C-" + c.Ref.ID)
		sys.Controls = append(sys.Controls, isms.Control{ID: id, Title: c.ShortName, Realizes: []isms.Realization{{Control: c.Ref}}, States: since("2026-01-01", isms.Implemented)})
		sys.Applicability = append(sys.Applicability, isms.Applicability{Control: c.Ref, Decisions: []isms.ApplicabilityDecision{{Is: isms.Included, Decision: isms.Decision{On: day("2026-01-01")}}}})
	}
	for i := range n {
		risk := isms.RiskID(fmt.Sprintf("R-%05d", i))
		t := isms.Treatment{ID: isms.TreatmentID("T-" + risk), Option: isms.Modify, Risks: []isms.RiskID{risk}}
		t.Controls = append(t.Controls, isms.ChosenControl{Control: refs[i%len(refs)]})
		if i%5 < 3 {
			t.Controls = append(t.Controls, isms.ChosenControl{Own: sys.Controls[(i+7)%len(refs)].ID})
		}
		sys.Risks = append(sys.Risks, isms.Risk{ID: risk, Title: "Something happens to " + string(risk)})
		sys.Treatments = append(sys.Treatments, t)
		sys.Evidence = append(sys.Evidence, isms.Evidence{
			ID: isms.EvidenceID("E-" + risk), Controls: []isms.ControlID{sys.Controls[i%len(refs)].ID}, CollectedOn: day("2026-05-01"),
		})
	}
	return sys
}

// BenchmarkDerive grows with the risks: twice as many take about twice the time.
func BenchmarkDerive(b *testing.B) {
	for _, n := range []int{1250, 2500, 5000, 10000} {
		b.Run(fmt.Sprintf("risks=%d", n), func(b *testing.B) {
			v := viewAt(b, large(n), at)
			b.ReportAllocs()
			for b.Loop() {
				_, err := soa.Derive(v, soa.Options{})
				require.NoError(b, err)
			}
		})
	}
}

func benchmark(b *testing.B, f func(soa.Statement) error) {
	b.Helper()
	for name, sys := range map[string]isms.System{"sample": sample(), "risks=5000": large(5000)} {
		b.Run(name, func(b *testing.B) {
			st := derive(b, sys, at)
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, f(st))
			}
		})
	}
}

func BenchmarkDigest(b *testing.B) {
	benchmark(b, func(st soa.Statement) error { st.Digest(); return nil })
}

func BenchmarkReview(b *testing.B) {
	benchmark(b, func(st soa.Statement) error { soa.Review(st); return nil })
}

func BenchmarkCompare(b *testing.B) {
	benchmark(b, func(st soa.Statement) error { soa.Compare(st, st); return nil })
}

func BenchmarkDocument(b *testing.B) {
	benchmark(b, func(st soa.Statement) error { return html.Write(&bytes.Buffer{}, st.Document()) })
}

func BenchmarkRead(b *testing.B) {
	benchmark(b, func(st soa.Statement) error {
		var buf bytes.Buffer
		if err := soa.Write(&buf, st); err != nil {
			return err
		}
		_, err := soa.Read(buf.Bytes())
		return err
	})
}
