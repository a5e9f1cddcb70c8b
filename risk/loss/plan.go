package loss

import "fmt"

// Plan is a model that has been checked. It does not change, and is safe for
// concurrent use.
type Plan struct {
	model  Model
	base   string // digest of the model
	digest string // of the model, and of the controls that act
	acting []int  // of those of the model
	terms  []term // a scenario in a year each
	probe  *probe // of a sensitivity; nil else
}

// Engine says whether an engine can serve a plan.
type Engine struct {
	Name    string   `json:"name,omitzero"`
	Forbids []string `json:"forbids,omitzero"` // what forbids it; nothing if it can serve
}

// Engines lists the engines with what forbids them.
func (p Plan) Engines() []Engine {
	if p.digest == "" {
		why := []string{"the plan is empty: Compile makes one"}
		return []Engine{{Name: "exact", Forbids: why}, {Name: "simulation", Forbids: why}}
	}
	return []Engine{{Name: "exact", Forbids: p.forbidsExact()}, {Name: "simulation", Forbids: p.forbidsSimulation()}}
}

// forbidsExact lists why the exact engine cannot serve.
func (p Plan) forbidsExact() []string {
	var all []string
	used := map[string]string{}
	for _, u := range p.model.parameters() {
		if why := u.forbidsExact(used); why != "" {
			all = append(all, u.path+": "+why)
		}
	}
	for i, s := range p.model.Scenarios {
		for _, why := range s.forbidsExact() {
			all = append(all, fmt.Sprintf("/scenarios/%d%s", i, why))
		}
	}
	for _, t := range p.terms {
		if err := p.unlisted(t); err != nil && t.year == 0 {
			all = append(all, fmt.Sprintf("/scenarios/%d: %s", t.scenario, err))
		}
	}
	if len(p.acting) > 0 {
		all = append(all, "/controls: events that controls prevent have to be drawn")
	}
	return append(all, p.model.forbidsExact()...)
}
