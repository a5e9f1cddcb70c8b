package overlay_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/overlay"
)

// filled is an overlay with a text at every address.
func filled() overlay.Overlay {
	o := overlay.Template(overlay.Overlay{Language: "de"})
	for i := range o.Texts {
		o.Texts[i].Text = o.Texts[i].Ours + "."
	}
	return o
}

func BenchmarkRead(b *testing.B) {
	var inJSON, inTSV bytes.Buffer
	require.NoError(b, overlay.WriteJSON(&inJSON, filled()))
	require.NoError(b, overlay.WriteTSV(&inTSV, filled()))
	for _, c := range []struct {
		name string
		src  []byte
		read func([]byte) (overlay.Overlay, error)
	}{{"json", inJSON.Bytes(), overlay.ReadJSON}, {"tsv", inTSV.Bytes(), overlay.ReadTSV}} {
		b.Run("from="+c.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(c.src)))
			for b.Loop() {
				if _, err := c.read(c.src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLay(b *testing.B) {
	o := filled()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := overlay.Lay([]string{"de"}, o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	catalogue, err := overlay.Lay([]string{"de"}, german)
	require.NoError(b, err)
	for _, c := range []struct{ name, address string }{{"laid", "A.7.9/S3"}, {"ours", "A.7.9/S4"}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				catalogue.Text(c.address)
			}
		})
	}
}
