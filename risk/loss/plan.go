package loss

import "fmt"

// Plan is a model that has been checked. It does not change, and is safe for
// concurrent use.
type Plan struct {
	model  Model
	digest string
	terms  []term // a scenario in a year each
}

// Engine says whether an engine can serve a plan.
type Engine struct {
	Name    string   `json:"name,omitzero"`
	Forbids []string `json:"forbids,omitzero"` // what forbids it; nothing if it can serve
}

// Engines lists the engines with what forbids them.
func (p Plan) Engines() []Engine {
	return []Engine{{Name: "exact", Forbids: p.forbidsExact()}}
}

// forbidsExact lists why the exact engine cannot serve.
func (p Plan) forbidsExact() []string {
	var all []string
	used := map[string]string{}
	for i, s := range p.model.Scenarios {
		path := fmt.Sprintf("/scenarios/%d", i)
		for _, u := range s.parameters() {
			if why := u.forbidsExact(path, used); why != "" {
				all = append(all, fmt.Sprintf("%s%s: %s", path, u.path, why))
			}
		}
		if s.layered() && len(s.Then) > 0 {
			all = append(all, path+": a retention or limit of events with stages needs the distribution of their sum")
		}
		if _, err := p.terms[i*p.model.years()].units(); err != nil {
			all = append(all, path+": "+err.Error())
		}
	}
	return all
}

// forbidsExact returns what forbids the exact engine in a parameter, "" where
// nothing does. Used are the places of the names so far.
func (u parameter) forbidsExact(path string, used map[string]string) string {
	if _, known := u.value(); known {
		return ""
	}
	place, again := used[u.Name]
	if u.Name != "" {
		used[u.Name] = path + u.path
	}
	switch {
	case u.Per == Once:
		return "a value that is drawn once makes a family of curves, not one"
	case again && u.Per == Year:
		return fmt.Sprintf("the value of %q is that of %s, so the two are not independent", u.Name, place)
	case u.Per == Year && u.ties != "":
		return "a probability that is drawn once a year makes the " + u.ties + " of the year depend on each other"
	case again:
		return fmt.Sprintf("%q is drawn per event, and an event of one scenario is none of another", u.Name)
	}
	return ""
}
