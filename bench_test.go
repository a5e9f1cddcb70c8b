package ismskit_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/soa"
)

// BenchmarkLarge goes all the way with the large System of docs/performance.md:
// from the bytes to the statement.
func BenchmarkLarge(b *testing.B) {
	for _, from := range formats(b, 5) {
		b.Run("from="+from.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				statement(b, from)
			}
		})
	}
}

// BenchmarkTwiceTheData does the same with a System and with one of twice its
// size, one after the other in each iteration, and reports how many times as
// long the larger one takes.
func BenchmarkTwiceTheData(b *testing.B) {
	once, twice := formats(b, 5), formats(b, 10)
	for i := range once {
		b.Run("from="+once[i].name, func(b *testing.B) {
			var short, long time.Duration
			for b.Loop() {
				start := time.Now()
				statement(b, once[i])
				middle := time.Now()
				statement(b, twice[i])
				short, long = short+middle.Sub(start), long+time.Since(middle)
			}
			b.ReportMetric(float64(long)/float64(short), "times-as-long")
		})
	}
}

type format struct {
	name string
	src  []byte
	read func(string, []byte) (isms.System, error)
}

func formats(b *testing.B, n int) []format {
	b.Helper()
	sys := ismstest.Large(n)
	var inJSON, inYAML bytes.Buffer
	require.NoError(b, isms.Encode(&inJSON, sys))
	require.NoError(b, yaml.Encode(&inYAML, sys))
	return []format{{"json", inJSON.Bytes(), isms.Decode}, {"yaml", inYAML.Bytes(), yaml.Decode}}
}

func statement(b *testing.B, from format) {
	b.Helper()
	sys, err := from.read("large", from.src)
	if err != nil {
		b.Fatal(err)
	}
	on, err := isms.NewDate(2026, 11, 21)
	if err != nil {
		b.Fatal(err)
	}
	view, err := isms.At(sys, on, methods.All())
	if err != nil {
		b.Fatal(err)
	}
	if _, err := soa.Derive(view, soa.Options{}); err != nil {
		b.Fatal(err)
	}
}
