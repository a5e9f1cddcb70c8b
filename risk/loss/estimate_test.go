package loss_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss"
)

func TestEstimateText(t *testing.T) {
	for want, e := range map[string]loss.Estimate{
		"860418.906":           {Value: 860418.90630595, Low: 860418.90630595, High: 860418.90630595, Basis: loss.Exact},
		"10.7063757 ± 2e-06":   {Value: 10.7063757, Low: 10.7063737, High: 10.7063758, Basis: loss.Estimated},
		"refused: no such day": {Basis: loss.Refused, Reason: "no such day"},
	} {
		require.Equal(t, want, e.String())
		var back loss.Estimate
		require.NoError(t, json.Unmarshal(must(json.Marshal(e)), &back))
		require.Equal(t, e, back)
	}
}

func TestWords(t *testing.T) {
	var basis loss.Basis
	require.EqualError(t, basis.UnmarshalText([]byte("bounds")), `loss: basis: got "bounds", want one of exact, bound, estimate, refused, sampled; did you mean "bound"?`)
	require.NoError(t, basis.UnmarshalText([]byte("bound")))
	require.Equal(t, loss.Bounded, basis)
	var per loss.Per
	require.EqualError(t, per.UnmarshalText([]byte("years")), `loss: per: got "years", want one of event, year, once; did you mean "year"?`)
	require.NoError(t, per.UnmarshalText([]byte("once")))
	require.Equal(t, loss.Once, per)
	_, err := loss.Per(9).MarshalText()
	require.EqualError(t, err, "loss: per: got the number 9, want 0 to 3")
}

// TestBeyond holds that the probability of more than what was asked for has a
// wider interval, that holds what is right.
func TestBeyond(t *testing.T) {
	v := readVectors(t).Models[0] // Poisson(3) × exponential
	r := exact(t, loss.ExactOptions{At: []float64{0.995}}, v.Parts[0].scenario(t, "s"))
	holds(t, "P(S > VaR 99.9)", 0.001, r.Exceedance(v.VaR["0.999"]), 1e-6)
	require.Equal(t, loss.Refused, r.VaR(0.999).Basis)
}
