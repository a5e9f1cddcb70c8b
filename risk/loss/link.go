package loss

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/risk/loss/internal/copula"
)

// Link makes scenarios depend on each other within a year, by a copula: what
// each is by itself stays as it is, and they are high together more often, or
// less.
//
// On the frequency it links the numbers of events of the year; on the annual
// loss it links the losses of the year, after the limits of the scenarios. A
// scenario is in one link at most. What scenarios have in common for a reason
// that can be named is better modeled so: by a [Cause], or a parameter with a
// name.
type Link struct {
	On        Aspect   `json:"on,omitzero"` // OnFrequency or OnAnnualLoss
	Scenarios []string `json:"scenarios,omitzero"`

	// Correlation is that of the normal variables behind the copula, a row and a
	// column for each of Scenarios: symmetric, 1 on its diagonal, without a
	// negative eigenvalue.
	Correlation [][]float64 `json:"correlation,omitzero"`

	// Freedom is the degrees of freedom of a Student copula, from 3 to 1000: the
	// fewer, the more extremes come together. 0 is the Gaussian copula, in which
	// they do not.
	Freedom int `json:"freedom,omitzero"`
}

// Cause is a common cause: a happening that brings an event to several scenarios
// at once, as the failure of a provider does. Its events come on top of those of
// the scenarios' own frequencies; all that one of them brings is one event to
// the largest loss of the year and to layers.
type Cause struct {
	ID    string    `json:"id,omitzero"`
	Title string    `json:"title,omitzero"`
	Rate  Uncertain `json:"rate,omitzero"` // happenings a year, on average, of a Poisson process
	Hits  []Hit     `json:"hits,omitzero"`
}

// Hit is that a cause brings an event to a scenario.
type Hit struct {
	Scenario    string    `json:"scenario,omitzero"`
	Probability Uncertain `json:"probability,omitzero"` // given the happening
}

// Layer is insurance, or another arrangement by which somebody else bears a part
// of each event's loss: what is above Retention, up to Limit, and of these no
// more than Annual in a year. What is left is the loss of the model.
//
//	min(Σ min(max(Y - Retention, 0), Limit), Annual)
//
// It looks at the losses of events as they are after the limits per event of
// their scenarios. Layers over the same scenario do not overlap.
type Layer struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`

	Scenarios []string `json:"scenarios,omitzero"` // whose events are covered; none are all

	Retention float64 `json:"retention,omitzero"` // of an event
	Limit     float64 `json:"limit,omitzero"`     // of an event; 0 is no limit
	Annual    float64 `json:"annual,omitzero"`    // of a year; 0 is no limit

	// Premium is what it costs a year. It is no loss: results tell it apart.
	Premium float64 `json:"premium,omitzero"`
}

// covers tells whether an amount of an event is the layer's.
func (l Layer) covers(x float64) bool {
	return x >= l.Retention && (l.Limit == 0 || x < l.Retention+l.Limit)
}

// together adds the faults of what ties scenarios together.
func (ps *problems) together(m Model) {
	known := map[string]bool{}
	for _, s := range m.Scenarios {
		known[s.ID] = true
	}
	linked := map[string]bool{}
	if len(m.Links) > mostScenarios || len(m.Causes) > mostScenarios || len(m.Layers) > mostLayers {
		ps.add(codeSize, "/links", strconv.Itoa(len(m.Links)), "at most 1000 links and causes, and 100 layers")
		return
	}
	for i, l := range m.Links {
		ps.link(fmt.Sprintf("/links/%d", i), l, known, linked)
	}
	causes, layers := map[string]bool{}, map[string]bool{}
	for i, c := range m.Causes {
		ps.cause(fmt.Sprintf("/causes/%d", i), c, known, causes)
	}
	for i, l := range m.Layers {
		ps.layer(m, i, l, known, layers)
	}
}

func (ps *problems) link(path string, l Link, known, linked map[string]bool) {
	if l.On != OnFrequency && l.On != OnAnnualLoss {
		ps.add(codeAspect, path+"/on", strconv.Itoa(int(l.On)), "frequency or annualLoss")
	}
	if l.Freedom != 0 {
		ps.number(path+"/freedom", float64(l.Freedom), 3, 1000, "3 to 1000 degrees of freedom, or none")
	}
	if n := len(l.Scenarios); n < 2 || n > mostLinked {
		ps.add(codeSize, path+"/scenarios", strconv.Itoa(n), "2 to 200 scenarios")
		return
	}
	for i, id := range l.Scenarios {
		at := fmt.Sprintf("%s/scenarios/%d", path, i)
		ps.known(at, id, known)
		if linked[id] {
			ps.add(codeAgain, at, strconv.Quote(clip(id)), "a scenario that is in no other place of a link")
		}
		linked[id] = true
	}
	ps.correlation(path+"/correlation", l.Correlation, len(l.Scenarios))
}

// correlation adds the faults of the form of a matrix.
func (ps *problems) correlation(path string, m [][]float64, n int) {
	if len(m) != n {
		ps.add(codeCorrelation, path, strconv.Itoa(len(m))+" rows", fmt.Sprintf("%d, one for each scenario", n))
		return
	}
	before := len(ps.all)
	for i, row := range m {
		if len(row) != n {
			ps.add(codeCorrelation, fmt.Sprintf("%s/%d", path, i), strconv.Itoa(len(row))+" columns", fmt.Sprintf("%d, one for each scenario", n))
			return
		}
		for j, x := range row {
			at := fmt.Sprintf("%s/%d/%d", path, i, j)
			switch ps.within(codeCorrelation, at, x, -1, 1, "a correlation from -1 to 1"); {
			case i == j && x != 1:
				ps.add(codeCorrelation, at, number(x), "1: a scenario with itself")
			case j < i && m[j][i] != x:
				ps.add(codeCorrelation, at, number(x), number(m[j][i])+", as on the other side of the diagonal")
			}
			if len(ps.all) > before+10 {
				return
			}
		}
	}
	if len(ps.all) == before {
		ps.definite(path, m)
	}
}

// definite adds a fault if no variables have these correlations, with the nearest
// that some have.
func (ps *problems) definite(path string, m [][]float64) {
	_, err := copula.Gaussian(m)
	bad, ok := errors.AsType[*copula.IndefiniteError](err)
	if !ok {
		return
	}
	n := len(m)
	ps.add(codeCorrelation, path, fmt.Sprintf("an eigenvalue of %.3g, the least of %d", bad.Eigenvalues[n-1], n), "none below 0: with these, the correlations contradict each other")
	const most = 8 // that anybody reads
	if n <= most {
		if nearest, err := json.Marshal(bad.Nearest); err == nil {
			ps.all[len(ps.all)-1].Hint = "the nearest that do not are " + string(nearest)
		}
	}
}

func (ps *problems) cause(path string, c Cause, known, causes map[string]bool) {
	ps.unique(path+"/id", c.ID, causes)
	Poisson{c.Rate}.check(ps, path)
	if n := len(c.Hits); n == 0 || n > mostLinked {
		ps.add(codeSize, path+"/hits", strconv.Itoa(n), "1 to 200 scenarios that are hit")
		return
	}
	hit := map[string]bool{}
	for i, h := range c.Hits {
		at := fmt.Sprintf("%s/hits/%d", path, i)
		ps.known(at+"/scenario", h.Scenario, known)
		if hit[h.Scenario] {
			ps.add(codeAgain, at+"/scenario", strconv.Quote(clip(h.Scenario)), "one that the cause does not hit elsewhere")
		}
		hit[h.Scenario] = true
		ps.probability(at+"/probability", h.Probability)
	}
}

func (ps *problems) layer(m Model, i int, l Layer, known, layers map[string]bool) {
	path := fmt.Sprintf("/layers/%d", i)
	ps.unique(path+"/id", l.ID, layers)
	for j, id := range l.Scenarios {
		ps.known(fmt.Sprintf("%s/scenarios/%d", path, j), id, known)
	}
	ps.money(path+"/retention", l.Retention)
	ps.money(path+"/limit", l.Limit)
	ps.money(path+"/annual", l.Annual)
	ps.money(path+"/premium", l.Premium)
	for _, other := range m.Layers[:i] {
		if (l.covers(other.Retention) || other.covers(l.Retention)) && l.meets(other) {
			ps.add(codeOverlap, path, "a layer that overlaps "+strconv.Quote(clip(other.ID)), "layers beside or above each other")
		}
	}
}

// meets tells whether two layers have a scenario in common.
func (l Layer) meets(other Layer) bool {
	if len(l.Scenarios) == 0 || len(other.Scenarios) == 0 {
		return true
	}
	return slices.ContainsFunc(l.Scenarios, func(id string) bool { return slices.Contains(other.Scenarios, id) })
}

// known adds a fault unless the model has the scenario.
func (ps *problems) known(path, id string, known map[string]bool) {
	if !known[id] {
		refer(ps, path, id, "the id of a scenario of the model", known)
	}
}
