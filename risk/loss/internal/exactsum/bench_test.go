package exactsum_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/exactsum"
)

// BenchmarkSum adds a number, merges a sum and rounds one.
func BenchmarkSum(b *testing.B) {
	s, other := sumOf(1e6), sumOf(1e-3)
	b.Run("Add", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s.Add(12345.678)
		}
	})
	b.Run("Merge", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, s.Merge(other))
		}
	})
	b.Run("Float64", func(b *testing.B) {
		b.ReportAllocs()
		sum := 0.0
		for b.Loop() {
			sum += s.Float64()
		}
	})
	b.Run("binary", func(b *testing.B) {
		b.ReportAllocs()
		var read exactsum.Sum
		for b.Loop() {
			require.NoError(b, read.UnmarshalBinary([]byte(bytesOf(b, s))))
		}
	})
}
