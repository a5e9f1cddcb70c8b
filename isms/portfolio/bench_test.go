package portfolio_test

import (
	"testing"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/portfolio"
	"github.com/ismskit/ismskit/risk/methods"
)

func BenchmarkNew(b *testing.B) {
	v, m := must(isms.At(system(), at, methods.All())), model()
	b.ReportAllocs()
	for b.Loop() {
		must(portfolio.New(v, m, portfolio.Options{}))
	}
}

func BenchmarkRun(b *testing.B) {
	v := must(isms.At(system(), at, methods.All()))
	p := must(portfolio.New(v, model(), portfolio.Options{}))
	b.ReportAllocs()
	for b.Loop() {
		must(p.Run(b.Context(), options))
	}
}
