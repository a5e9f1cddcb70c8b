package loss

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A curb is what a control does, in a year, to the events of a burst, or to those
// of a stage. Events are drawn as without it, and so are their losses: an event
// that no longer happens has none.
type curb struct {
	key    streams.Key // of the marks, or of effects that are drawn for each event
	effect variable
	ramp   float64

	severity bool // it makes losses smaller; else there are fewer
	each     bool // by another share for each event
}

// curbs returns what the controls that act do to the events that a scenario has
// by itself, or by a cause, or to those of one of its stages.
func (m *maker) curbs(s Scenario, stage, cause string, year int) []curb {
	var all []curb
	prefix := causePrefix(cause)
	for i, c := range m.program.model.Controls {
		for j, e := range c.Effects {
			if e.Scenario != s.ID || !e.curbs(stage, cause) {
				continue
			}
			if !slices.Contains(m.acting, i) {
				m.pass(e.Reduces, s.ID, fmt.Sprintf("control/%s/%d", c.ID, j), year)
				continue
			}
			place := fmt.Sprintf("control/%s/%d/%s%s", c.ID, j, prefix, stage)
			b := curb{key: m.key(s.ID, fmt.Sprintf("%s/%d", place, year)), ramp: c.ramp(year), severity: e.On == OnSeverity}
			if b.each = b.severity && e.Reduces.Per == Event; b.each {
				b.effect = variable{table: m.table(e.Reduces.Dist)}
			} else {
				b.effect = m.probability(e.Reduces, s.ID, fmt.Sprintf("control/%s/%d", c.ID, j), year)
			}
			all = append(all, b)
		}
	}
	return all
}

// pass leaves out the dimension of an effect, so that whether a control acts moves
// no other draws.
func (m *maker) pass(u Uncertain, scenario, place string, year int) {
	if _, known := u.value(); !known && u.Per != Event {
		m.parameter(u, scenario, place, year)
	}
}

// curbs tells whether an effect acts on events by a cause, or by none, or on
// those of a stage. What acts on the events acts on what they bring.
func (e Effect) curbs(stage, cause string) bool {
	switch {
	case e.Stage != stage:
		return false
	case stage != "" || e.On == OnSeverity:
		return true
	}
	return e.Cause == cause
}

// ramp returns how much of its effects a control has in a year, from 0.
func (c Control) ramp(year int) float64 {
	if len(c.Ramp) == 0 {
		return 1
	}
	return c.Ramp[min(year, len(c.Ramp)-1)]
}

// An openCurb is a curb of the events of a block.
type openCurb struct {
	*curb

	stream streams.Stream
	effect float64 // in all trials
	yearly *column // in each; nil if it is one
}

// openCurbs begins to curb the events of a block.
func (w *worker) openCurbs(open []openCurb, all []curb) []openCurb {
	open = open[:0]
	for i := range all {
		c := &all[i]
		o := openCurb{curb: c, stream: c.key.Block(w.block)}
		switch v := c.effect; {
		case c.each:
		case v.isKnown():
			o.effect = float64(v.known * c.ramp)
		case v.once:
			o.effect = float64(w.once(v) * c.ramp)
		default:
			o.yearly = new(column)
			w.rates(o.yearly, c.ramp, []variable{v})
		}
		open = append(open, o)
	}
	return open
}

// curb takes away from losses what controls on severity, or those on the number
// of events, do. The trial of each loss is known by trials.
func (w *worker) curb(open []openCurb, severity bool, trials []uint16, losses []float64) {
	for i := range open {
		switch o := &open[i]; {
		case o.severity != severity:
		case o.each:
			o.cutEach(w, losses)
		case severity:
			o.cut(trials, losses)
		default:
			o.remove(w, trials, losses)
		}
	}
}

// in returns the effect in a trial.
func (o *openCurb) in(trial uint16) float64 {
	if o.yearly == nil {
		return o.effect
	}
	return o.yearly[trial&last]
}

func (o *openCurb) cut(trials []uint16, losses []float64) {
	for i, t := range trials {
		losses[i] = float64(losses[i] * (1 - o.in(t)))
	}
}

func (o *openCurb) cutEach(w *worker, losses []float64) {
	words, effects := w.wide[:len(losses)], w.values[:len(losses)]
	o.stream.Fill(words)
	o.curb.effect.table.Fill(effects, words)
	for i, e := range effects {
		losses[i] = float64(losses[i] * (1 - float64(e*o.ramp)))
	}
}

// remove takes away the losses of events whose mark is below the effect.
func (o *openCurb) remove(w *worker, trials []uint16, losses []float64) {
	marks := w.wide[:len(losses)]
	o.stream.Fill(marks)
	chance := counts.Chance(o.effect)
	for i, mark := range marks {
		if o.yearly != nil {
			chance = counts.Chance(o.in(trials[i]))
		}
		if below(mark, chance) == 1 {
			losses[i] = 0
		}
	}
}

// curbWhole takes away from the losses of a product what controls do: there are
// no events that happen or not, so each control leaves a share.
func (w *worker) curbWhole(all []curb, severity bool, trials []uint16, losses []float64) {
	for i := range all {
		if all[i].severity != severity {
			continue
		}
		var one [1]openCurb
		if open := w.openCurbs(one[:0], all[i:i+1]); all[i].each {
			open[0].cutEach(w, losses)
		} else {
			open[0].cut(trials, losses)
		}
	}
}

// causePrefix returns what the names of streams begin with that are of events by
// a cause.
func causePrefix(cause string) string {
	if cause == "" {
		return ""
	}
	return "cause/" + cause + "/"
}
