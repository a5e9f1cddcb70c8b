package histogram_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
)

const header = "loss histogram 1\n"

func TestBinary(t *testing.T) {
	for _, c := range shapes {
		losses := drawn(2000, c.draw)
		h := of(append(losses, -1))
		var read histogram.Histogram
		require.NoError(t, read.UnmarshalBinary([]byte(bytesOf(t, h))))
		require.Equal(t, bytesOf(t, h), bytesOf(t, &read))
		require.Equal(t, figuresOf(h), figuresOf(&read))
		read.Add(losses)
		h.Add(losses)
		require.Equal(t, bytesOf(t, h), bytesOf(t, &read))
	}
}

// TestBinaryForm is the documented form, by hand.
func TestBinaryForm(t *testing.T) {
	two := math.Float64frombits(0x3FF00_00000000005) // 1 and five in the last place
	for _, c := range []struct {
		name   string
		losses []float64
		want   string
	}{
		{"nothing", nil, "\x00\x00\x00"},
		{"zeros, refused", []float64{0, -1, 0, 0}, "\x03\x01\x00"},
		{"one", []float64{1}, "\x00\x00\x01\x80\xfe\x0f\x01\x00"},
		{"two cells", []float64{1, 1, two, 1.0078125}, "\x00\x00\x02\x80\xfe\x0f\x03\x00\x05\x00\x05\x01\x01\x00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, header+c.want, bytesOf(t, of(c.losses)))
		})
	}
}

func TestBadBytes(t *testing.T) {
	for _, c := range []struct{ name, bytes, want string }{
		{"nothing", "", `histogram: header: got "", want "loss histogram 1\n"`},
		{"another version", "loss histogram 2\n\x00\x00\x00", `histogram: header: got "loss histogram 2\n", want "loss histogram 1\n"`},
		{"cut", header + "\x00\x00", "histogram: byte 19: cells: got 0, want an integer"},
		{"cut integer", header + "\x80", "histogram: byte 17: zeros: got 0, want an integer"},
		{"too long an integer", header + "\x80\x00\x00\x00", "histogram: byte 17: zeros: got 0, want it in as few bytes as can be"},
		{"more", header + "\x00\x00\x00\x00", "histogram: byte 20: end: got 1, want no more bytes"},
		{"too many zeros", header + "\x81\x80\x80\x80\x80\x20\x00\x00", "histogram: byte 17: zeros: got 1099511627777, want 0 to 1099511627776"},
		{"too many losses", header + "\x80\x80\x80\x80\x80\x20\x00\x01\x05\x01\x00", "histogram: byte 26: losses: got 1, want 1 to 0"},
		{"cell without losses", header + "\x00\x00\x01\x05\x00\x00", "histogram: byte 21: losses: got 0, want 1 to 1099511627776"},
		{"infinite", header + "\x00\x00\x01\x80\xfe\x1f\x01\x00", "histogram: byte 25: cell: got 524032, want one of finite numbers above 0"},
		{"zero in a cell", header + "\x00\x00\x01\x00\x01\x00", "histogram: byte 23: cell: got 0, want one of finite numbers above 0"},
		{"sum too small", header + "\x00\x00\x01\x05\x03\x01\x02\x00\x04", "histogram: byte 26: sum: got 4, want one that the losses can have"},
		{"sum too large", header + "\x00\x00\x01\x05\x03\x01\x02\x00\x08", "histogram: byte 26: sum: got 8, want one that the losses can have"},
		{"largest beyond the cell", header + "\x00\x00\x01\x05\x02\x01\xff\xff\xff\xff\xff\xff\x03\x00\x04", "histogram: byte 23: span: got 17592186044415, want 0 to 17592186044414"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := of([]float64{1, 2})
			before := bytesOf(t, h)
			require.EqualError(t, h.UnmarshalBinary([]byte(c.bytes)), c.want)
			require.Equal(t, before, bytesOf(t, h))
		})
	}
}

// FuzzBinary holds that what is read is written as the same bytes, and that its
// figures are in order.
func FuzzBinary(f *testing.F) {
	for _, c := range shapes {
		b, err := of(drawn(20, c.draw)).MarshalBinary()
		require.NoError(f, err)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var h histogram.Histogram
		if h.UnmarshalBinary(b) != nil {
			require.Zero(t, h.N())
			return
		}
		require.Equal(t, string(b), bytesOf(t, &h))
		last := 0.0
		for _, p := range []float64{0, 0.1, 0.5, 0.9, 0.99, 1} {
			value, low, high := h.Quantile(p)
			if h.N() == 0 {
				return
			}
			require.True(t, last <= value && low <= value && value <= high, "p = %v: %v after %v in %v to %v", p, value, last, low, high)
			require.GreaterOrEqual(t, h.TailMean(p), value)
			last = value
		}
		if h.N() <= 1<<39 {
			require.NoError(t, h.Merge(&h))
			require.NoError(t, new(histogram.Histogram).UnmarshalBinary([]byte(bytesOf(t, &h))))
		}
	})
}
