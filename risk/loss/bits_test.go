package loss_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestBits holds that results have the same bits as ever, on whichever platform.
// If they change, so does the name of the algorithm in the provenance.
func TestBits(t *testing.T) {
	var b strings.Builder
	for _, m := range []loss.Model{
		full(),
		{ID: "typical", Scenarios: []loss.Scenario{typical()}},
		{ID: "portfolio", Scenarios: portfolio(5)},
		{ID: "tree", Scenarios: []loss.Scenario{eventTree(0.3)}},
	} {
		plan := must(loss.Compile(m))
		r, err := plan.Exact(t.Context(), loss.ExactOptions{Tolerance: 1e-4, Bound: 0.5})
		require.NoError(t, err)
		h := fnv.New64a()
		for _, e := range []loss.Estimate{r.Mean(), r.SD(), r.P0(), r.VaR(0.95), r.VaR(0.99), r.TVaR(0.99), r.Exceedance(1e5)} {
			for _, x := range []float64{e.Value, e.Low, e.High} {
				_, _ = fmt.Fprintf(h, "%016x ", math.Float64bits(x))
			}
		}
		for _, p := range r.AEP() {
			_, _ = fmt.Fprintf(h, "%016x %016x ", math.Float64bits(p.Loss), math.Float64bits(p.Probability))
		}
		p := r.Provenance()
		fmt.Fprintf(&b, "%-10s %-9s %016x %s\n", m.ID, p.Algorithm, h.Sum64(), p.Model)
	}
	golden.Equal(t, "bits.txt", b.String())
}
