package loss

import (
	"slices"

	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A layer is one of the model, with limits that are +Inf where there are none.
type layer struct {
	retention, limit, annual float64
	capped                   []int // the scenarios, if one of them has a retention or limit of the year
}

// has tells whether the layer covers events of a scenario.
func (l Layer) has(scenario string) bool {
	return len(l.Scenarios) == 0 || slices.Contains(l.Scenarios, scenario)
}

func newLayer(m Model, l Layer) layer {
	n := layer{retention: l.Retention, limit: orInfinite(l.Limit), annual: orInfinite(l.Annual)}
	var covered []int
	annual := false
	for i, s := range m.Scenarios {
		if l.has(s.ID) {
			covered = append(covered, i)
			annual = annual || s.AnnualRetention > 0 || s.AnnualLimit > 0
		}
	}
	if annual {
		n.capped = covered
	}
	return n
}

// recover adds what the layer bears of events.
func (l *layer) recover(sum *[streams.Block]float64, trials []uint16, losses []float64) {
	retention, limit := l.retention, l.limit
	for i, x := range losses[:len(trials)] {
		sum[trials[i]&(streams.Block-1)] += min(max(x-retention, 0), limit)
	}
}

// recoverYear adds what the layer bears of a loss that is all of its year, which
// is one event.
func (l *layer) recoverYear(sum, losses *[streams.Block]float64) {
	for i, x := range losses {
		sum[i] += min(max(x-l.retention, 0), l.limit)
	}
}

// bear takes from the losses of a year what layers bear, and counts it.
func (w *worker) bear(s *season, sum *[streams.Block]float64) {
	for i := range s.layers {
		l, r := &s.layers[i], &w.recovered[i]
		for t, x := range r {
			r[t] = min(x, l.annual)
		}
		if l.capped != nil {
			w.cap(l, r)
		}
		t := &w.borne[i]
		total := 0.0
		for i, x := range r {
			total += x
			if x > 0 {
				t.attached++
			}
			if x >= l.annual {
				t.exhausted++
			}
			sum[i] = max(sum[i]-x, 0)
		}
		t.nominal += total
		t.present += float64(total * s.discount)
	}
}

// cap holds what a layer bears to what the scenarios that it covers lose.
func (w *worker) cap(l *layer, r *[streams.Block]float64) {
	most := &w.values
	clear(most[:])
	for _, scenario := range l.capped {
		for t, x := range &w.apart[scenario] {
			most[t] += x
		}
	}
	for t, x := range most {
		r[t] = min(r[t], x)
	}
}
