package isms_test

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
)

func links(sys isms.System) int {
	n := 0
	for _, t := range sys.Treatments {
		n += len(t.Controls)
	}
	return n
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{5, 10} {
		sys := ismstest.Large(n)
		var inJSON, inYAML bytes.Buffer
		require.NoError(b, isms.Encode(&inJSON, sys))
		require.NoError(b, yaml.Encode(&inYAML, sys))
		b.Run(fmt.Sprintf("json/risks=%d", n*1000), func(b *testing.B) { decode(b, inJSON.Bytes(), isms.Decode) })
		b.Run(fmt.Sprintf("yaml/risks=%d", n*1000), func(b *testing.B) { decode(b, inYAML.Bytes(), yaml.Decode) })
	}
}

func decode(b *testing.B, src []byte, read func(string, []byte) (isms.System, error)) {
	b.Helper()
	b.ReportAllocs()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := read("large", src); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkView(b *testing.B) {
	for _, n := range []int{5, 10} {
		sys := ismstest.Large(n)
		at, err := isms.ParseDate("2026-11-21")
		require.NoError(b, err)
		b.Run(fmt.Sprintf("risks=%d", n*1000), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				v, err := isms.At(sys, at, methods.All())
				if err != nil {
					b.Fatal(err)
				}
				runtime.KeepAlive(v.Drivers(""))
			}
		})
	}
}

func TestTheLargeSystemIsAsLargeAsItSays(t *testing.T) {
	sys := ismstest.Large(5)
	require.Len(t, sys.Risks, 5000)
	require.Len(t, sys.Risks[0].Assessments, 10)
	require.Len(t, sys.Assets, 2000)
	require.Equal(t, 8000, links(sys))
	require.Len(t, sys.Evidence, 20000)
}
