package methods_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

// BenchmarkRate rates by every published method, as it is and prepared, the
// highest level of each factor that can be given.
func BenchmarkRate(b *testing.B) {
	for _, m := range methods.All() {
		in := risk.Inputs{}
		for _, f := range m.Factors {
			in[f.ID] = f.Scale.Levels[len(f.Scale.Levels)-1].ID
		}
		p, err := m.Prepare()
		require.NoError(b, err)
		b.Run(m.ID+"/method", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.Rate(in); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(m.ID+"/prepared", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.Rate(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
