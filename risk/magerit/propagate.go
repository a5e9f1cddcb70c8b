package magerit

import "slices"

// Degree is in which degree one asset depends on another, over all ways.
type Degree struct {
	Superior string  `json:"superior,omitzero"`
	Inferior string  `json:"inferior,omitzero"`
	Degree   float64 `json:"degree,omitzero"` // above 0, up to 1
}

// Accumulated is the value that an asset carries.
type Accumulated struct {
	Asset string  `json:"asset,omitzero"`
	Own   float64 `json:"own,omitzero"`
	Value float64 `json:"value,omitzero"` // own, and that of the assets that depend on it
	// From names the asset whose own value it is, in the qualitative model.
	From string `json:"from,omitzero"`
}

// Deflected is the impact on an asset of damage to one that it depends on.
type Deflected struct {
	Asset  string  `json:"asset,omitzero"`
	Degree float64 `json:"degree,omitzero"`
	Impact float64 `json:"impact,omitzero"` // own value × degradation × degree
}

// Highest returns the accumulated values of the qualitative model, in the
// order of the assets: the highest of the own value and those of all assets
// above, whatever the degrees. Of equal values the own one counts, then that
// which was reached first. It takes time in proportion to assets plus
// dependencies.
func (s System) Highest() []Accumulated {
	all := make([]Accumulated, len(s.assets))
	for n, a := range s.assets {
		all[n] = Accumulated{Asset: a.ID, Own: a.Value, Value: a.Value, From: a.ID}
	}
	for _, n := range s.order {
		for _, e := range s.graph.Leaving(n) {
			if to := &all[s.graph.Edge(e).To]; all[n].Value > to.Value {
				to.Value, to.From = all[n].Value, all[n].From
			}
		}
	}
	return all
}

// Accumulated returns the accumulated values of the quantitative model, in the
// order of the assets: the own value plus, for every asset above, its own
// value times the degree in which it depends on this one. It takes time in
// proportion to what each asset with a value reaches, assets plus dependencies:
// values belong to the few essential assets.
func (s System) Accumulated() []Accumulated {
	all := make([]Accumulated, len(s.assets))
	for n, a := range s.assets {
		all[n] = Accumulated{Asset: a.ID, Own: a.Value, Value: a.Value}
	}
	r := s.reach()
	for n, a := range s.assets {
		if a.Value == 0 {
			continue
		}
		for i := range r.from(n) {
			all[i].Value += float64(a.Value * r.degree[i])
		}
	}
	return all
}

// Degrees returns in which degree the asset depends on each one below it, in
// the order of the assets. It fails for an asset that is not in the system.
func (s System) Degrees(superior string) ([]Degree, error) {
	n, err := s.find(superior)
	if err != nil {
		return nil, err
	}
	r, all := s.reach(), []Degree(nil)
	for i := range r.from(n) {
		all = append(all, Degree{Superior: superior, Inferior: s.assets[i].ID, Degree: r.degree[i]})
	}
	slices.SortFunc(all, func(a, b Degree) int { return s.index[a.Inferior] - s.index[b.Inferior] })
	return all, nil
}

// Deflected returns the impact that damage to one asset has on each asset
// above it that has a value of its own, in the order of the assets: own value ×
// degradation × degree. The degradation is the part of its value that the asset
// loses, 0 to 1. It fails for an asset that is not in the system.
func (s System) Deflected(inferior string, degradation float64) ([]Deflected, error) {
	to, err := s.find(inferior)
	if err != nil {
		return nil, err
	}
	if !share(degradation) {
		return nil, outside("degradation", degradation, "0 to 1")
	}
	above := s.above(to)
	r, all := s.reach(), []Deflected(nil)
	r.within = above
	for n, a := range s.assets {
		if !above[n] || n == to || a.Value == 0 {
			continue
		}
		for i := range r.from(n) {
			if i == to {
				all = append(all, Deflected{Asset: a.ID, Degree: r.degree[i], Impact: a.Value * degradation * r.degree[i]})
			}
		}
	}
	return all, nil
}

// above marks the assets from which a way leads to the given one, itself included.
func (s System) above(to int) []bool {
	above := make([]bool, len(s.assets))
	above[to] = true
	for _, n := range slices.Backward(s.order) {
		for _, e := range s.graph.Leaving(n) {
			above[n] = above[n] || above[s.graph.Edge(e).To]
		}
	}
	return above
}
