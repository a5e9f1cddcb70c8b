package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/ismskit/ismskit/risk/loss"
)

// page is text of at most 80 columns.
type page struct{ strings.Builder }

func (p *page) linef(format string, args ...any) {
	p.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

// wrap writes a text that may be long, its further lines indented.
func (p *page) wrap(first, indent, text string) {
	const width = 80
	line := first
	for word := range strings.FieldsSeq(text) {
		if len([]rune(line))+1+len([]rune(word)) > width && strings.TrimSpace(line) != "" {
			p.linef("%s", line)
			line = indent
		}
		if strings.TrimSpace(line) != "" && !strings.HasSuffix(line, " ") {
			line += " "
		}
		line += word
	}
	p.linef("%s", line)
}

// text writes the answer to be read.
func (a *answer) text(w io.Writer) error {
	p := &page{}
	a.head(p)
	a.engines(p)
	p.linef("\n%-14s%28s%28s%10s", "", "exact", "simulated", "apart")
	for _, f := range a.Figures {
		of := amounts
		if f.Name == "P(0)" {
			of = percents
		}
		p.figures(f.label(), f.both, of)
	}
	a.exceedances(p)
	a.contributions(p)
	a.tail(p)
	a.unknown(p)
	a.years(p)
	a.layers(p)
	a.reasons(p)
	_, err := io.WriteString(w, p.String())
	return err
}

func (a *answer) head(p *page) {
	title := a.Title
	if title == "" {
		title = a.ID
	}
	p.wrap("", "", title)
	unit := a.Currency
	if unit == "" {
		unit = "amounts without a currency"
	}
	horizon := "loss of a year"
	if a.Years > 1 {
		horizon = fmt.Sprintf("present value of the losses of %d years at %s", a.Years, fmt.Sprintf("%g %%", 100*a.Discount))
	}
	p.wrap("", "", fmt.Sprintf("%s: %s, %s; model %.12s", a.File, horizon, unit, a.Digest))
}

// engines says how each engine did, or why it did not.
func (a *answer) engines(p *page) {
	p.linef("")
	say := func(name string, e *engine) {
		switch from := e.Provenance.(type) {
		case loss.Provenance:
			p.wrap(name+": ", "  ", fmt.Sprintf("%s, tolerance %g, %d points", from.Algorithm, from.Options.Tolerance, from.Points))
		case loss.SimProvenance:
			p.wrap(name+": ", "  ", fmt.Sprintf("%s, %s trials, seed %d", from.Algorithm, amounts.value(float64(from.Trials)), from.Options.Seed))
		}
		if e.Error != "" {
			p.wrap(name+": ", "  ", e.Error)
		}
		if len(e.Forbids) > 0 {
			p.linef("%s cannot serve:", name)
			for _, why := range e.Forbids {
				p.wrap("  ", "    ", why)
			}
		}
	}
	say("exact", &a.Exact)
	say("simulation", &a.Simulation)
}

func (f figure) label() string {
	if f.At == 0 {
		return f.Name
	}
	return at(f.Name, f.At)
}

// reasons says why figures are refused, each reason once.
func (a *answer) reasons(p *page) {
	var all []both
	for _, f := range a.Figures {
		all = append(all, f.both)
	}
	for _, e := range a.Exceedances {
		all = append(all, e.Loss, e.Largest)
	}
	for _, c := range a.Contributions {
		all = append(all, c.both)
	}
	for _, y := range a.ByYear {
		all = append(all, y.both)
	}
	seen := map[string]bool{"": true, infinite: true}
	for _, b := range all {
		for _, e := range []*loss.Estimate{b.Exact, b.Simulated} {
			if e == nil || seen[e.Reason] {
				continue
			}
			seen[e.Reason] = true
			p.linef("")
			p.wrap("refused: ", "  ", e.Reason)
		}
	}
}

func at(name string, p float64) string { return fmt.Sprintf("%s %g %%", name, 100*p) }

// figures writes a figure of both engines.
func (p *page) figures(label string, b both, of unit) {
	p.linef("%-14s%28s%28s%10s", label, of.estimate(b.Exact), of.estimate(b.Simulated), b.distance())
}

func (b both) distance() string {
	if b.Apart == nil {
		return ""
	}
	return fmt.Sprintf("%+.1f se", *b.Apart)
}
