package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/risk/loss"
)

// short is the report in a few sentences.
func (a *answer) short() []point {
	all := []point{{"What could we lose?", a.lose()}}
	if len(a.best.controls) > 0 {
		all = append(all, point{"What should we do?", a.do()})
	}
	if len(a.today.bands) > 0 {
		b := a.today.bands[0]
		all = append(all, point{"How sure is that?", fmt.Sprintf(
			"How often things happen is judged, not measured: for nine in ten of the values that are possible, the average loss is from %s to %s.", money(b.Low), a.amount(money(b.High)))})
	}
	return all
}

func (a *answer) lose() string {
	s := fmt.Sprintf("%s %s on average; more than %s %s, and more than %s %s.", a.amount(estimated(a.today.figure(0))), a.every(),
		a.amount(estimated(a.today.figure(1))), a.in("ten"), a.amount(estimated(a.today.figure(2))), a.in("a hundred"))
	if len(a.tolerated.Points) == 0 {
		return s
	}
	t, over := a.over(a.today)
	if !over {
		return s + " That is within what is tolerated."
	}
	return s + fmt.Sprintf(" That is more than is tolerated: a loss above %s has a probability of %s, of which %s is tolerated.",
		a.amount(price(t.Loss)), percent(t.Risk), percent(t.Tolerated))
}

func (a *answer) do() string {
	takes := a.today.sample.Mean().Value - a.best.sample.Mean().Value
	var b strings.Builder
	fmt.Fprintf(&b, "Have %s: for %s %s that takes away %s of the average loss", a.list(a.best.controls), a.amount(price(a.best.cost)), a.every(), a.amount(money(takes)))
	if a.best.cost > 0 {
		fmt.Fprintf(&b, ", %s for each %s", a.amount(times(takes/a.best.cost)), a.unit())
	}
	b.WriteString(".")
	if instead := a.instead(); instead != "" {
		b.WriteString(" " + instead)
	}
	switch t, over := a.over(a.best); {
	case len(a.tolerated.Points) == 0:
	case !over:
		b.WriteString(" What is left is within what is tolerated.")
	default:
		fmt.Fprintf(&b, " A loss above %s stays more likely than is tolerated.", a.amount(price(t.Loss)))
	}
	return b.String()
}

// instead says how the best plan differs from the planned one.
func (a *answer) instead() string {
	if len(a.planned.controls) == 0 || slices.Equal(a.planned.controls, a.best.controls) {
		return ""
	}
	without := func(list, others []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(id string) bool { return slices.Contains(others, id) })
	}
	more, fewer := without(a.best.controls, a.planned.controls), without(a.planned.controls, a.best.controls)
	s := "That differs from the register:"
	if len(more) > 0 {
		s += " it has " + a.list(more)
	}
	if len(fewer) > 0 {
		if len(more) > 0 {
			s += ", and"
		}
		s += " does without " + a.list(fewer)
	}
	if saves := a.planned.cost - a.best.cost; saves > 0 {
		s += fmt.Sprintf(", and costs %s less", a.amount(price(saves)))
	}
	if r := a.choice.Regret; slices.Equal(a.further(a.choice.RunnerUp), a.planned.controls) && r.Basis != loss.Refused && r.Low <= 0 {
		s += "; which of the two leaves less is not certain"
	}
	return s + "."
}

// list writes titles of controls within a sentence.
func (a *answer) list(controls []string) string {
	var all []string
	for _, t := range a.titles(controls) {
		all = append(all, "“"+t+"”")
	}
	return listed(all)
}

// plan says which is best under the budget, and how clearly.
func (a *answer) plan() []string {
	switch {
	case len(a.proposals) == 0:
		return []string{"Every control of the model acts already: there is nothing to choose."}
	case len(a.best.controls) == 0:
		return []string{fmt.Sprintf("No control can be had for %s: the best plan is to have nothing more.", a.amount(price(a.budget)))}
	}
	limit := "Without a limit of cost"
	if a.budget > 0 {
		limit = fmt.Sprintf("Of all plans that cost no more than %s %s beyond what is spent today", a.amount(price(a.budget)), a.every())
	}
	all := []string{fmt.Sprintf("%s, this one leaves the least: %s. It costs %s and leaves %s on average.", limit,
		a.list(a.best.controls), a.amount(price(a.best.cost)), a.amount(estimated(a.best.figure(0))))}
	if s := a.second(); s != "" {
		all = append(all, s)
	}
	if g := a.gain; g.Gain.Basis != loss.Refused && g.Gain.Basis != 0 {
		all = append(all, fmt.Sprintf("In %s of the %s it takes away more than it costs. In the others it was a premium: that is what protection against rare and large losses looks like.",
			percent(g.Gain.Value), map[bool]string{true: "courses", false: "years"}[a.model.Years > 1]))
	}
	return all
}

// second says what the runner-up is.
func (a *answer) second() string {
	second, r := a.further(a.choice.RunnerUp), a.choice.Regret
	if len(a.choice.RunnerUp) == 0 || r.Basis == loss.Refused {
		return ""
	}
	what := a.list(second)
	if slices.Equal(second, a.planned.controls) {
		what = "the plan of the register"
	}
	s := fmt.Sprintf("The runner-up is %s, for %s: it leaves %s more", what, a.amount(price(a.cost(second))), a.amount(money(r.Value)))
	if r.Low <= 0 {
		return s + fmt.Sprintf(" (%s at most), which is less than this computation tells apart: other reasons may decide.", a.amount(money(r.High)))
	}
	return s + fmt.Sprintf(" (%s). That is the regret of choosing it.", between(r.Low, r.High))
}

// sure says how well the figures are known: what more trials would help, and what
// not.
func (a *answer) sure() []point {
	s := a.today
	all := []point{{"Computing.", fmt.Sprintf("%s %s were drawn. By that alone, the average is known to %s, the loss %s to %s, and that %s to %s. More of them would help.",
		grouped(s.sample.Provenance().Trials), map[bool]string{true: "courses", false: "years"}[a.model.Years > 1],
		precision(s.figure(0)), a.in("ten"), precision(s.figure(1)), a.in("a hundred"), precision(s.figure(2)))}}
	if len(s.bands) > 0 {
		all = append(all, point{"Knowing.", fmt.Sprintf(
			"What is judged may be otherwise. For nine in ten of the possible values the average is from %s, the loss %s from %s, and that %s from %s. No computing makes that narrower; better estimates do.",
			between(s.bands[0].Low, s.bands[0].High), a.in("ten"), between(s.bands[1].Low, s.bands[1].High), a.in("a hundred"), between(s.bands[2].Low, s.bands[2].High))})
	}
	if left := a.unmodeled(); len(left) > 0 {
		all = append(all, point{"Left out.", "No scenario stands for " + listed(left) + "."})
	}
	return all
}

// unmodeled are the open risks without a figure.
func (a *answer) unmodeled() []string {
	var all []string
	for _, n := range a.portfolio.Notices {
		if n.Code == "Q105" {
			all = append(all, n.Record.ID+" ("+a.view.Title(n.Record)+")")
		}
	}
	return all
}

// assumptions are those of the model that a reader may doubt.
func (a *answer) assumptions() []string {
	m := a.model
	all := []string{fmt.Sprintf("%s stand for %s.", counted(len(m.Scenarios), "scenario"), counted(len(a.portfolio.Risks), "risk")+" of the register")}
	if acts := a.portfolio.Today.Controls(); len(acts) > 0 {
		all = append(all, fmt.Sprintf("%s act today, and are paid for.", a.list(acts)))
	}
	for _, l := range m.Links {
		all = append(all, fmt.Sprintf("%s have busy years together.", a.scenarios(l.Scenarios)))
	}
	for _, c := range m.Causes {
		var hits []string
		for _, h := range c.Hits {
			hits = append(hits, h.Scenario)
		}
		title := c.Title
		if title == "" {
			title = c.ID
		}
		all = append(all, fmt.Sprintf("One event, “%s”, can bring %s at once.", title, a.scenarios(hits)))
	}
	all = append(all, "Otherwise what happens in one scenario says nothing of the others.")
	for i, l := range a.today.sample.Layers() {
		layer := m.Layers[i]
		title := layer.Title
		if title == "" {
			title = layer.ID
		}
		limits := "without a limit"
		if layer.Limit > 0 {
			limits = "up to " + a.amount(price(layer.Limit))
		}
		all = append(all, fmt.Sprintf("%s bears what an event costs above %s, %s: %s a year on average, for a premium of %s. It is taken off in all figures but those of single risks.",
			title, a.amount(price(layer.Retention)), limits, a.amount(money(l.Recovery.Value)), a.amount(price(layer.Premium))))
	}
	return append(all, "Figures of single risks are by themselves, and do not add up: bad years seldom come together.")
}

func (a *answer) scenarios(ids []string) string {
	var all []string
	for _, s := range a.model.Scenarios {
		if slices.Contains(ids, s.ID) {
			title := s.Title
			if title == "" {
				title = s.ID
			}
			all = append(all, "“"+title+"”")
		}
	}
	return listed(all)
}

// provenance is what the figures can be computed from again.
func (a *answer) provenance() []point {
	p := a.outcome.Today.Source
	return []point{
		{"Records", fmt.Sprintf("%s, as of %s", a.view.System().ID, a.view.At())},
		{"Model", fmt.Sprintf("%s, SHA-256 with today’s controls %s", p.Model, p.Digest)},
		{"Algorithm", fmt.Sprintf("%s, seed %d, %s trials; plans compared with %s", p.Algorithm, p.Seed, grouped(p.Trials), grouped(decisionTrials))},
	}
}

// grouped writes a whole number with its thousands apart.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
