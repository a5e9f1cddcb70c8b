package main

import (
	"slices"

	"github.com/ismskit/ismskit/risk/loss"
)

// unknown lists the parameters that are drawn once, while some controls act: what
// nobody knows, and could be known better. A name stands once.
func unknown(m loss.Model, acting []string) []loss.Uncertain {
	var all []loss.Uncertain
	add := func(list ...loss.Uncertain) {
		for _, u := range list {
			named := func(v loss.Uncertain) bool { return v.Name != "" && v.Name == u.Name }
			if u.Per == loss.Once && u.Dist != nil && !slices.ContainsFunc(all, named) {
				all = append(all, u)
			}
		}
	}
	for _, s := range m.Scenarios {
		add(rate(s.Frequency), s.Vulnerability, s.RateFactor, s.LossFactor)
		for _, t := range s.Then {
			add(t.Probability)
		}
	}
	for _, c := range m.Causes {
		add(c.Rate)
		for _, h := range c.Hits {
			add(h.Probability)
		}
	}
	for _, c := range m.Controls {
		for _, e := range c.Effects {
			if slices.Contains(acting, c.ID) {
				add(e.Reduces)
			}
		}
	}
	return all
}

// rate returns the parameter of a frequency, which may have none.
func rate(f loss.Frequency) loss.Uncertain {
	switch f := f.(type) {
	case loss.Poisson:
		return f.Rate
	case loss.Bernoulli:
		return f.Probability
	case loss.Binomial:
		return f.Probability
	case loss.Multiplied:
		return f.Rate
	default:
		return loss.Uncertain{}
	}
}
