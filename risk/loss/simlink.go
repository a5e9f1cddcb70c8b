package loss

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A bond is a link in a year.
type bond struct {
	copula *copula.Copula
	words  []words // of the scores, by scenario of the link
	shared words   // of what the scores of a trial have in common, under Student's copula
	mixed  bool
}

// A place is where a scenario has its scores: in which link, and which of them.
// The zero value is nowhere.
type place struct {
	on         Aspect
	link, seat int
}

// placeOf returns that of a scenario.
func (m Model) placeOf(scenario string) place {
	for i, l := range m.Links {
		for j, id := range l.Scenarios {
			if id == scenario {
				return place{l.On, i, j}
			}
		}
	}
	return place{}
}

// bond returns a link in a year. Its copulas are those of the model.
func (m *maker) bond(i, year int) bond {
	l := m.program.model.Links[i]
	b := bond{copula: m.copulas[i], mixed: l.Freedom != 0}
	for _, id := range l.Scenarios {
		b.words = append(b.words, m.words(id, fmt.Sprintf("link/%d", year)))
	}
	b.shared = m.words("", fmt.Sprintf("link/%s/%d", l.Scenarios[0], year))
	return b
}

// newCopula returns that of a link.
func newCopula(l Link) (*copula.Copula, error) {
	if l.Freedom == 0 {
		return copula.Gaussian(l.Correlation)
	}
	return copula.Student(l.Correlation, float64(l.Freedom))
}

// score draws the scores of a year's links.
func (w *worker) score(s *season) error {
	for i := range s.bonds {
		b := &s.bonds[i]
		scores := w.scores[i]
		for j := range scores {
			w.uniform(&w.words, b.words[j])
			b.copula.Normals(scores[j], w.words[:])
		}
		var shared []uint64
		if b.mixed {
			w.uniform(&w.wide, b.shared)
			shared = w.wide[:]
		}
		if err := b.copula.Correlate(scores, shared); err != nil {
			return fmt.Errorf("loss: simulation: link %d: %w", i, err)
		}
	}
	return nil
}

// newScores returns the space of the scores of all links.
func newScores(links []Link) [][][]float64 {
	all := make([][][]float64, len(links))
	for i, l := range links {
		all[i] = make([][]float64, len(l.Scenarios))
		for j := range all[i] {
			all[i][j] = make([]float64, streams.Block)
		}
	}
	return all
}

// linked returns a table for the scores of a scenario, if its numbers of events
// are linked.
func (m *maker) linked(n *numbers) {
	if n.seat.on == OnFrequency && n.kind == tabled && n.table != nil {
		n.scored = m.copulas[n.seat.link].Counts(n.table)
	}
}

// invert sets the numbers of events to the quantiles of words, in each trial at
// its own rate.
func (w *worker) invert(n *numbers) (int, error) {
	c := &w.arrivals
	w.rates(&c.sums, n.rate, n.rates)
	if n.seat.on == OnFrequency {
		w.bonded(n).Words(w.words[:], w.scores[n.seat.link][n.seat.seat])
	} else {
		w.uniform(&w.words, n.count)
	}
	for i, rate := range &c.sums {
		k, err := events(rate, w.words[i])
		if err != nil {
			return 0, err
		}
		c.numbers[i] = int32(k) //nolint:gosec // at most 2^30
	}
	return c.begin(), nil
}

func (w *worker) bonded(n *numbers) *copula.Copula { return w.years[0].bonds[n.seat.link].copula }

// tabled sets the numbers of events by a table.
func (w *worker) tabled(n *numbers) int {
	c := &w.arrivals
	if n.scored != nil {
		n.scored.Fill(c.numbers[:], w.scores[n.seat.link][n.seat.seat])
		return c.begin()
	}
	w.uniform(&w.words, n.count)
	n.table.Fill(c.numbers[:], w.words[:])
	return c.begin()
}

// begin returns how many events there are.
func (c *arrivals) begin() int {
	c.trial, c.left, c.current, c.before = 0, int(c.numbers[0]), 0, -1
	total := 0
	for _, k := range &c.numbers {
		total += int(k)
	}
	return total
}

// rearrange puts the losses of a scenario's year in the order of its scores, and
// with them what goes along.
func (w *worker) rearrange(a *act, own *column, l *ledger) error {
	if err := w.ranks.Order(w.having[:], own[:], w.scores[a.seat.link][a.seat.seat]); err != nil {
		return fmt.Errorf("loss: simulation: link %d: %w", a.seat.link, err)
	}
	w.permute(own)
	if l.largest != nil {
		w.permute(l.largest)
	}
	for _, i := range a.layers {
		w.permute(&l.recovered[i])
	}
	return nil
}

// permute takes each number from the trial that it is to come from.
func (w *worker) permute(xs *column) {
	w.values = *xs
	for i, from := range &w.having {
		xs[i] = w.values[from&last]
	}
}

// A ledger is where events are entered beside the losses of the year.
type ledger struct {
	largest   *column  // event of all years; nil if nobody asks
	recovered []column // by layers in the year
}

// enter adds what another ledger has of some layers.
func (l *ledger) enter(other *ledger, layers []int) {
	if l.largest != nil {
		for i, x := range other.largest {
			l.largest[i] = max(l.largest[i], x)
		}
	}
	for _, k := range layers {
		for i, x := range &other.recovered[k] {
			l.recovered[k][i] += x
		}
	}
}

// clear empties what there is of some layers.
func (l *ledger) clear(layers []int) {
	if l.largest != nil {
		clear(l.largest[:])
	}
	for _, k := range layers {
		clear(l.recovered[k][:])
	}
}
