package magerit

import "fmt"

// Efficacies says how effective a safeguard of each maturity is, rising from 0
// to 1. The method fixes the ends: L0 is 0 and L5 is 1. What lies between is
// the organization's to say, and public examples differ.
type Efficacies struct {
	L1 float64 `json:"l1,omitzero"`
	L2 float64 `json:"l2,omitzero"`
	L3 float64 `json:"l3,omitzero"`
	L4 float64 `json:"l4,omitzero"`
}

// Of returns the efficacy of a maturity. It fails for numbers that do not rise
// from 0 to 1, and for a maturity that is not stated.
func (s Efficacies) Of(m Maturity) (float64, error) {
	all := [...]float64{0, s.L1, s.L2, s.L3, s.L4, 1}
	for i, e := range all[1:] {
		if !(all[i] <= e) {
			return 0, fmt.Errorf("magerit: efficacies: got %v for L1 to L4, want numbers that rise from 0 to 1", all[1:5])
		}
	}
	if m < L0 || m > L5 {
		return 0, fmt.Errorf("magerit: maturity: got number %d, want L0 to L5", m)
	}
	return all[m-L0], nil
}

// Safeguard is one of the safeguards against a threat.
type Safeguard struct {
	ID       string   `json:"id,omitzero"`
	Effect   Effect   `json:"effect,omitzero"`
	Maturity Maturity `json:"maturity,omitzero"`
	// Weight is how much this safeguard counts among those with its effect. 0 is 1.
	Weight float64 `json:"weight,omitzero"`
}

// Package returns the efficacy of several safeguards together: on the impact
// and on the frequency each the mean of the efficacies of those that have this
// effect, by their weights; 0 where none has.
//
// A mean rewards no redundancy: a second safeguard that is less mature than
// the first lowers the efficacy of both. That is the rule of the method (Libro
// III, 2.2.4), for a package in which every part is needed.
func (s Efficacies) Package(safeguards []Safeguard) (Efficacy, error) {
	var onImpact, onFrequency mean
	for _, g := range safeguards {
		e, err := s.Of(g.Maturity)
		if err != nil {
			return Efficacy{}, fmt.Errorf("safeguard %q: %w", g.ID, err)
		}
		if !finite(g.Weight) {
			return Efficacy{}, fmt.Errorf("safeguard %q: %w", g.ID, outside("weight", g.Weight, "0 or more"))
		}
		if g.Effect < OnImpact || g.Effect > OnBoth {
			return Efficacy{}, fmt.Errorf("safeguard %q: magerit: effect: got number %d, want impact, frequency or both", g.ID, g.Effect)
		}
		if g.Effect != OnFrequency {
			onImpact.add(e, g.Weight)
		}
		if g.Effect != OnImpact {
			onFrequency.add(e, g.Weight)
		}
	}
	return Efficacy{Impact: onImpact.value(), Frequency: onFrequency.value()}, nil
}

// mean is Σ e·p / Σ p.
type mean struct{ sum, weights float64 }

func (m *mean) add(e, weight float64) {
	if weight == 0 {
		weight = 1
	}
	m.sum += float64(e * weight)
	m.weights += weight
}

func (m *mean) value() float64 {
	if m.weights == 0 {
		return 0
	}
	return min(1, m.sum/m.weights)
}
