package main

import (
	"cmp"
	"html/template"
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/plot"
)

// pictureWidth is that of half a page: letters keep their size on paper.
const pictureWidth = 420

// picture is a chart with what it says in words.
type picture struct {
	SVG   template.HTML
	Table plot.Table
}

// chart is any picture of package plot.
type chart interface {
	SVG() ([]byte, error)
	Table() (plot.Table, error)
}

func drawn(c chart) (picture, error) {
	svg, err := c.SVG()
	if err != nil {
		return picture{}, err
	}
	table, err := c.Table()
	return picture{template.HTML(svg), table}, err //nolint:gosec // package plot escapes every text
}

// curves is what may be lost, beside what is tolerated.
func (a *answer) curves() chart {
	e := plot.Exceedance{
		ID: "curves", Title: "How likely is it to lose more?", Currency: a.model.Currency, Width: pictureWidth,
		Probability: plot.Log, Least: 0.002, Tolerance: plot.Points(a.tolerated.Points),
	}
	today := plot.Curve{Label: "today", Points: plot.Points(a.today.sample.AEP())}
	if len(a.today.bands) > 0 {
		today.Epistemic = band(a.today.sample)
	}
	e.Curves = []plot.Curve{today}
	if len(a.planned.controls) > 0 {
		e.Curves = append(e.Curves, plot.Curve{Label: "as planned", Points: plot.Points(a.planned.sample.AEP())})
	}
	if len(a.best.controls) > 0 && !slices.Equal(a.best.controls, a.planned.controls) {
		e.Curves = append(e.Curves, plot.Curve{Label: "best plan", Points: plot.Points(a.best.sample.AEP())})
	}
	return e
}

// band is where the curve may be for want of knowledge: of the values that
// parameters drawn once have, one in twenty is below, and one above.
func band(s loss.Sample) []plot.Band {
	const (
		group  = 4096 // trials share such values
		places = 25
	)
	top := s.VaR(0.998).Value
	losses := make([]float64, places)
	for i := range losses {
		losses[i] = top * math.Pow(10, -3*(1-float64(i)/(places-1)))
	}
	counts := make([][]float64, places)
	for trial, x := range s.Trials() {
		for i, l := range losses {
			if trial%group == 0 {
				counts[i] = append(counts[i], 0)
			}
			if x > l {
				counts[i][len(counts[i])-1]++
			}
		}
	}
	var all []plot.Band
	for i, c := range counts {
		slices.Sort(c)
		n := len(c)
		all = append(all, plot.Band{Loss: losses[i], Low: c[n/20] / group, High: c[n-1-n/20] / group})
	}
	return all
}

// waterfall is what the proposals take away together, and each of them.
func (a *answer) waterfall() chart {
	f := plot.Waterfall{
		ID: "controls", Title: "From today to all proposals", Of: "Expected loss", Currency: a.model.Currency,
		Width: pictureWidth, Before: a.worth.Without.Value,
	}
	for _, s := range a.byWorth() {
		f.Steps = append(f.Steps, plot.Contribution{Label: a.title(s.Control), Change: -s.Shapley.Value, Low: -s.Shapley.High, High: -s.Shapley.Low})
	}
	return f
}

// pareto is what plans cost and leave.
func (a *answer) pareto() chart {
	p := plot.Pareto{
		ID: "plans", Title: "What less loss costs", Currency: a.model.Currency, Width: pictureWidth, Budget: a.budget,
	}
	for _, s := range a.plans {
		label := ""
		switch {
		case slices.Equal(s.controls, a.best.controls):
			label, p.Chosen = "best plan", "best plan"
		case slices.Equal(s.controls, a.planned.controls):
			label = "as planned"
			if slices.Equal(a.planned.controls, a.further(a.choice.RunnerUp)) {
				p.RunnerUp = label
			}
		case len(s.controls) == 0:
			label = "today"
		case len(s.controls) == len(a.proposals):
			label = "all"
		}
		p.Plans = append(p.Plans, plot.Plan{Label: label, Cost: s.cost, Loss: s.loss})
	}
	return p
}

func (a *answer) title(control string) string {
	if t := a.control(control).Title; t != "" {
		return t
	}
	return control
}

func (a *answer) titles(controls []string) []string {
	var all []string
	for _, id := range controls {
		all = append(all, a.title(id))
	}
	return all
}

// byWorth are the shares of the proposals, the most for its cost first.
func (a *answer) byWorth() []loss.Share {
	per := func(s loss.Share) float64 {
		if c := a.cost([]string{s.Control}); c > 0 {
			return s.Shapley.Value / c
		}
		return math.Inf(1)
	}
	list := slices.Clone(a.worth.Controls)
	slices.SortStableFunc(list, func(x, y loss.Share) int { return cmp.Compare(per(y), per(x)) })
	return list
}
