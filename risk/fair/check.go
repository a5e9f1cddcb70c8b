package fair

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// mostStages is how many stages package loss takes.
const mostStages = 20

// check finds every fault of the tree.
func (t Tree) check() problems {
	var ps problems
	t.frequency(&ps)
	ps.magnitude("/primary", t.Primary, "/primaryForms", t.PrimaryForms)
	t.streams(&ps)
	ps.all = append(ps.all, t.values()...)
	return ps
}

// A factor is a place in the tree, and whether something stands there.
type factor struct {
	path  string
	given bool
}

// frequency adds the faults of what is above and below the loss event frequency.
func (t Tree) frequency(ps *problems) {
	lef := factor{"/lef", t.LEF.Dist != nil}
	tef := factor{"/tef", t.TEF.Dist != nil}
	contact := factor{"/contactFrequency", t.ContactFrequency.Dist != nil}
	action := factor{"/probabilityOfAction", t.ProbabilityOfAction.Dist != nil}
	vulnerability := factor{"/vulnerability", t.Vulnerability.Dist != nil}
	capability := factor{"/tCap", t.TCap != nil}
	resistance := factor{"/resistance", t.Resistance != nil}

	if lef.given {
		ps.derived(lef, tef, contact, action, vulnerability, capability, resistance)
		return
	}
	threats := tef.given || contact.given || action.given
	overcome := vulnerability.given || capability.given || resistance.given
	switch {
	case !threats && !overcome:
		ps.add(codeMissing, lef.path, "nothing", "the loss event frequency; or tef, or contactFrequency and probabilityOfAction, with vulnerability, or tCap and resistance")
	case !threats:
		ps.add(codeMissing, tef.path, "nothing", "the threat event frequency, or contactFrequency and probabilityOfAction: vulnerability is of threat events")
	case !overcome:
		ps.add(codeMissing, vulnerability.path, "nothing", "the vulnerability, or tCap and resistance; where each threat event is a loss event, lef in place of what is above")
	}
	if tef.given {
		ps.derived(tef, contact, action)
	} else {
		ps.together(contact, action)
	}
	if vulnerability.given {
		ps.derived(vulnerability, capability, resistance)
	} else {
		ps.together(capability, resistance)
	}
}

// derived adds a fault for each factor that is given beside what it would derive.
func (ps *problems) derived(above factor, below ...factor) {
	for _, f := range below {
		if f.given {
			ps.add(codeBoth, f.path, "a value", "none: "+above.path[1:]+", which would be derived from it, is given")
		}
	}
}

// together adds a fault if one of two factors is given without the other.
func (ps *problems) together(a, b factor) {
	switch {
	case a.given && !b.given:
		ps.add(codeHalf, b.path, "nothing", "a value: "+a.path[1:]+" is given, and says nothing alone")
	case b.given && !a.given:
		ps.add(codeHalf, a.path, "nothing", "a value: "+b.path[1:]+" is given, and says nothing alone")
	}
}

// magnitude adds a fault unless a loss is given in one way.
func (ps *problems) magnitude(path string, given dist.Dist, formsPath string, forms Forms) {
	stated := forms.stated()
	switch name := formsPath[strings.LastIndexByte(formsPath, '/')+1:]; {
	case given == nil && len(stated) == 0:
		ps.add(codeMissing, path, "nothing", "a distribution of the loss of an event, or "+name)
	case given != nil && len(stated) > 0:
		ps.add(codeBoth, formsPath, strconv.Itoa(len(stated)), "none: "+path[strings.LastIndexByte(path, '/')+1:]+", which would be their sum, is given")
	}
}

// streams adds the faults of the streams of secondary loss.
func (t Tree) streams(ps *problems) {
	stages := max(len(t.PrimaryForms.stated())-1, 0)
	seen := map[string]bool{}
	for i, s := range t.Secondary {
		path := fmt.Sprintf("/secondary/%d", i)
		switch id := t.id(i); {
		case id == "":
			ps.add(codeStream, path+"/id", "nothing", "a word: there are several streams")
		case seen[id]:
			ps.add(codeStream, path+"/id", strconv.Quote(id), "one that no other stream has")
		default:
			seen[id] = true
		}
		if s.SLEF.Dist == nil {
			ps.add(codeMissing, path+"/slef", "nothing", "the probability that it follows, given a loss event")
		}
		ps.magnitude(path+"/slm", s.SLM, path+"/forms", s.Forms)
	}
	if stages += len(t.Secondary); stages > mostStages {
		ps.add(codeSize, "/secondary", strconv.Itoa(stages), "at most 20 streams, and forms of primary loss beyond the first")
	}
}

// id returns that of a stream.
func (t Tree) id(stream int) string {
	if id := t.Secondary[stream].ID; id != "" || len(t.Secondary) > 1 {
		return id
	}
	return "secondary"
}

// values returns the faults of what is given, as package loss finds them: each
// factor is put into a scenario of its own, that is never computed.
func (t Tree) values() Problems {
	var paths []string
	var all []loss.Scenario
	add := func(path string, s loss.Scenario) {
		s.ID = strconv.Itoa(len(all))
		if s.Frequency == nil {
			s.Frequency = loss.Multiplied{Rate: loss.Fixed(1)}
		}
		if s.Severity == nil {
			s.Severity = loss.Fixed(0).Dist
		}
		paths, all = append(paths, path), append(all, s)
	}
	for _, u := range t.uncertain() {
		switch {
		case u.Dist == nil:
		case u.rate:
			add(u.path, loss.Scenario{Frequency: loss.Multiplied{Rate: u.Uncertain}})
		default:
			add(u.path, loss.Scenario{Vulnerability: u.Uncertain})
		}
	}
	for _, a := range t.amounts() {
		if a.amount != nil {
			add(a.name, loss.Scenario{Severity: a.amount})
		}
	}
	if len(all) == 0 || len(all) > 1000 {
		return nil
	}
	_, err := loss.Compile(loss.Model{ID: "values", Scenarios: all})
	found, _ := errors.AsType[loss.Problems](err)
	ps := make(Problems, len(found))
	for i, p := range found {
		ps[i] = Problem{p.Code, translate(p.Path, paths), p.Found, p.Want}
	}
	return ps
}

// translate returns the path in the tree of one in the model of values: those of
// a rate, a probability and a severity are 2, 1 and 1 words deep in a scenario.
func translate(path string, paths []string) string {
	words := strings.Split(path, "/") // "", "scenarios", "3", "vulnerability", "per"
	i, err := strconv.Atoi(words[min(2, len(words)-1)])
	if err != nil || i < 0 || i >= len(paths) || len(words) < 4 {
		return path
	}
	rest := words[4:]
	if words[3] == "frequency" && len(rest) > 0 {
		rest = rest[1:]
	}
	return strings.Join(append([]string{paths[i]}, rest...), "/")
}

// A parameter is one of the tree, with its path.
type parameter struct {
	loss.Uncertain
	path string
	rate bool // not a probability
}

// uncertain lists the parameters, whether given or not.
func (t Tree) uncertain() []parameter {
	all := []parameter{
		{t.LEF, "/lef", true},
		{t.TEF, "/tef", true},
		{t.ContactFrequency, "/contactFrequency", true},
		{t.ProbabilityOfAction, "/probabilityOfAction", false},
		{t.Vulnerability, "/vulnerability", false},
	}
	for i, s := range t.Secondary {
		all = append(all, parameter{s.SLEF, fmt.Sprintf("/secondary/%d/slef", i), false})
	}
	return all
}

// amounts lists the magnitudes with their paths, whether given or not.
func (t Tree) amounts() []form {
	all := []form{{"/primary", t.Primary}}
	for _, f := range t.PrimaryForms.stated() {
		all = append(all, form{"/primaryForms/" + f.name, f.amount})
	}
	for i, s := range t.Secondary {
		path := fmt.Sprintf("/secondary/%d", i)
		all = append(all, form{path + "/slm", s.SLM})
		for _, f := range s.Forms.stated() {
			all = append(all, form{path + "/forms/" + f.name, f.amount})
		}
	}
	return all
}
