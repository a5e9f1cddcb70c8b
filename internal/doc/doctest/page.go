package doctest

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
)

// Page writes faults as a person would read them, one to a line.
func Page(faults []doc.Fault) string {
	var b strings.Builder
	for _, f := range faults {
		fmt.Fprintf(&b, "%d:%d %s %q: %s", f.Line, f.Column, f.Code, f.Path, f.Message)
		if f.Hint != "" {
			fmt.Fprintf(&b, " (%s)", f.Hint)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
