package fair_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestBits holds that results have the same bits as ever, on whichever platform.
// Percentiles of magnitudes are those of package loss, which has a test as this.
func TestBits(t *testing.T) {
	var b strings.Builder
	for i, capability := range of {
		resistance := of[(i+3)%len(of)]
		fmt.Fprintf(&b, "%016x %s > %s\n", math.Float64bits(must(fair.Vulnerability(parse(capability), parse(resistance)))), capability, resistance)
	}
	for _, tree := range []fair.Tree{yardstick(), full()} {
		for _, n := range must(tree.Explain(t.Context())) {
			if n.Factor == "/magnitude" {
				break
			}
			for _, e := range []loss.Estimate{n.Mean, n.P5, n.P95} {
				fmt.Fprintf(&b, "%016x ", math.Float64bits(e.Value))
			}
			fmt.Fprintln(&b, n.Factor)
		}
	}
	golden.Equal(t, "bits.txt", b.String())
}
