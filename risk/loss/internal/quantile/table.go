package quantile

import (
	"math"
	"sort"

	"github.com/ismskit/ismskit/risk/dist"
)

// Tolerance is the greatest error of a table, in the norm of the package.
const Tolerance = 1e-6

// A Table is the quantile function of a distribution. [Build] makes it. It does
// not change, and is safe for concurrent use.
type Table struct {
	// Error is the greatest error that was found in the middle of a cubic, in
	// the norm of the package; at most half of Tolerance.
	Error float64

	dist   dist.Dist
	rows   rows
	cells  []cubic // of the rows; the first, and all others that begin with NaN, are none
	pieces []piece
}

// Rows are found by the exponent of a tail's probability. In the upper tail its
// bits are inverted.
type rows [256]row

// at returns the row of an octave: o is for the probabilities t with
// 2^(o-65) ≤ t < 2^(o-64). The last, 64, has ½ alone, to which words are rounded
// that are next to it. The deepest of both tails collide: they have no cubics.
func (r *rows) at(o int, upper bool) *row {
	i := uint8((o + bias) & 0xff)
	if upper {
		i = ^i
	}
	return &r[i]
}

// A row tells where the cells of an octave are. A cell's number is first and
// what is left of a probability's bits after the shift; these begin with its
// exponent, which first makes up for, modulo 2^32.
type row struct {
	first, shift uint32
	mask         uint64 // of what in the mantissa is the place in a cell
}

// newRow returns the row of an octave with 2^n cells from the first on.
func newRow(o, n, first int) row {
	exponent := uint32(o + bias)                                                 //nolint:gosec // small
	return row{uint32(first) - exponent<<n, uint32(mantissa - n), fraction >> n} //nolint:gosec // modulo 2^32
}

// A piece is a cubic from a place in a cell on. The cell in its stead has NaN and
// the numbers of its first piece and of the one after its last.
type piece struct {
	from float64
	cubic
}

const (
	mantissa = 52
	fraction = 1<<mantissa - 1
	one      = 1023 << mantissa // the bits of 1
	bias     = 1022             // of the exponent of 2^64 t to the octave

	deepest = 20 // of the octaves with cubics
	middle  = 64
)

// Uniform returns the uniform number of the word, and 1 minus it. Each has all
// the digits of float64 where it is below ½.
func Uniform(word uint64) (p, q float64) {
	if upper := word>>63 == 1; upper {
		q = float64(near(^word) * 0x1p-64)
		return 1 - q, q
	}
	p = float64(near(word) * 0x1p-64)
	return p, 1 - p
}

// near returns 2^64 times the probability of the tail, of a word or of what is
// left to the last one.
func near(word uint64) float64 { return float64(int64(word)) + 0.5 } //nolint:gosec // below 2^63

// Word returns the word of the uniform number p, given q = 1-p too: the lesser
// of the two decides. It is for dependent uniform numbers, that come as two tail
// probabilities. What is below 0, and NaN, is taken for 0.
func Word(p, q float64) uint64 {
	if q < p {
		return ^lower(q)
	}
	return lower(p)
}

func lower(p float64) uint64 {
	if !(p > 0) {
		return 0
	}
	return uint64(min(float64(p*0x1p64), 0x1.fffffffffffffp62))
}

// At returns the draw of the word: the quantile of its uniform number. It does
// not allocate, unless the distribution does.
func (t *Table) At(word uint64) float64 {
	c, v := find(&t.rows, t.cells, word)
	if x := c.at(v); !math.IsNaN(x) {
		return x
	}
	return t.apart(word, c, v)
}

// Fill sets dst to the draws of the words, as many as both have, and returns how
// many these are.
func (t *Table) Fill(dst []float64, words []uint64) int {
	n := min(len(dst), len(words))
	dst, words = dst[:n], words[:n]
	for from := 0; from < n; from += few {
		to := min(from+few, n)
		if !t.cubics(dst[from:to], words[from:to]) {
			t.others(dst[from:to], words[from:to])
		}
	}
	return n
}

// few is how many draws are looked at together, whether all are of cubics.
const few = 256

// cubics sets dst to what the cubics of the words say: NaN where there is none,
// and whether there surely is none of these.
func (t *Table) cubics(dst []float64, words []uint64) bool {
	rows, cells := &t.rows, t.cells
	dst = dst[:len(words)]
	sum := 0.0
	for i, word := range words {
		c, v := find(rows, cells, word)
		x := c.at(v)
		dst[i] = x
		sum += x
	}
	return !math.IsNaN(sum)
}

// others sets those of dst that are NaN to the draws of words whose cell is not a
// cubic.
func (t *Table) others(dst []float64, words []uint64) {
	for i, x := range dst {
		if math.IsNaN(x) {
			c, v := find(&t.rows, t.cells, words[i])
			dst[i] = t.apart(words[i], c, v)
		}
	}
}

// find returns the cell of the word, and the place in it. The exponent of the
// tail's probability is the octave, the mantissa the place in it.
func find(rows *rows, cells []cubic, word uint64) (*cubic, float64) {
	upper := uint64(int64(word) >> 63) //nolint:gosec // the sign is meant
	bits := math.Float64bits(near(word ^ upper))
	r := &rows[uint8(bits>>mantissa^upper)] //nolint:gosec // the low bits are meant
	v := math.Float64frombits(bits&r.mask|one) - 1
	return &cells[r.first+uint32(bits>>(r.shift&63))], v //nolint:gosec // modulo 2^32
}

// apart returns the draw of a word whose cell is not a cubic.
func (t *Table) apart(word uint64, c *cubic, v float64) float64 {
	pieces := t.pieces[int(c[1]):int(c[2])]
	i := sort.Search(len(pieces), func(i int) bool { return pieces[i].from > v })
	if i > 0 {
		if x := pieces[i-1].at(v - pieces[i-1].from); !math.IsNaN(x) {
			return x
		}
	}
	p, q := Uniform(word)
	if p < q {
		return t.dist.Quantile(p)
	}
	return t.dist.Upper(q)
}
