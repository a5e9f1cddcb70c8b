package fair

import (
	"context"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// derived returns the node of the product of factors, which are independent.
func derived(ctx context.Context, path, from string, factors ...loss.Uncertain) Node {
	n := Node{Factor: path, Derived: from}
	if shared(factors) {
		const why = "two of its factors have one name, so they are not independent"
		n.Mean, n.P5, n.P95 = refused(why), refused(why), refused(why)
		return n
	}
	p := product{scale: 1}
	mean := 1.0
	for _, f := range factors {
		mean = float64(mean * f.Dist.Mean())
		low, high := f.Dist.Support()
		switch {
		case f.Per == loss.Event:
			p.scale = float64(p.scale * f.Dist.Mean())
		case low == high:
			p.scale = float64(p.scale * low)
		default:
			p.of = append(p.of, f.Dist)
		}
	}
	n.Mean, n.P5, n.P95 = exactly(mean), p.quantile(ctx, 0.05), p.quantile(ctx, 0.95)
	return n
}

// shared tells whether a name stands for more than one of the factors.
func shared(factors []loss.Uncertain) bool {
	for i, f := range factors {
		same := func(other loss.Uncertain) bool { return f.Name != "" && other.Name == f.Name }
		if slices.ContainsFunc(factors[i+1:], same) {
			return true
		}
	}
	return false
}

// product is the distribution of scale × X × Y × …, none of them negative.
type product struct {
	scale float64
	of    []dist.Dist
}

// mostNodes is how many values of all factors but the last are looked at: some
// 60 of each that is smooth.
const mostNodes = 4000

// quantile returns the value below which the product is with probability p, to
// about six digits.
func (d product) quantile(ctx context.Context, p float64) loss.Estimate {
	switch len(d.of) {
	case 0:
		return exactly(d.scale)
	case 1:
		return exactly(float64(d.scale * d.of[0].Quantile(p)))
	}
	fine, rough := d.nodes(0.125), d.nodes(0.25)
	if fine == nil || d.scale == 0 {
		return refused("the factors have too many points of positive probability to multiply them")
	}
	return within(d.solve(ctx, p, fine), d.solve(ctx, p, rough))
}

// A node is a value of a quantity, with its probability.
type node struct{ x, weight float64 }

// nodes returns values of scale × X × Y × … without the last factor; nothing if
// they are too many.
func (d product) nodes(step float64) []node {
	all := []node{{d.scale, 1}}
	for _, f := range d.of[:len(d.of)-1] {
		var next []node
		for _, e := range pieces(f, nil) {
			if e.atom {
				next = append(next, node{e.at, e.weight})
				continue
			}
			e.visit(0, step, func(x, weight float64) { next = append(next, node{x, float64(step * weight)}) })
		}
		if len(all)*len(next) > mostNodes {
			return nil
		}
		var products []node
		for _, a := range all {
			for _, b := range next {
				products = append(products, node{float64(a.x * b.x), float64(a.weight * b.weight)})
			}
		}
		all = products
	}
	return all
}

// solve returns the quantile from the values of all factors but the last. What it
// returns when ctx is done means nothing.
func (d product) solve(ctx context.Context, p float64, nodes []node) float64 {
	last := d.of[len(d.of)-1]
	low, high := 0.0, d.scale
	for _, f := range d.of { // one of them is above its own with at most 1-p
		high = float64(high * f.Upper(float64((1-p)/float64(len(d.of)))))
	}
	for ctx.Err() == nil && high-low > float64(1e-12*high) {
		x := low + float64(0.5*(high-low))
		if x <= low || x >= high {
			break
		}
		below := 0.0
		for _, n := range nodes {
			if n.x == 0 {
				below += n.weight
				continue
			}
			below += float64(n.weight * last.CDF(x/n.x))
		}
		if below >= p {
			high = x
		} else {
			low = x
		}
	}
	return high
}
