package loss

import "github.com/ismskit/ismskit/risk/loss/internal/streams"

// A probe asks how inputs matter. Each trial has a value of its own of what is
// drawn once for many trials else, and some draws are those of other seeds: the
// others stay as they are, as each has a name.
type probe struct {
	chance uint64                  // the seed of what is no input
	seeds  map[streams.Name]uint64 // those of inputs, by their names without one
	told   []told                  // of the inputs of a program
}

// A told input is one that a program draws.
type told struct {
	label    string
	name     streams.Name // without a seed
	variable variable
}

// seed returns that of a stream.
func (p *probe) seed(n streams.Name) uint64 {
	n.Seed = 0
	if seed, ok := p.seeds[n]; ok {
		return seed
	}
	return p.chance
}

// input returns the variable of an input in a year, and tells a probe of it.
func (m *maker) input(v variable, u Uncertain, label string, n streams.Name) variable {
	if m.probe == nil || u.Per == Event {
		return v
	}
	v.once, v.shared = false, true // in all trials, and in all years if it is one value
	m.probe.told = append(m.probe.told, told{label: label, name: n, variable: v})
	return v
}

// label returns how people know an input: by its name, or where it stands.
func (u Uncertain) label(scenario, place string) string {
	switch {
	case u.Name != "":
		return u.Name
	case scenario != "":
		return scenario + "/" + place
	}
	return place
}

// probed returns the plan with a probe.
func (p Plan) probed(chance uint64, seeds map[streams.Name]uint64) Plan {
	p.probe = &probe{chance: chance, seeds: seeds}
	return p
}
