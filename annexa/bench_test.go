package annexa_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func BenchmarkLookup(b *testing.B) {
	for _, ref := range []annexa.ControlRef{a("5.1"), a("8.34"), a("5.99"), old("18.2.3"), in(annexa.ISO27017v2015, "CLD.12.4.5"), in(annexa.ISO27701v2025, "A.3.31"), {Set: "acme:1", ID: "X-7"}} {
		b.Run(ref.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				annexa.Lookup(ref)
			}
		})
	}
}

func BenchmarkLookupClause(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		annexa.LookupClause(clause("9.3.2"))
	}
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"A.8.34", "8.34", "iso27001:2013/A.18.2.3", "acme:1/X-7"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = annexa.Parse(text)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	b.ReportAllocs()
	x, y := a("8.3"), a("8.30")
	for b.Loop() {
		x.Compare(y)
	}
}

func BenchmarkControls(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for c := range annexa.Controls(annexa.ISO27001v2022) {
			_ = c
		}
	}
}

func BenchmarkSelect(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for c := range annexa.Select(annexa.Preventive, annexa.Confidentiality, annexa.Technological) {
			_ = c
		}
	}
}

func BenchmarkPredecessors(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for c := range annexa.Predecessors(a("5.15")) {
			_ = c
		}
	}
}

// TestAllocations holds that what a program does for each of its records, and
// all iteration, allocates nothing.
func TestAllocations(t *testing.T) {
	n := 0
	first, second, last, merged := a("8.3"), a("8.30"), old("18.2.3"), a("5.15")
	unknown, item := a("5.99"), clause("9.3.2 c")
	for name, do := range map[string]func(){
		"Lookup":          func() { annexa.Lookup(second) },
		"Lookup 2013":     func() { annexa.Lookup(last) },
		"Lookup unknown":  func() { annexa.Lookup(unknown) },
		"LookupClause":    func() { annexa.LookupClause(item) },
		"Parse":           func() { _, _ = annexa.Parse("8.34") },
		"Parse qualified": func() { _, _ = annexa.Parse("iso27001:2013/A.18.2.3") },
		"Parse own":       func() { _, _ = annexa.Parse("acme:1/X-7") },
		"ParseClause":     func() { _, _ = annexa.ParseClause("6.1.3 d)") },
		"String":          func() { _ = first.String() },
		"Compare":         func() { first.Compare(second) },
		"Controls": func() {
			for c := range annexa.Controls(annexa.ISO27001v2022) {
				n += len(c.ShortName)
			}
		},
		"Select": func() {
			for c := range annexa.Select(annexa.Preventive, annexa.AssetManagement|annexa.Continuity, annexa.Technological) {
				n += len(c.ShortName)
			}
		},
		"Correspondences": func() {
			for c := range annexa.Correspondences() {
				n += len(c.New.ID)
			}
		},
		"Successors": func() {
			for c := range annexa.Successors(last) {
				n += len(c.New.ID)
			}
		},
		"Predecessors": func() {
			for c := range annexa.Predecessors(merged) {
				n += len(c.Old.ID)
			}
		},
		"Tables": func() {
			for table := range annexa.Tables() {
				n += table.Rows
			}
		},
		"All": func() {
			for c := range annexa.AllAttributes().Capabilities.All() {
				n += int(c)
			}
		},
	} {
		require.Zero(t, testing.AllocsPerRun(100, do), name)
	}
	require.Positive(t, n)
}

// TestAllocationsOfOtherSets is TestAllocations for what is not of Annex A.
func TestAllocationsOfOtherSets(t *testing.T) {
	n := 0
	cloud, privacy, item := in(annexa.ISO27017v2015, "CLD.12.4.5"), in(annexa.ISO27701v2025, "A.3.11"), clause("9.3.2 c")
	for name, do := range map[string]func(){
		"Lookup cloud":   func() { annexa.Lookup(cloud) },
		"Lookup privacy": func() { annexa.Lookup(privacy) },
		"Headings":       func() { annexa.Headings(privacy) },
		"Describe":       func() { annexa.Describe(privacy.Set) },
		"Parse cloud":    func() { _, _ = annexa.Parse("iso27017:2015/CLD.12.4.5") },
		"Between": func() {
			for c := range annexa.Between(annexa.ISO27018v2019, annexa.ISO27018v2025) {
				n += len(c.New.ID)
			}
		},
		"Predecessors of privacy": func() {
			for c := range annexa.Predecessors(privacy) {
				n += len(c.Old.ID)
			}
		},
		"Counterparts": func() {
			for c := range annexa.Counterparts(item) {
				n += len(c.Number)
			}
		},
		"Sets": func() {
			for d := range annexa.Sets() {
				n += d.Controls
			}
		},
	} {
		require.Zero(t, testing.AllocsPerRun(100, do), name)
	}
	require.Positive(t, n)
}

func BenchmarkNewView(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = annexa.NewView(annexa.ByCapability)
	}
}
