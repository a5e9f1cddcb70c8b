package loss

import (
	"math"

	"github.com/ismskit/ismskit/internal/fft"
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A lattice is n points from 0 to top, with transforms that are tilted: values
// at point k are multiplied by e^(-tilt k/n) before, and divided after, so that
// what lies beyond top, and comes back around the end, is e^-tilt as large
// (Grübel and Hermesmeier, ASTIN Bulletin 29, 1999).
type lattice struct {
	n int
	extent
	plan  fft.Plan
	decay []float64 // e^(-tilt k/n)

	growth []float64 // e^(tilt k/n)
}

// An extent is how far lattices go, and by how much they are tilted.
type extent struct{ top, tilt float64 }

// usual is the tilt that is large enough for what comes back to be e^-18 of what
// it was, and small enough that rounding, which grows by e^12 up to the largest
// loss of interest, stays as small.
const usual = 18

func newLattice(n int, e extent) (lattice, error) {
	plan, err := fft.NewPlan(n)
	if err != nil {
		return lattice{}, err
	}
	l := lattice{n: n, extent: e, plan: plan, decay: make([]float64, n), growth: make([]float64, n)}
	const fine = 64 // e^a of a product is the product of two of few
	var low, up [fine]float64
	for i := range low {
		x := float64(e.tilt*float64(i)) / float64(n)
		low[i], up[i] = mathx.Exp(-x), mathx.Exp(x)
	}
	for k := 0; k < n; k += fine {
		x := float64(e.tilt*float64(k)) / float64(n)
		down, grown := mathx.Exp(-x), mathx.Exp(x)
		for i := range min(fine, n) {
			l.decay[k+i], l.growth[k+i] = float64(down*low[i]), float64(grown*up[i])
		}
	}
	return l, nil
}

// half returns the lattice with every second point.
func (l lattice) half() lattice {
	h := lattice{n: l.n / 2, extent: l.extent, plan: l.plan.Half()}
	h.decay, h.growth = make([]float64, h.n), make([]float64, h.n)
	for k := range h.n {
		h.decay[k], h.growth[k] = l.decay[2*k], l.growth[2*k]
	}
	return h
}

func (l lattice) step() float64 { return l.top / float64(l.n) }

// often is how many steps go by between looks at the context.
const often = 1 << 7

// spread sets z to the transform of the continuous part of a loss. The mass
// of each cell is divided between its ends so that the mean stays (Gerber, On
// the numerical evaluation of the distribution of aggregate claims and its
// stop-loss premiums, Insurance: Mathematics and Economics 1, 1982): point k
// gets the difference of the mean survival over the cells before and after it.
func (l lattice) spread(a areas, w *work, z []complex128) error {
	before, per := float64(a.mass*l.step()), 1/l.step()
	for k, area := range a.of {
		w.x[k] = float64(float64((before-area)*per) * l.decay[k])
		before = area
	}
	return l.plan.Forward(z, w.x, w.fft)
}

// atoms sets z to the transform of the atoms of a loss, each divided between the
// points about it so that the mean stays. It tells whether z is a constant: all
// atoms are at 0.
func (l lattice) atoms(all []dist.Atom, w *work, z []complex128) (flat bool, err error) {
	clear(w.x)
	flat = true
	for _, a := range all {
		k := math.Floor(a.At / l.step())
		part := a.At/l.step() - k
		if part < 1e-9 {
			part = 0
		}
		for i, mass := range [...]float64{float64(a.P * (1 - part)), float64(a.P * part)} {
			if k := k + float64(i); mass > 0 && k < float64(l.n) {
				w.x[int(k)] += float64(mass * l.decay[int(k)])
				flat = flat && k == 0
			}
		}
	}
	if flat {
		for j := range z {
			z[j] = complex(w.x[0], 0)
		}
		return true, nil
	}
	return false, l.plan.Forward(z, w.x, w.fft)
}

// work is the space for the transforms of one lattice.
type work struct {
	x                  []float64
	fft                []complex128
	continuous, atomic []complex128 // of a part
}

func newWork(l lattice) *work {
	w := &work{x: make([]float64, l.n)}
	w.continuous, w.fft = l.plan.Buffers()
	return w
}

// ones returns the transform of what is 0.
func (l lattice) ones() []complex128 {
	z := make([]complex128, l.n/2+1)
	for j := range z {
		z[j] = 1
	}
	return z
}
