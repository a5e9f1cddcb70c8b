package portfolio

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/risk/loss"
)

// Alone returns the model restricted to some of its scenarios, in the order of
// the model: what these lose by themselves, before what others share. What they
// have in common among each other stays: links, common causes, and parameters
// with a name. Layers are left out, and so is what controls do elsewhere. The
// model that is given stays as it is. The error names a scenario that it does
// not have.
func Alone(m loss.Model, scenarios ...string) (loss.Model, error) {
	ids := scenariosOf(m)
	for _, id := range scenarios {
		if !slices.Contains(ids, id) {
			return loss.Model{}, fmt.Errorf("portfolio: alone: got %s, want %s", quote(id), ids.want("a scenario of the model"))
		}
	}
	in := func(id string) bool { return slices.Contains(scenarios, id) }
	out := m
	out.Scenarios = kept(m.Scenarios, func(s loss.Scenario) (loss.Scenario, bool) { return s, in(s.ID) })
	out.Links = kept(m.Links, func(l loss.Link) (loss.Link, bool) { return among(l, in) })
	out.Causes = kept(m.Causes, func(c loss.Cause) (loss.Cause, bool) {
		c.Hits = kept(c.Hits, func(h loss.Hit) (loss.Hit, bool) { return h, in(h.Scenario) })
		return c, len(c.Hits) > 0
	})
	out.Layers = nil
	out.Controls = kept(m.Controls, func(c loss.Control) (loss.Control, bool) {
		c.Effects = kept(c.Effects, func(e loss.Effect) (loss.Effect, bool) { return e, in(e.Scenario) })
		return c, len(c.Effects) > 0
	})
	acting := controlsOf(out)
	for i := range out.Controls {
		here := func(id string) (string, bool) { return id, slices.Contains(acting, id) }
		out.Controls[i].Needs = kept(out.Controls[i].Needs, here)
		out.Controls[i].Excludes = kept(out.Controls[i].Excludes, here)
	}
	return out, nil
}

// among returns what of a link is between the scenarios that are in; a link of
// one scenario is none.
func among(l loss.Link, in func(id string) bool) (loss.Link, bool) {
	var rows []int
	for i, id := range l.Scenarios {
		if in(id) {
			rows = append(rows, i)
		}
	}
	part := l
	part.Scenarios, part.Correlation = nil, nil
	for _, i := range rows {
		part.Scenarios = append(part.Scenarios, l.Scenarios[i])
		row := make([]float64, len(rows))
		for k, j := range rows {
			row[k] = l.Correlation[i][j]
		}
		part.Correlation = append(part.Correlation, row)
	}
	return part, len(rows) > 1
}

// kept returns a new list of what a function keeps of each; nil if it is nothing.
func kept[T any](list []T, keep func(T) (T, bool)) []T {
	var out []T
	for _, x := range list {
		if y, ok := keep(x); ok {
			out = append(out, y)
		}
	}
	return out
}

func scenariosOf(m loss.Model) has {
	ids := make(has, len(m.Scenarios))
	for i, s := range m.Scenarios {
		ids[i] = s.ID
	}
	return ids
}

func controlsOf(m loss.Model) has {
	ids := make(has, len(m.Controls))
	for i, c := range m.Controls {
		ids[i] = c.ID
	}
	return ids
}
