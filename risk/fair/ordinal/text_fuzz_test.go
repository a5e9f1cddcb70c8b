package ordinal_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/fair/ordinal"
)

// FuzzText holds of each kind of inputs that a text that is read is rated, and
// written again so that it is read as the same.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"", "loss-event-frequency=L, loss-magnitude=very high", "loss-magnitude=H", "control=M, inherent=VH",
		"contact-frequency=H,probability-of-action=M,threat-capability=M,resistance-strength=H,loss-magnitude=H",
		"loss-event-frequency=M, loss-magnitude=L, secondary-loss-probability=H, secondary-loss-magnitude=H",
		"threat-event-frequency=M, vulnerability=L, loss-magnitude=vh", "inherent=M", "\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var p, p2 ordinal.Primary
		if p.UnmarshalText([]byte(s)) == nil {
			_, err := p.Rate()
			require.NoError(t, err)
			text, err := p.MarshalText()
			require.NoError(t, err)
			require.NoError(t, p2.UnmarshalText(text))
		}
		require.Equal(t, p, p2)
		var o, o2 ordinal.Overall
		if o.UnmarshalText([]byte(s)) == nil {
			_, err := o.Rate()
			require.NoError(t, err)
			text, err := o.MarshalText()
			require.NoError(t, err)
			require.NoError(t, o2.UnmarshalText(text))
		}
		require.Equal(t, o, o2)
		var r, r2 ordinal.Residual
		if r.UnmarshalText([]byte(s)) == nil {
			text, err := r.MarshalText()
			require.NoError(t, err)
			require.NoError(t, r2.UnmarshalText(text))
		}
		require.Equal(t, r, r2)
	})
}

// FuzzRate holds that nothing panics and that the method agrees, off the scales
// too.
func FuzzRate(f *testing.F) {
	f.Add([]byte{4, 3, 0, 3, 4, 0, 0, 4, 1, 1})
	f.Add([]byte{0, 0, 0, 0, 0, 0, 2, 5, 4, 4})
	f.Add([]byte{255, 0, 6, 0, 0, 0, 2, 5, 4, 4})
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) < 10 {
			return
		}
		at := func(i int) ordinal.Level { return ordinal.Level(b[i]) }
		x := ordinal.Overall{
			Primary: ordinal.Primary{
				ContactFrequency: at(0), ProbabilityOfAction: at(1), ThreatEventFrequency: at(2), ThreatCapability: at(3),
				ResistanceStrength: at(4), Vulnerability: at(5), LossEventFrequency: at(6), LossMagnitude: at(7),
			},
			SecondaryProbability: at(8), SecondaryMagnitude: at(9),
		}
		p, err := x.Primary.Rate()
		same(t, ordinal.PrimaryRisk(), x.Primary.Inputs(), p.Risk, err)
		o, err := x.Rate()
		same(t, ordinal.OverallRisks(), x.Inputs(), o.Risk, err)
	})
}
