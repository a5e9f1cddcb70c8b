//go:build !annexa_nocorrespondences

package transition_test

import (
	"testing"

	"github.com/ismskit/ismskit/annexa/transition"
)

func BenchmarkMigrate(b *testing.B) {
	rows := statement(true)
	b.ReportAllocs()
	for b.Loop() {
		transition.Migrate(rows)
	}
}
