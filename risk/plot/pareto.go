package plot

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// Pareto is what plans cost against the loss that they leave: those that are
// best for their cost form the front, every other is dominated by one that
// costs no more and leaves no more.
type Pareto struct {
	// ID, Title and Description are those of a [HeatMap].
	ID, Title, Description string
	// Currency is printed beside amounts, such as "EUR". "" prints none.
	Currency string
	// Of is the loss that plans leave, "TVaR 95 %". "" is the expected loss.
	Of string
	// Plans are the 1 to 5,000 plans, in any order. Which are on the front is
	// found from them.
	Plans []Plan
	// Chosen and RunnerUp are the labels of plans that are pointed out. "" points
	// out none.
	Chosen, RunnerUp string
	// Budget is drawn as a line where it is more than 0.
	Budget float64
	// Cost and Loss are the scales of the axes, Linear unless told otherwise.
	Cost, Loss Scale
	// Words, Width and Light are those of an [Exceedance].
	Words Words
	Width int
	Light bool
}

// Plan is a set of controls.
type Plan struct {
	// Label is printed beside plans on the front where there is room. No two plans
	// have the same, but any number none.
	Label string
	Cost  float64
	Loss  float64 // that is left
}

// WriteSVG writes the picture as one SVG document, like [HeatMap.WriteSVG].
func (p Pareto) WriteSVG(w io.Writer) error {
	svg, err := p.SVG()
	return writeSVG(w, "pareto", svg, err)
}

// SVG returns what [Pareto.WriteSVG] writes.
func (p Pareto) SVG() ([]byte, error) {
	if err := p.check(); err != nil {
		return nil, fmt.Errorf("plot: pareto: %w", err)
	}
	return p.draw(), nil
}

// Table returns the picture in words for a document: a row for each plan that is
// on the front or pointed out, by cost. Errors are those of [Pareto.WriteSVG].
func (p Pareto) Table() (Table, error) {
	if err := p.check(); err != nil {
		return Table{}, fmt.Errorf("plot: pareto: %w", err)
	}
	return p.table(), nil
}

func (p Pareto) frame() frame {
	return frame{p.ID, p.Title, p.Description, p.Width, p.Light, p.Words}
}

const mostPlans = 5000

// check returns the first fault, with its place.
func (p Pareto) check() error {
	if err := first(
		p.frame().check(), checkCurrency(p.Currency), checkText("Of", p.Of), checkScale("Cost", p.Cost), checkScale("Loss", p.Loss),
		checkCount("Plans", len(p.Plans), 1, mostPlans), checkLoss("Budget", p.Budget),
	); err != nil {
		return err
	}
	if p.Budget > 0 {
		if err := checkOn(p.Cost, "Budget", p.Budget); err != nil {
			return err
		}
	}
	seen := make(map[string]int, len(p.Plans))
	if err := each("Plans", len(p.Plans), func(where string, i int) error {
		plan := p.Plans[i]
		if before, ok := seen[plan.Label]; ok && plan.Label != "" {
			return fmt.Errorf("%s.Label: got %q, which is Plans[%d] already, want each label once", where, plan.Label, before)
		}
		seen[plan.Label] = i
		return first(
			checkText(where+".Label", plan.Label), checkLoss(where+".Cost", plan.Cost), checkOn(p.Cost, where+".Cost", plan.Cost),
			checkLoss(where+".Loss", plan.Loss), checkOn(p.Loss, where+".Loss", plan.Loss),
		)
	}); err != nil {
		return err
	}
	for _, named := range [][2]string{{"Chosen", p.Chosen}, {"RunnerUp", p.RunnerUp}} {
		if _, ok := seen[named[1]]; !ok && named[1] != "" {
			return fmt.Errorf("%s: got %+q, want the label of a plan", named[0], named[1])
		}
	}
	return nil
}

// front are the plans that no other dominates, by cost, and those that one does.
// Plans that are the same in both do not dominate each other.
func (p Pareto) front() (front, dominated []Plan) {
	sorted := slices.SortedStableFunc(slices.Values(p.Plans), func(a, b Plan) int {
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(a.Loss, b.Loss))
	})
	least := math.Inf(1)
	for _, plan := range sorted {
		switch n := len(front); {
		case plan.Loss < least:
			least = plan.Loss
			front = append(front, plan)
		case n > 0 && plan.Loss == front[n-1].Loss && plan.Cost == front[n-1].Cost:
			front = append(front, plan)
		default:
			dominated = append(dominated, plan)
		}
	}
	return front, dominated
}

func (p Pareto) of(w Words) string { return named(p.Of, w.ExpectedLoss) }

// standing is what a plan is among the others.
func (p Pareto) standing(w Words, plan Plan, dominated bool) string {
	switch {
	case plan.Label != "" && plan.Label == p.Chosen:
		return w.Chosen
	case plan.Label != "" && plan.Label == p.RunnerUp:
		return w.RunnerUp
	case dominated:
		return w.Dominated
	}
	return w.OnFront
}

func (p Pareto) inWords(w Words, plan Plan, dominated bool) string {
	return fill(w.PlanInWords, "standing", p.standing(w, plan, dominated), "label", plan.Label,
		"cost", w.money(plan.Cost, p.Currency), "loss", w.money(plan.Loss, p.Currency))
}

// pointedOut reports whether the plan is chosen or the runner-up.
func (p Pareto) pointedOut(plan Plan) bool {
	return plan.Label != "" && (plan.Label == p.Chosen || plan.Label == p.RunnerUp)
}

// summary says what the picture shows, for someone who does not see it.
func (p Pareto) summary(w Words) string {
	front, dominated := p.front()
	var b strings.Builder
	b.WriteString(sentence(w.ParetoName + ": " + w.CostAxis + " / " + p.of(w)))
	b.WriteString(sentence(fill(w.PlansInWords, "all", w.amount(float64(len(p.Plans))), "front", w.amount(float64(len(front))))))
	if p.Budget > 0 {
		b.WriteString(sentence(fill(w.Budget, "amount", w.money(p.Budget, p.Currency))))
	}
	for i, plan := range slices.Concat(front, dominated) {
		if i == 0 || i == len(front)-1 || p.pointedOut(plan) {
			b.WriteString(sentence(p.inWords(w, plan, i >= len(front))))
		}
	}
	return strings.TrimSpace(b.String())
}

func (p Pareto) table() Table {
	w := p.Words.complete()
	t := Table{Summary: p.summary(w), Header: []string{w.Plan, w.axisTitle(w.CostAxis, p.Currency), w.axisTitle(p.of(w), p.Currency), w.Standing}}
	front, dominated := p.front()
	row := func(plan Plan, dominated bool) {
		t.Rows = append(t.Rows, []string{plan.Label, w.amount(plan.Cost), w.amount(plan.Loss), p.standing(w, plan, dominated)})
	}
	for _, plan := range front {
		row(plan, false)
	}
	for _, plan := range dominated {
		if p.pointedOut(plan) {
			row(plan, true)
		}
	}
	return t
}
