package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// MixedPoisson is the number of events of a [Poisson] whose mean is itself
// uncertain, with any distribution of numbers that are not negative: a PERT
// estimate of events per year that is drawn anew each year.
//
//	P(N = k) = E[e^-R R^k / k!] over the rate R
//
// With a gamma rate it is [NegBinomial]. Expectations over the rate are sums
// over nodes of its quantile, chosen when it is made so that finer ones change
// no probability by 1e-13 of itself. For a rate so wide that this takes too many,
// the probabilities are expectations over the time T of event k+1 of a process of
// rate 1, P(N > k) = P(T < R), and only the generating function is a sum, to
// 1e-12 in all.
type MixedPoisson struct {
	rate  Dist
	nodes []rateNode
	wide  bool
}

// A rateNode is a value of the rate with its weight.
type rateNode struct{ rate, weight float64 }

// finestRate is the least step of the nodes, about 12,000 of them for each part
// of the rate, and mostNodes how many there may be. Above hugeRate there is no
// number of events that anyone asks for.
const (
	finestRate = 0x1p-10
	mostNodes  = 1 << 17
	hugeRate   = 1e100
)

// NewMixedPoisson returns the mixed Poisson distribution with a rate, a mean
// number of events, whose support is not below 0. It refuses a rate so wide, or
// so irregular, that the sums do not settle.
func NewMixedPoisson(rate Dist) (MixedPoisson, error) {
	if rate == nil {
		return MixedPoisson{}, &ParamError{"mixedpoisson", "rate", "nothing", "a distribution"}
	}
	refused := func(want string) error { return &ParamError{"mixedpoisson", "rate", rate.String(), want} }
	low, _ := rate.Support()
	switch {
	case !(low >= 0):
		return MixedPoisson{}, refused("a distribution of numbers that are not negative")
	case !(rate.Quantile(0.5) <= mostEvents):
		return MixedPoisson{}, refused("a median of at most 1e9")
	}
	parts := pieces(rate)
	coarse := MixedPoisson{rate: rate, nodes: rateNodes(parts, 0x1p-3)}
	for h := 0x1p-4; h >= finestRate && len(coarse.nodes) < mostNodes; h /= 2 {
		fine := MixedPoisson{rate: rate, nodes: rateNodes(parts, h)}
		if coarse.agrees(fine) {
			return coarse, nil
		}
		wide := MixedPoisson{rate: rate, nodes: coarse.nodes, wide: true}
		if h < 0x1p-7 && coarse.generates(fine) && wide.confirms(fine) {
			return wide, nil
		}
		coarse = fine
	}
	return MixedPoisson{}, refused("a narrower or smoother one, for which the mixture can be computed")
}

// rateNodes returns the nodes of step h in each part of the rate.
func rateNodes(parts []piece, h float64) []rateNode {
	var nodes []rateNode
	for _, s := range parts {
		if s.atom {
			nodes = append(nodes, rateNode{s.at, s.width})
			continue
		}
		doubleExponential(h, func(at fraction, weight float64) bool {
			if w := float64(s.width * weight); w > 0 {
				nodes = append(nodes, rateNode{min(s.quantile(at), hugeRate), w})
			}
			return weight < 1e-40
		})
	}
	return nodes
}

// agrees tells whether two sets of nodes give the same probabilities all over
// the range.
func (d MixedPoisson) agrees(e MixedPoisson) bool {
	for _, p := range [...]float64{1e-9, 1e-3, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1 - 1e-9} {
		k := int(min(d.rate.Quantile(p), mostEvents))
		if !near(d.CDF(k), e.CDF(k)) || !near(d.Survival(k), e.Survival(k)) || !near(d.P(k), e.P(k)) {
			return false
		}
	}
	return true
}

func near(x, y float64) bool { return math.Abs(x-y) <= float64(1e-13*x) }

// generates tells whether two sets of nodes give the same generating function
// on the unit circle: at angles down to where the largest numbers turn it.
func (d MixedPoisson) generates(e MixedPoisson) bool {
	for angle := math.Pi; angle > 1e-12; angle /= 2 {
		sin, cos := mathx.SinCos(angle)
		x, y := d.PGF(complex(cos, sin)), e.PGF(complex(cos, sin))
		if !(math.Abs(real(x)-real(y)) <= 1e-12 && math.Abs(imag(x)-imag(y)) <= 1e-12) {
			return false
		}
	}
	return true
}

// confirms tells whether both ways give the same probabilities, where the sums
// have them.
func (d MixedPoisson) confirms(e MixedPoisson) bool {
	for _, p := range [...]float64{0.1, 0.3, 0.5, 0.7, 0.9} {
		k := int(min(d.rate.Quantile(p), mostEvents))
		if !(math.Abs(d.CDF(k)-e.CDF(k)) <= 1e-10) {
			return false
		}
	}
	return true
}

// overArrivals returns E[f(T)] over the time T of event k+1 of a process of
// rate 1. It is cut where the rate is not smooth.
func (d MixedPoisson) overArrivals(k int, f func(time float64) float64) float64 {
	low, high := d.rate.Support()
	cuts := append(kinks(d.rate), low, high)
	for _, a := range atoms(d.rate) {
		cuts = append(cuts, a.At)
	}
	sum := 0.0
	for _, s := range pieces(Gamma{float64(k) + 1, 1}, cuts...) {
		sum += s.mean(f)
	}
	return sum
}

// mean returns E[f(R)].
func (d MixedPoisson) mean(f func(rate float64) float64) float64 {
	sum := 0.0
	for _, n := range d.nodes {
		sum += float64(n.weight * f(n.rate))
	}
	return sum
}

// P returns P(N = k).
func (d MixedPoisson) P(k int) float64 {
	if k >= 0 && d.wide {
		p := d.overArrivals(k, d.rate.Density)
		for _, a := range atoms(d.rate) {
			p += float64(a.P * poissonP(k, a.At))
		}
		return p
	}
	return d.mean(func(rate float64) float64 { return poissonP(k, rate) })
}

// CDF returns P(N ≤ k).
func (d MixedPoisson) CDF(k int) float64 {
	switch {
	case k < 0:
		return 0
	case d.wide:
		return unit(d.overArrivals(k, d.rate.CDF))
	}
	return unit(d.mean(func(rate float64) float64 { return mathx.GammaQ(float64(k)+1, rate) }))
}

// Survival returns P(N > k).
func (d MixedPoisson) Survival(k int) float64 {
	switch {
	case k < 0:
		return 1
	case d.wide:
		return unit(d.overArrivals(k, d.rate.Survival))
	}
	return unit(d.mean(func(rate float64) float64 { return mathx.GammaP(float64(k)+1, rate) }))
}

// Quantile returns the least k with CDF(k) ≥ p.
func (d MixedPoisson) Quantile(p float64) int {
	high := math.MaxInt
	if _, most := d.rate.Support(); most == 0 {
		high = 0
	}
	return least(d, p, 0, high, d.rate.Quantile(p))
}

// Mean returns the mean of the rate.
func (d MixedPoisson) Mean() float64 { return d.rate.Mean() }

// Variance returns the mean of the rate and its variance.
func (d MixedPoisson) Variance() float64 { return d.rate.Mean() + d.rate.Variance() }

// PGF returns E[e^(R (z-1))].
func (d MixedPoisson) PGF(z complex128) complex128 {
	sum := complex(0, 0)
	for _, n := range d.nodes {
		e := mathx.ExpC(aboutOne(min(n.rate, 0x1p49), z)) // what is above has no angle any more
		sum += complex(float64(n.weight*real(e)), float64(n.weight*imag(e)))
	}
	return sum
}

func (d MixedPoisson) String() string { return call("mixedpoisson", sub("rate", d.rate)) }

// MarshalText returns the text form.
func (d MixedPoisson) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
