package html_test

import (
	"io"
	"strconv"
	"testing"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/internal/sample"
)

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{97, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			d := docinfo.Document{Name: "d", Title: "D", Blocks: []docinfo.Block{sample.Large(n)}}
			b.ReportAllocs()
			for b.Loop() {
				if err := html.Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
