package fit_test

import (
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/dist/fit"
)

// TestBits holds that fits have the same bits as ever, on whichever platform.
func TestBits(t *testing.T) {
	var b strings.Builder
	digest := func(name string, e fit.Estimate, more ...float64) {
		h := fnv.New64a()
		for i, p := range e.Params {
			more = append(append(more, p.Value, p.SE), e.Covariance[i]...)
		}
		for _, x := range append(more, e.LogLikelihood, e.AIC, e.BIC, e.Search.Left) {
			_, _ = fmt.Fprintf(h, "%016x ", math.Float64bits(x))
		}
		fmt.Fprintf(&b, "%-12s %016x\n", name, h.Sum64())
	}
	all := samples()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		digest(name, must(t)(families[name](all[name])).Estimate)
		f := must(t)(families[name](fit.Reported(40, fit.Exact(bearings[3:]...))))
		digest(name, f.Estimate, f.Quantiles[3].P, f.Quantiles[3].Fitted, f.Goodness.KS, f.Goodness.AD)
	}
	digest("normality", fit.Estimate{}, must(t)(fit.LogNormal(fit.Exact(bearings...))).Goodness.P)
	mites := grouped(70, 38, 17, 10, 9, 3, 2, 1)
	digest("poisson", counted(t)(fit.Poisson(mites)).Estimate)
	f := counted(t)(fit.NegBinomial(mites))
	digest("negbinomial", f.Estimate, f.Pearson)
	golden.Equal(t, "bits.txt", b.String())
}
