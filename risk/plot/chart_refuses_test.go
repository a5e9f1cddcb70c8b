package plot_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/plot"
)

// writer is a picture that can be written.
type writer interface {
	chart
	WriteSVG(w io.Writer) error
}

func requireRefused(t *testing.T, c writer, want string) {
	t.Helper()
	var b bytes.Buffer
	require.EqualError(t, c.WriteSVG(&b), want)
	require.Zero(t, b.Len(), "nothing is written")
	_, inTable := c.Table()
	require.EqualError(t, inTable, want)
}

func TestExceedanceRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for name, c := range map[string]struct {
		spoil func(*plot.Exceedance)
		want  string
	}{
		"nothing at all":     {func(e *plot.Exceedance) { *e = plot.Exceedance{} }, "Curves: got 0, want 1 to 6"},
		"too many":           {func(e *plot.Exceedance) { e.Curves = make([]plot.Curve, 7) }, "Curves: got 7, want 1 to 6"},
		"id":                 {func(e *plot.Exceedance) { e.ID = "1" }, `ID: got "1", want a letter, then up to 63 letters, digits, - and _`},
		"width":              {func(e *plot.Exceedance) { e.Width = 279 }, "Width: got 279 pixels, want 280 to 10000, or 0 for 640"},
		"wall":               {func(e *plot.Exceedance) { e.Width = 10_001 }, "Width: got 10001 pixels, want 280 to 10000, or 0 for 640"},
		"title":              {func(e *plot.Exceedance) { e.Title = "\xff" }, `Title: got "\xff", want UTF-8`},
		"description":        {func(e *plot.Exceedance) { e.Description = "a\nb" }, `Description: got "a\nb", want text without control characters`},
		"currency":           {func(e *plot.Exceedance) { e.Currency = "\x00" }, `Currency: got "\x00", want text without control characters`},
		"long currency":      {func(e *plot.Exceedance) { e.Currency = "ducats of" }, "Currency: got 9 characters, want 8 at most"},
		"scale":              {func(e *plot.Exceedance) { e.Loss = 3 }, "Loss: got the number 3, want linear or log"},
		"other scale":        {func(e *plot.Exceedance) { e.Probability = 200 }, "Probability: got the number 200, want linear or log"},
		"least":              {func(e *plot.Exceedance) { e.Least = .6 }, "Least: got 0.6, want a probability from 1e-9 to 0.5, or 0 for 0.001"},
		"least not a number": {func(e *plot.Exceedance) { e.Least = nan }, "Least: got NaN, want a probability from 1e-9 to 0.5, or 0 for 0.001"},
		"word":               {func(e *plot.Exceedance) { e.Words.Tolerance = "\x01" }, `Words.Tolerance: got "\x01", want text without control characters`},
		"word in braces":     {func(e *plot.Exceedance) { e.Words.VaR = "VaR {p}" }, `Words.VaR: got "VaR {p}" with ["{p}"] in braces, want ["{percent}"]`},
		"long sign":          {func(e *plot.Exceedance) { e.Words.Million = "Millionen" }, "Words.Million: got 9 characters, want 8 at most"},
		"label twice":        {func(e *plot.Exceedance) { e.Curves[1].Label = "today" }, `Curves[1].Label: got "today", which is Curves[0] already, want each label once`},
		"label":              {func(e *plot.Exceedance) { e.Curves[1].Label = "\xff" }, `Curves[1].Label: got "\xff", want UTF-8`},
		"one point":          {func(e *plot.Exceedance) { e.Curves[0].Points = e.Curves[0].Points[:1] }, "Curves[0].Points: got 1, want 2 to 100000"},
		"no number":          {func(e *plot.Exceedance) { e.Curves[0].Points[3].Loss = nan }, "Curves[0].Points[3].Loss: got NaN, want an amount from 0 to 1e+18"},
		"infinite":           {func(e *plot.Exceedance) { e.Curves[0].Points[3].Loss = inf }, "Curves[0].Points[3].Loss: got +Inf, want an amount from 0 to 1e+18"},
		"negative":           {func(e *plot.Exceedance) { e.Curves[0].Points[0].Loss = -1 }, "Curves[0].Points[0].Loss: got -1, want an amount from 0 to 1e+18"},
		"huge":               {func(e *plot.Exceedance) { e.Curves[0].Points[3].Loss = 2e18 }, "Curves[0].Points[3].Loss: got 2e+18, want an amount from 0 to 1e+18"},
		"probability":        {func(e *plot.Exceedance) { e.Curves[0].Points[3].Probability = 1.5 }, "Curves[0].Points[3].Probability: got 1.5, want a probability from 0 to 1"},
		"falling":            {func(e *plot.Exceedance) { e.Curves[0].Points[1].Loss = 1e9 }, "Curves[0].Points[2].Loss: got 1077.0295669809325 after 1e+09, want losses that do not fall"},
		"rising":             {func(e *plot.Exceedance) { e.Curves[0].Points[0].Probability = .1 }, "Curves[0].Points[1].Probability: got 0.569981947392155 after 0.1, want probabilities that do not rise"},
		"nothing shown":      {func(e *plot.Exceedance) { e.Curves[0].Points = []plot.Point{{0, .5}, {1e-9, .4}} }, "Curves[0].Points: got none with a loss of 1e-06 or more and a probability of 0.001 or more, want one to be shown"},
		"band":               {func(e *plot.Exceedance) { e.Curves[0].Epistemic[2].Low = .9 }, "Curves[0].Epistemic[2].Low: got 0.9, which is more than the high 0.8071158232480456"},
		"unsorted band":      {func(e *plot.Exceedance) { e.Curves[1].Sampling[2].Loss = 0 }, "Curves[1].Sampling[2].Loss: got 0 after 740.6772344118027, want losses that do not fall"},
		"mark":               {func(e *plot.Exceedance) { e.Curves[1].Marks[0].Probability = nan }, "Curves[1].Marks[0].Probability: got NaN, want a probability from 0 to 1"},
		"marks":              {func(e *plot.Exceedance) { e.Curves[1].Marks = make([]plot.Mark, 9) }, "Curves[1].Marks: got 9, want 0 to 8"},
		"tolerance":          {func(e *plot.Exceedance) { e.Tolerance[1].Probability = .5 }, "Tolerance[1].Probability: got 0.5 after 0.3, want probabilities that do not rise"},
	} {
		t.Run(name, func(t *testing.T) {
			e := plans()
			c.spoil(&e)
			requireRefused(t, e, "plot: exceedance: "+c.want)
		})
	}
}

func TestHistogramRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*plot.Histogram)
		want  string
	}{
		"no bins":         {func(h *plot.Histogram) { h.Bins = nil }, "Bins: got 0, want 1 to 1000"},
		"zero":            {func(h *plot.Histogram) { h.Zero = -.1 }, "Zero: got -0.1, want a probability from 0 to 1"},
		"from zero":       {func(h *plot.Histogram) { h.Bins[0].From = 0 }, "Bins[0].From: got 0, want an amount from 1e-06 to 1e+18 on a log axis"},
		"empty bin":       {func(h *plot.Histogram) { h.Bins[0].To = h.Bins[0].From }, "Bins[0].To: got 2154.4346900318874 from 2154.4346900318874, want more"},
		"overlap":         {func(h *plot.Histogram) { h.Bins[0].To = 1e5 }, "Bins[1].From: got 3162.2776601683804, which is in the bin before, up to 100000"},
		"not a number":    {func(h *plot.Histogram) { h.Bins[2].To = math.NaN() }, "Bins[2].To: got NaN, want an amount from 0 to 1e+18"},
		"probability":     {func(h *plot.Histogram) { h.Bins[2].Probability = 2 }, "Bins[2].Probability: got 2, want a probability from 0 to 1"},
		"more than one":   {func(h *plot.Histogram) { h.Bins = []plot.Bin{{1, 2, .7}, {2, 3, .5}}; h.Zero = 0 }, "Bins: got probabilities that sum to 1.2 with that of Zero, want 1 at most"},
		"marks":           {func(h *plot.Histogram) { h.Marks = make([]plot.At, 9) }, "Marks: got 9, want 0 to 8"},
		"mark":            {func(h *plot.Histogram) { h.Marks[1].Loss = 0 }, "Marks[1].Loss: got 0, want an amount from 1e-06 to 1e+18 on a log axis"},
		"label of a mark": {func(h *plot.Histogram) { h.Marks[1].Label = "\n" }, `Marks[1].Label: got "\n", want text without control characters`},
	} {
		t.Run(name, func(t *testing.T) {
			h := histograms()["year"]
			c.spoil(&h)
			requireRefused(t, h, "plot: histogram: "+c.want)
		})
	}
}

func TestTornadoRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*plot.Tornado)
		want  string
	}{
		"none":     {func(d *plot.Tornado) { d.Swings = nil }, "Swings: got 0, want 1 to 200"},
		"most":     {func(d *plot.Tornado) { d.Most = -1 }, "Most: got -1, want a number of inputs, or 0 for 12"},
		"base":     {func(d *plot.Tornado) { d.Base = math.Inf(-1) }, "Base: got -Inf, want an amount of at most 1e+18"},
		"of":       {func(d *plot.Tornado) { d.Of = "\xff" }, `Of: got "\xff", want UTF-8`},
		"label":    {func(d *plot.Tornado) { d.Swings[1].Label = "\x02" }, `Swings[1].Label: got "\x02", want text without control characters`},
		"result":   {func(d *plot.Tornado) { d.Swings[1].High.Result = math.NaN() }, "Swings[1].High.Result: got NaN, want an amount of at most 1e+18"},
		"input":    {func(d *plot.Tornado) { d.Swings[1].Low.Input = "\x02" }, `Swings[1].Low.Input: got "\x02", want text without control characters`},
		"negative": {func(d *plot.Tornado) { d.Scale = plot.Log; d.Swings[0].Low.Result = -1 }, "Swings[0].Low.Result: got -1, want an amount from 1e-06 to 1e+18 on a log axis"},
	} {
		t.Run(name, func(t *testing.T) {
			d := tornados()["var95"]
			c.spoil(&d)
			requireRefused(t, d, "plot: tornado: "+c.want)
		})
	}
}

func TestParetoRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*plot.Pareto)
		want  string
	}{
		"none":        {func(p *plot.Pareto) { p.Plans = nil }, "Plans: got 0, want 1 to 5000"},
		"cost":        {func(p *plot.Pareto) { p.Plans[7].Cost = math.NaN() }, "Plans[7].Cost: got NaN, want an amount from 0 to 1e+18"},
		"loss":        {func(p *plot.Pareto) { p.Plans[7].Loss = -1 }, "Plans[7].Loss: got -1, want an amount from 0 to 1e+18"},
		"free":        {func(p *plot.Pareto) { p.Cost = plot.Log }, "Plans[0].Cost: got 0, want an amount from 1e-06 to 1e+18 on a log axis"},
		"label twice": {func(p *plot.Pareto) { p.Plans[1].Label = "nothing" }, `Plans[1].Label: got "nothing", which is Plans[0] already, want each label once`},
		"chosen":      {func(p *plot.Pareto) { p.Chosen = "MFA+" }, `Chosen: got "MFA+", want the label of a plan`},
		"runner-up":   {func(p *plot.Pareto) { p.RunnerUp = "\xff" }, `RunnerUp: got "\xff", want the label of a plan`},
		"budget":      {func(p *plot.Pareto) { p.Budget = math.Inf(1) }, "Budget: got +Inf, want an amount from 0 to 1e+18"},
	} {
		t.Run(name, func(t *testing.T) {
			p := paretos()["budget"]
			c.spoil(&p)
			requireRefused(t, p, "plot: pareto: "+c.want)
		})
	}
}

func TestWaterfallRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*plot.Waterfall)
		want  string
	}{
		"none":     {func(f *plot.Waterfall) { f.Steps = nil }, "Steps: got 0, want 1 to 60"},
		"before":   {func(f *plot.Waterfall) { f.Before = -1 }, "Before: got -1, want an amount from 0 to 1e+18"},
		"change":   {func(f *plot.Waterfall) { f.Steps[2].Change = math.NaN() }, "Steps[2].Change: got NaN, want an amount of at most 1e+18"},
		"interval": {func(f *plot.Waterfall) { f.Steps[2].Low = 6e3 }, "Steps[2].Low: got 6000, which is more than the high 5000"},
		"label":    {func(f *plot.Waterfall) { f.Steps[2].Label = "\xff" }, `Steps[2].Label: got "\xff", want UTF-8`},
	} {
		t.Run(name, func(t *testing.T) {
			f := waterfalls()["plan"]
			c.spoil(&f)
			requireRefused(t, f, "plot: waterfall: "+c.want)
		})
	}
}

func TestConvergenceRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*plot.Convergence)
		want  string
	}{
		"one":      {func(v *plot.Convergence) { v.Steps = v.Steps[:1] }, "Steps: got 1, want 2 to 10000"},
		"asked":    {func(v *plot.Convergence) { v.Asked = math.NaN() }, "Asked: got NaN, want a part of the value from 0 to 1"},
		"trials":   {func(v *plot.Convergence) { v.Steps[0].Trials = 0 }, "Steps[0].Trials: got 0, want 1 or more"},
		"unsorted": {func(v *plot.Convergence) { v.Steps[3].Trials = 100 }, "Steps[3].Trials: got 100 after 256, want more"},
		"outside":  {func(v *plot.Convergence) { v.Steps[3].Value = 0 }, "Steps[3].Value: got 0, want one from the low 2.53e+06 to the high 5e+06"},
		"infinite": {func(v *plot.Convergence) { v.Steps[3].High = math.Inf(1) }, "Steps[3].High: got +Inf, want an amount of at most 1e+18"},
	} {
		t.Run(name, func(t *testing.T) {
			v := convergences()["sure"]
			v.Steps[3].Low, v.Steps[3].High = 2.53e6, 5e6
			c.spoil(&v)
			requireRefused(t, v, "plot: convergence: "+c.want)
		})
	}
}

func TestChartWriterFails(t *testing.T) {
	err := plans().WriteSVG(full{})
	require.ErrorIs(t, err, errors.ErrUnsupported)
	require.EqualError(t, err, "plot: exceedance: unsupported operation")
}

func TestChartsOfTheMost(t *testing.T) {
	e := plot.Exceedance{}
	for i := range 6 {
		c := plot.Curve{Label: strings.Repeat("影", i+1)}
		for k := range 100_000 {
			c.Points = append(c.Points, plot.Point{Loss: float64(k), Probability: 1 - float64(k)/100_000})
		}
		e.Curves = append(e.Curves, c)
	}
	svg, err := e.SVG()
	require.NoError(t, err)
	require.Less(t, len(svg), 300_000)
	require.NotEmpty(t, wellFormed(t, svg))
}
