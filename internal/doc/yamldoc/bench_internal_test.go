package yamldoc

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
)

// source is the register with that many risks, as YAML.
func source(tb testing.TB, risks int) []byte {
	tb.Helper()
	root, err := doc.Encode(doctest.Of(risks))
	require.NoError(tb, err)
	var b bytes.Buffer
	require.NoError(tb, Write(&b, root))
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) {
	for _, risks := range []int{1, 500, 5000, 10000} {
		src := source(b, risks)
		b.Run(fmt.Sprintf("risks=%d", risks), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				root, faults := Parse(src)
				var r doctest.Register
				faults = append(faults, doc.Decode(root, &r, doc.Options{})...)
				if len(faults) > 0 {
					b.Fatal(faults)
				}
			}
		})
	}
}

// BenchmarkParse sets the simple reader beside the library, which reads what
// is out of the ordinary.
func BenchmarkParse(b *testing.B) {
	src := source(b, 5000)
	for name, parse := range map[string]func([]byte) bool{
		"simple":  func(src []byte) bool { _, ok := parseSimple(src); return ok },
		"library": func(src []byte) bool { _, faults := parseAny(src); return len(faults) == 0 },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				if !parse(src) {
					b.Fatal("not read")
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	root, err := doc.Encode(doctest.Of(5000))
	require.NoError(b, err)
	b.SetBytes(int64(len(source(b, 5000))))
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, root); err != nil {
			b.Fatal(err)
		}
	}
}
