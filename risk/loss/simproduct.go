package loss

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A product is a scenario in a year whose loss is a rate times one loss.
type product struct {
	scale   float64    // of everything that is known
	factors []variable // of everything

	severity variable
	then     []addend
	curbs    []curb

	layered          bool
	retention, limit float64
	amount           float64    // of scale, what amounts have before the limit
	amounts          []variable // of factors, the same

	// Whether there is a loss is known to have a chance, or is seen when
	// capability and resistance are drawn.
	always               bool
	chance               uint64
	mark                 streams.Key
	capability, resisted variable
}

// An addend is a stage: a probability times a severity.
type addend struct {
	known       float64
	factors     []variable
	severity    variable
	with        []variable
	correlation float64
	curbs       []curb
}

func (m *maker) product(s Scenario, year int) *product {
	f := s.Frequency.(Multiplied) //nolint:forcetypeassert // the caller has looked
	at := func(what string) string { return fmt.Sprintf("%s/%d", what, year) }
	all := []variable{m.variable(f.Rate, s.ID, "rate", year)}
	for _, u := range []struct {
		Uncertain

		place string
	}{{s.Vulnerability, "vulnerability"}, {s.RateFactor, "rateFactor"}, {s.LossFactor, "lossFactor"}} {
		if u.Dist != nil {
			all = append(all, m.variable(u.Uncertain, s.ID, u.place, year))
		}
	}
	p := &product{
		severity: m.draw(s.Severity, s.ID, at("severity")),
		layered:  s.layered(), retention: s.EventRetention, limit: orInfinite(s.EventLimit),
		amount: 1, always: f.Capability == nil, curbs: m.curbs(s, "", "", year),
	}
	dearer := mathx.Pow(1+s.LossTrend, float64(year))
	if p.layered && s.LossFactor.Dist != nil { // it is the last
		p.amount, p.amounts = split(all[len(all)-1])
		all = all[:len(all)-1]
	}
	p.scale, p.factors = split(all...)
	growth := mathx.Pow(1+s.RateTrend, float64(year))
	if p.layered {
		p.amount = float64(p.amount * dearer)
	} else {
		growth = float64(growth * dearer)
	}
	p.scale = float64(p.scale*growth) / s.period()
	for _, t := range s.Then {
		a := addend{severity: m.draw(t.Severity, s.ID, at("stage/"+t.ID+"/severity")), correlation: t.Correlation, curbs: m.curbs(s, t.ID, "", year)}
		for i, d := range t.With {
			a.with = append(a.with, m.draw(d, s.ID, at(fmt.Sprintf("stage/%s/with/%d", t.ID, i))))
		}
		a.known, a.factors = split(m.variable(t.Probability, s.ID, "stage/"+t.ID+"/probability", year))
		p.then = append(p.then, a)
	}
	if p.always {
		return p
	}
	if chance, ok := exceeds(f.Capability, f.Resistance); ok && m.program.options.Sampling == Plain && m.probe == nil {
		p.chance, p.mark = counts.Chance(chance), m.key(s.ID, at("mark"))
		return p
	}
	p.capability, p.resisted = m.draw(f.Capability, s.ID, at("capability")), m.draw(f.Resistance, s.ID, at("resistance"))
	return p
}

// draw returns what is drawn once a year, from a distribution.
func (m *maker) draw(d dist.Dist, scenario, name string) variable {
	v := variable{table: m.table(d), words: m.words(scenario, name)}
	place := name[:strings.LastIndexByte(name, '/')] // without the year
	return m.input(v, Uncertain{Per: Year}, Uncertain{}.label(scenario, place), streams.Name{Scenario: scenario, Variable: name})
}

// exceeds returns P(X > Y) as the integral of P(Y ≤ x) over the quantiles x of X;
// ok is false where the integral the other way round has another value, or where
// there are atoms.
func exceeds(x, y dist.Dist) (p float64, ok bool) {
	if len(atomsOf(x)) > 0 || len(atomsOf(y)) > 0 {
		return 0, false
	}
	p = exceedance(x, y)
	other := 1 - exceedance(y, x)
	return p, p >= 0 && p-other < 1e-9 && other-p < 1e-9
}

func exceedance(x, y dist.Dist) float64 {
	var cuts []float64
	low, high := y.Support()
	for _, at := range append(append(kinksOf(x), kinksOf(y)...), low, high) {
		cuts = append(cuts, x.CDF(at))
	}
	return integral(func(u float64) float64 { return y.CDF(x.Quantile(u)) }, 1, cuts)
}

// product adds the losses of a product. What matters only where there is a loss
// is drawn only there.
func (w *worker) product(p *product, sum *column) {
	having := w.exposed(p)
	n := len(having)
	losses := w.severity[:n]
	w.some(losses, w.words[:n], p.severity, having)
	w.curbWhole(p.curbs, true, having, losses)
	for i := range p.then {
		w.append(&p.then[i], losses, having)
	}
	w.curbWhole(p.curbs, false, having, losses)
	if p.layered {
		amount := w.factors(losses, p.amount, p.amounts, having)
		for i, x := range losses {
			losses[i] = min(max(float64(x*amount)-p.retention, 0), p.limit)
		}
	}
	scale := w.factors(losses, p.scale, p.factors, having)
	for i, t := range having {
		sum[t&last] += float64(losses[i] * scale)
	}
}

// append adds a stage.
func (w *worker) append(a *addend, losses []float64, having []uint16) {
	n := len(losses)
	extra := w.extra[:n]
	if a.correlation == 0 {
		w.some(extra, w.marks[:n], a.severity, having)
	} else {
		w.someWords(w.marks[:n], a.severity, having)
		for i, word := range w.marks[:n] {
			w.marks[i] = correlated(w.words[i], word, a.correlation)
		}
		a.severity.table.Fill(extra, w.marks[:n])
	}
	for _, v := range a.with {
		w.some(w.values[:n], w.marks[:n], v, having)
		for i, x := range w.values[:n] {
			extra[i] += x
		}
	}
	w.curbWhole(a.curbs, true, having, extra)
	w.curbWhole(a.curbs, false, having, extra)
	known := w.factors(extra, a.known, a.factors, having)
	for i, x := range extra {
		losses[i] += float64(x * known)
	}
}

// exposed returns the trials in which there is a loss.
func (w *worker) exposed(p *product) []uint16 {
	n := 0
	switch {
	case p.always:
		for i := range w.having {
			w.having[i] = uint16(i)
		}
		return w.having[:]
	case p.capability.table == nil:
		s := p.mark.Block(w.block)
		s.Fill(w.marks[:])
		for i, mark := range &w.marks {
			w.having[n&last] = uint16(i)
			n += below(mark, p.chance)
		}
	default:
		w.yearly(&w.values, p.capability)
		w.yearly(&w.scratch, p.resisted)
		for i, x := range &w.values {
			w.having[n&last] = uint16(i)
			if x > w.scratch[i] {
				n++
			}
		}
	}
	return w.having[:n]
}

// factors multiplies what is drawn into xs, and returns the product of the rest.
func (w *worker) factors(xs []float64, known float64, drawn []variable, having []uint16) float64 {
	for _, v := range drawn {
		if v.once {
			known = float64(known * w.once(v))
			continue
		}
		w.some(w.values[:len(xs)], w.marks[:len(xs)], v, having)
		for i, x := range w.values[:len(xs)] {
			xs[i] = float64(xs[i] * x)
		}
	}
	return known
}

// some sets xs to the values of a variable in some trials.
func (w *worker) some(xs []float64, words []uint64, v variable, having []uint16) {
	w.someWords(words, v, having)
	v.table.Fill(xs, words)
}

// someWords sets words to those of a variable in some trials. A variable that
// others share, or that is spread evenly, has those of all trials.
func (w *worker) someWords(words []uint64, v variable, having []uint16) {
	if !v.shared && w.options.Sampling == Plain {
		s := v.words.key.Block(w.block)
		s.Fill(words)
		return
	}
	w.uniform(&w.wide, v.words)
	for i, t := range having {
		words[i] = w.wide[t&last]
	}
}
