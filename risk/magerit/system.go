package magerit

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/internal/graph"
)

// Asset is an asset with its own value in one dimension.
type Asset struct {
	ID string `json:"id,omitzero"`
	// Value is 0 or more: money for the quantitative model, a step of the scale
	// of 0 to 10, or a rank, for the qualitative one.
	Value float64 `json:"value,omitzero"`
}

// Dependency says that the superior asset depends on the inferior one: damage
// to the inferior is damage to the superior, in this degree.
type Dependency struct {
	Superior string  `json:"superior,omitzero"`
	Inferior string  `json:"inferior,omitzero"`
	Degree   float64 `json:"degree,omitzero"` // above 0, up to 1; the qualitative model does not read it
}

// System is the assets of an organization and their dependencies, checked. It
// is not changed once it is built, so it may be used by several goroutines.
type System struct {
	assets  []Asset
	index   map[string]int
	depends []Dependency
	graph   graph.Graph // from superior to inferior; edge i is depends[i]
	order   []int
}

// CycleError says that an asset depends on itself.
type CycleError struct {
	// Assets are the ids along the cycle, each depending on the next; the first
	// is again the last.
	Assets []string
}

func (e *CycleError) Error() string {
	return fmt.Sprintf("magerit: dependencies: got the cycle %s, want assets that do not depend on themselves", graph.Way(e.Assets))
}

// New checks assets and dependencies, which it keeps: they are not to be
// changed afterwards. It fails for an id that is empty or given twice, a value
// below 0, a dependency of an asset that is not there, one given twice, a
// degree off its range, and with a [*CycleError].
func New(assets []Asset, dependencies []Dependency) (System, error) {
	s := System{assets: assets, depends: dependencies, index: make(map[string]int, len(assets))}
	for i, a := range assets {
		if _, twice := s.index[a.ID]; a.ID == "" || twice {
			return System{}, fmt.Errorf("magerit: asset %d: got the id %q, want one of its own", i, a.ID)
		}
		if !finite(a.Value) {
			return System{}, fmt.Errorf("asset %q: %w", a.ID, outside("value", a.Value, "0 or more"))
		}
		s.index[a.ID] = i
	}
	edges := make([]graph.Edge, len(dependencies))
	for i, d := range dependencies {
		e, err := s.edge(d)
		if err != nil {
			return System{}, fmt.Errorf("magerit: dependency %d: %w", i, err)
		}
		edges[i] = e
	}
	return s.link(edges)
}

func (s System) edge(d Dependency) (graph.Edge, error) {
	from, ok := s.index[d.Superior]
	if !ok {
		return graph.Edge{}, fmt.Errorf("superior: got %q, want an asset", d.Superior)
	}
	to, ok := s.index[d.Inferior]
	if !ok {
		return graph.Edge{}, fmt.Errorf("inferior: got %q, want an asset", d.Inferior)
	}
	if !(0 < d.Degree && d.Degree <= 1) {
		return graph.Edge{}, fmt.Errorf("degree of %q on %q: got %v, want above 0, up to 1", d.Superior, d.Inferior, d.Degree)
	}
	return graph.Edge{From: from, To: to}, nil
}

// link orders the assets and finds what is given twice.
func (s System) link(edges []graph.Edge) (System, error) {
	var err error
	if s.graph, err = graph.New(len(s.assets), edges); err != nil {
		return System{}, err
	}
	from := make([]int, len(s.assets)) // the last superior seen with this inferior, plus 1
	for n := range s.assets {
		for _, e := range s.graph.Leaving(n) {
			if to := edges[e].To; from[to] == n+1 {
				return System{}, fmt.Errorf("magerit: dependency %d: got %q on %q again, want it once", e, s.assets[n].ID, s.assets[to].ID)
			}
			from[edges[e].To] = n + 1
		}
	}
	if s.order, err = s.graph.Order(); err != nil {
		return System{}, s.cycle(err)
	}
	return s, nil
}

// cycle names the assets of a cycle.
func (s System) cycle(err error) error {
	var found *graph.CycleError
	if !errors.As(err, &found) {
		return err
	}
	e := &CycleError{}
	for _, n := range found.Path {
		e.Assets = append(e.Assets, s.assets[n].ID)
	}
	return e
}

// find returns the number of an asset.
func (s System) find(id string) (int, error) {
	n, ok := s.index[id]
	if !ok {
		return 0, fmt.Errorf("magerit: asset: got %q, want one of the system", id)
	}
	return n, nil
}
