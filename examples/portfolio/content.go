package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/portfolio"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/tolerance"
)

// content is what the report says.
type content struct {
	Organization, At, Currency string
	Every, Name, Unit          string // "a year", "year", "EUR"
	Short                      []point
	States                     []column
	Figures                    []row
	Curves                     picture
	Tolerance                  []tolerancePoint
	Decision                   string // by whom the tolerance was decided
	Risks                      []riskRow
	More                       string // of the risks that are not listed
	Controls                   []controlRow
	Compared                   string // by how many trials
	Waterfall, Plans           picture
	Budget                     string
	Best                       []string
	Sure                       []point
	Judgments                  string // how many
	Inputs                     []inputRow
	Assumptions                []string
	Provenance                 []point
	Notices                    isms.Problems // of how records and model are linked
}

// point is a sentence or more with what it is about.
type point struct{ About, Says string }

type column struct{ Name, Note string }

type row struct {
	Name  string
	Cells []cell
}

type cell struct{ Value, Range string }

type tolerancePoint struct {
	Loss, Tolerated string
	Is              []verdict
}

type verdict struct {
	Value string
	Over  bool
}

type riskRow struct {
	ID, Title, Owner                   string
	Level, LevelAfter                  string
	Mean, MeanAfter, Worst, WorstAfter string
	Share                              string
	Width                              float64 // of a bar, as a share of the longest
}

type controlRow struct {
	Title, Register          string
	Cost, Takes, Range, Each string
	Alone, Last              string
	Best                     bool
}

type inputRow struct{ Name, Range, Result string }

// mostRisks is how many rows a page has room for.
const mostRisks = 12

// content says what the answer is in words.
func (a *answer) content() (*content, error) {
	sys := a.view.System()
	c := &content{
		Organization: cmp.Or(sys.Title, string(sys.ID)), At: long(a.view.At()), Currency: a.model.Currency,
		Every: "a year", Name: "year", Unit: a.unit(), Decision: a.tolerated.Decision,
		States: a.columns(), Figures: a.figures(), Tolerance: a.tolerances(), Risks: a.risks(), Controls: a.controls(), Inputs: a.inputs(),
		Best: a.plan(), Sure: a.sure(), Assumptions: a.assumptions(), Provenance: a.provenance(), Notices: a.portfolio.Notices,
	}
	if a.budget > 0 {
		c.Budget = a.amount(price(a.budget))
	}
	if a.model.Years > 1 {
		c.Every, c.Name = a.every(), "course"
	}
	c.Short, c.Judgments = a.short(), counted(len(a.unsure.Inputs), "judgment")
	if more := len(c.Risks) - mostRisks; more > 0 {
		c.Risks, c.More = c.Risks[:mostRisks], "The register has "+counted(more, "smaller risk")+" more."
	}
	var err error
	if c.Curves, err = drawn(a.curves()); err != nil {
		return nil, fmt.Errorf("portfolio: curves: %w", err)
	}
	if n := a.today.sample.Provenance().Trials; n != decisionTrials {
		c.Compared = fmt.Sprintf("Plans are compared with %s trials, not %s: the amounts of today differ a little from the first page.", grouped(decisionTrials), grouped(n))
	}
	if len(a.proposals) == 0 {
		return c, nil
	}
	if c.Waterfall, err = drawn(a.waterfall()); err != nil {
		return nil, fmt.Errorf("portfolio: controls: %w", err)
	}
	if c.Plans, err = drawn(a.pareto()); err != nil {
		return nil, fmt.Errorf("portfolio: plans: %w", err)
	}
	return c, nil
}

// every says of what horizon amounts are.
func (a *answer) every() string {
	if a.model.Years > 1 {
		return fmt.Sprintf("over %d years", a.model.Years)
	}
	return "a year"
}

// in says what a probability of one in n is.
func (a *answer) in(n string) string {
	if a.model.Years > 1 {
		return "with a probability of one in " + n
	}
	return "in one year of " + n
}

// amount adds the currency.
func (a *answer) amount(s string) string {
	if a.model.Currency == "" {
		return s
	}
	return s + thin + a.model.Currency
}

// unit is what costs and losses are counted in.
func (a *answer) unit() string { return cmp.Or(a.model.Currency, "unit of cost") }

// states are those that differ from today, and today.
func (a *answer) states() []state {
	all := []state{a.today}
	if len(a.planned.controls) > 0 {
		all = append(all, a.planned)
	}
	if len(a.best.controls) > 0 && !slices.Equal(a.best.controls, a.planned.controls) {
		all = append(all, a.best)
	}
	return all
}

func (a *answer) columns() []column {
	all := []column{{"Today", "nothing more is spent"}}
	for _, s := range a.states()[1:] {
		name := "As planned"
		switch {
		case slices.Equal(s.controls, a.best.controls) && slices.Equal(s.controls, a.planned.controls):
			name = "As planned, which is best"
		case slices.Equal(s.controls, a.best.controls):
			name = "Best plan"
		}
		all = append(all, column{name, "for " + a.amount(price(s.cost)) + " " + a.every()})
	}
	return all
}

// figure returns one of years.
func (s state) figure(i int) loss.Estimate {
	if years[i].of == loss.ExpectedLoss {
		return s.sample.Mean()
	}
	return s.sample.VaR(years[i].at)
}

func (a *answer) figures() []row {
	names := []string{"On average", "Exceeded " + a.in("ten"), "Exceeded " + a.in("a hundred")}
	var all []row
	for i, name := range names {
		r := row{Name: name}
		for _, s := range a.states() {
			c := cell{Value: estimated(s.figure(i))}
			if len(s.bands) > 0 {
				c.Range = between(s.bands[i].Low, s.bands[i].High)
			}
			r.Cells = append(r.Cells, c)
		}
		all = append(all, r)
	}
	return all
}

// estimated writes a figure, or that there is none.
func estimated(e loss.Estimate) string {
	if e.Basis == loss.Refused {
		return "none"
	}
	return money(e.Value)
}

func (a *answer) tolerances() []tolerancePoint {
	var all []tolerancePoint
	for _, t := range a.tolerated.Points {
		p := tolerancePoint{Loss: a.amount(price(t.Loss)), Tolerated: percent(t.Probability)}
		for _, s := range a.states() {
			e := s.sample.Exceedance(t.Loss)
			p.Is = append(p.Is, verdict{percent(e.Value), e.Value > t.Probability})
		}
		all = append(all, p)
	}
	return all
}

func (a *answer) risks() []riskRow {
	list := slices.Clone(a.outcome.Risks)
	slices.SortStableFunc(list, func(x, y portfolio.Share) int { return cmp.Compare(y.Today.Adds.Value, x.Today.Adds.Value) })
	sum := 0.0
	for _, s := range list {
		sum += s.Today.Adds.Value
	}
	var all []riskRow
	for _, s := range list {
		r, _ := a.view.Risk(s.Risk)
		row := riskRow{
			ID: string(r.ID), Title: a.view.Title(r.Ref()), Owner: a.view.Title(r.OwnerAt(a.view.At()).Ref()),
			Level: a.view.RateRisk(r, isms.Current).Label(), LevelAfter: a.view.RateRisk(r, isms.Residual).Label(),
			Mean: a.recorded(s.Today.Quantified, 0), MeanAfter: a.recorded(s.Residual.Quantified, 0),
			Worst: a.recorded(s.Today.Quantified, 2), WorstAfter: a.recorded(s.Residual.Quantified, 2),
		}
		if sum > 0 {
			row.Share, row.Width = percent(s.Today.Adds.Value/sum), s.Today.Adds.Value/list[0].Today.Adds.Value
		}
		all = append(all, row)
	}
	return all
}

// recorded writes a figure of a risk by itself.
func (a *answer) recorded(q isms.Quantified, i int) string {
	if f, ok := portfolio.Of(q, years[i].of, years[i].at); ok {
		return money(f.Amount.Value)
	}
	return "none"
}

func (a *answer) controls() []controlRow {
	var all []controlRow
	for _, s := range a.byWorth() {
		cost := a.cost([]string{s.Control})
		r := controlRow{
			Title: a.title(s.Control), Register: "proposal", Cost: price(cost), Takes: money(s.Shapley.Value),
			Range: between(max(s.Shapley.Low, 0), s.Shapley.High), Alone: money(s.First.Value), Last: money(s.Last.Value),
			Best: slices.Contains(a.best.controls, s.Control),
		}
		if cost > 0 {
			r.Each = times(s.Shapley.Value / cost)
		}
		for _, t := range a.portfolio.Treatments {
			if slices.Contains(t.Controls, s.Control) {
				r.Register = string(t.Treatment) + ", planned"
			}
		}
		all = append(all, r)
	}
	return all
}

func (a *answer) inputs() []inputRow {
	const most = 4
	var all []inputRow
	for _, in := range a.unsure.Inputs[:min(len(a.unsure.Inputs), most)] {
		all = append(all, inputRow{in.Name, rounded(in.From, 2) + " to " + rounded(in.To, 2), between(in.Low.Value, in.High.Value)})
	}
	return all
}

// over finds where more is lost than is tolerated: at one of its points or, where
// it is within these, at the worst place between them.
func (a *answer) over(s state) (p tolerance.Place, over bool) {
	for _, t := range a.tolerated.Points {
		if risk := s.sample.Exceedance(t.Loss).Value; risk > t.Probability {
			return tolerance.Place{Loss: t.Loss, Risk: risk, Tolerated: t.Probability}, true
		}
	}
	curve, err := tolerance.New(s.sample.AEP())
	if err != nil {
		return p, false // there is no loss
	}
	if worst := tolerance.Compare(curve, a.tolerated.curve).Difference; worst != nil {
		return *worst, true
	}
	return p, false
}

// summarize says in short what is in the report, and what should be known of it.
func (c *content) summarize(w io.Writer, name string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, as of %s: %s\n", c.Organization, c.At, name)
	for _, p := range c.Short {
		fmt.Fprintf(&b, "\n%s %s\n", p.About, p.Says)
	}
	if len(c.Notices) > 0 {
		b.WriteString("\nWhat should be known, and forbids nothing:\n")
	}
	for _, n := range c.Notices {
		b.WriteString(n.String() + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// long writes a date as people do.
func long(d isms.Date) string { return d.Time().Format("2 January 2006") }
