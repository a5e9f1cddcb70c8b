package methods_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

// TestConformance keeps what [risk.Check] finds about each published method, and
// what is unusual about its matrix. What stands there as refuted is so in the
// publication; the page of the method says it.
func TestConformance(t *testing.T) {
	var b strings.Builder
	for _, m := range methods.All() {
		fmt.Fprintf(&b, "# %s\n", m.Ref())
		proved := map[risk.Basis]int{}
		for _, f := range risk.Check(m) {
			if f.Verdict == risk.Proved {
				proved[f.By]++
				continue
			}
			fmt.Fprintln(&b, f)
		}
		for by := risk.ByExhaustion; by <= risk.BySample; by++ {
			if word, _ := by.MarshalText(); proved[by] > 0 {
				fmt.Fprintf(&b, "proved by %s: %d\n", word, proved[by])
			}
		}
		for _, p := range m.Advice() {
			fmt.Fprintln(&b, p)
		}
		if x, ok := m.Matrix(); ok {
			for _, p := range x.Advice() {
				fmt.Fprintln(&b, p)
			}
		}
	}
	golden.Equal(t, "conformance.txt", b.String())
}
