package loss

import (
	"context"
	"fmt"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	tables "github.com/ismskit/ismskit/risk/loss/internal/quantile"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A program is a model made ready to be drawn: tables of its distributions, and
// the names of its streams. It does not change while it runs.
type program struct {
	model      Model
	digest     string
	options    SimOptions
	years      []season
	dimensions int
	clustered  bool // trials depend on each other
}

// A season is a year of the model.
type season struct {
	discount float64
	bonds    []bond
	causes   []happening
	acts     []act
	layers   []layer
}

// An act is a scenario in a year: bursts of events, or a product, or a function.
type act struct {
	scenario int
	bursts   []burst
	product  *product
	own      *ownLoss
	layers   []int // that cover it
	seat     place // in a link on its annual loss

	annual           bool // the year has a retention or a limit
	retention, limit float64
}

// A burst is where events of a scenario come from: its frequency, or a cause.
type burst struct {
	numbers
	severity   streams.Key
	first      []words // of the first events of each trial, if these are spread evenly
	table      *tables.Table
	then       []chain
	scale      float64 // of amounts
	factor     variable
	each       streams.Key // of a factor that is drawn for each event
	eachFactor bool
	curbs      []curb

	layered          bool
	retention, limit float64
}

// A chain is a stage.
type chain struct {
	probability    variable
	mark, severity streams.Key
	table          *tables.Table
	correlation    float64
	with           []along
	curbs          []curb
}

// An along is a loss that comes with it.
type along struct {
	severity streams.Key
	table    *tables.Table
}

// newProgram makes the program of a plan.
func newProgram(ctx context.Context, p Plan, o SimOptions) (*program, error) {
	g := &program{model: p.model, digest: p.digest, options: o, clustered: p.model.clustered(o)}
	m := &maker{program: g, acting: p.acting, probe: p.probe, tables: map[dist.Dist]*tables.Table{}, named: map[streams.Key]words{}}
	for _, l := range p.model.Links {
		c, err := newCopula(l)
		if err != nil {
			return nil, fmt.Errorf("loss: simulation: %w", err)
		}
		m.copulas = append(m.copulas, c)
	}
	for year := range p.model.years() {
		s := season{discount: mathx.Pow(1+p.model.Discount, -float64(year))}
		for _, l := range p.model.Layers {
			s.layers = append(s.layers, newLayer(p.model, l))
		}
		for i := range p.model.Links {
			s.bonds = append(s.bonds, m.bond(i, year))
		}
		for _, c := range p.model.Causes {
			s.causes = append(s.causes, m.happening(c, year))
		}
		for i := range p.model.Scenarios {
			if err := ctx.Err(); err != nil {
				return nil, fmt.Errorf("loss: simulation: %w", err)
			}
			s.acts = append(s.acts, m.act(i, year))
		}
		g.years = append(g.years, s)
	}
	return g, m.err
}

func (m *maker) act(scenario, year int) act {
	s := m.program.model.Scenarios[scenario]
	a := act{scenario: scenario, retention: s.AnnualRetention, limit: orInfinite(s.AnnualLimit)}
	a.annual = a.retention > 0 || s.AnnualLimit != 0
	for i, l := range m.program.model.Layers {
		if l.has(s.ID) {
			a.layers = append(a.layers, i)
		}
	}
	if seat := m.program.model.placeOf(s.ID); seat.on == OnAnnualLoss {
		a.seat = seat
	}
	_, multiplied := s.Frequency.(Multiplied)
	switch {
	case s.Own != nil:
		a.own = m.own(s, year)
	case multiplied:
		a.product = m.product(s, year)
	default:
		a.bursts = append(a.bursts, m.burst(s, "", year, m.numbers(s, year)))
	}
	for i, c := range m.program.model.Causes {
		for _, h := range c.Hits {
			if h.Scenario == s.ID {
				a.bursts = append(a.bursts, m.hit(s, i, h, year))
			}
		}
	}
	return a
}

func orInfinite(limit float64) float64 {
	if limit == 0 {
		return math.Inf(1)
	}
	return limit
}

// even is how many events of a trial have severities of a Latin hypercube or a
// Sobol sequence. Those of others are plain: they matter less, and dimensions are
// worse the more there are.
const even = 4

// burst returns what events of a scenario lose, which it has by itself or by a
// cause.
func (m *maker) burst(s Scenario, cause string, year int, n numbers) burst {
	prefix := causePrefix(cause)
	b := burst{
		numbers: n, table: m.table(s.Severity), severity: m.key(s.ID, fmt.Sprintf("%sseverity/%d", prefix, year)),
		scale: mathx.Pow(1+s.LossTrend, float64(year)), factor: fixed(1),
		layered: s.layered(), retention: s.EventRetention, limit: orInfinite(s.EventLimit),
		curbs: m.curbs(s, "", cause, year),
	}
	if m.program.options.Sampling != Plain && n.kind != hitting && len(n.thin) == 0 {
		for i := range even {
			b.first = append(b.first, m.words(s.ID, fmt.Sprintf("severity/%d/%d", year, i)))
		}
	}
	if u := s.LossFactor; u.Dist != nil {
		b.factor = m.variable(u, s.ID, "lossFactor", year)
		if !b.factor.isKnown() && u.Per == Event {
			b.eachFactor, b.each = true, m.key(s.ID, fmt.Sprintf("%slossFactor/%d", prefix, year))
		}
	}
	if b.factor.isKnown() {
		b.scale = float64(b.scale * b.factor.known)
	}
	for _, t := range s.Then {
		at := fmt.Sprintf("%sstage/%s/%d/", prefix, t.ID, year)
		c := chain{
			probability: m.probability(t.Probability, s.ID, "stage/"+t.ID+"/probability", year),
			mark:        m.key(s.ID, at+"mark"), severity: m.key(s.ID, at+"severity"),
			table: m.table(t.Severity), correlation: t.Correlation,
			curbs: m.curbs(s, t.ID, cause, year),
		}
		for i, d := range t.With {
			c.with = append(c.with, along{m.key(s.ID, fmt.Sprintf("%swith/%d", at, i)), m.table(d)})
		}
		b.then = append(b.then, c)
	}
	return b
}

// Numbers say how many events there are, and in which trials.
type numbers struct {
	kind  kind
	count words

	scatter counts.Scatter // of a process with a rate that is known
	table   *counts.Table  // of other numbers

	rate  float64 // times those, of a process whose rate is drawn
	rates []variable

	seat   place          // in a link on it
	scored *copula.Counts // of its scores, instead of the table

	thin   []variable // probabilities with which events are kept, beside those that are known
	chance float64
	marks  streams.Key
	cause  int
}

// A kind is how numbers of events are drawn.
type kind uint8

const (
	scattered kind = iota + 1 // all of a block at once, each in any of its trials
	tabled                    // for each trial, from a table
	varying                   // all of a block at once, each in a trial in proportion to its rate
	inverted                  // for each trial, at its own rate
	hitting                   // what happens by a cause
)

func (m *maker) numbers(s Scenario, year int) numbers {
	growth := mathx.Pow(1+s.RateTrend, float64(year))
	n := numbers{count: m.words(s.ID, fmt.Sprintf("count/%d", year)), marks: m.key(s.ID, fmt.Sprintf("kept/%d", year)), chance: 1}
	if seat := m.program.model.placeOf(s.ID); seat.on == OnFrequency {
		n.seat = seat
	}
	kept := fixed(1)
	if s.Vulnerability.Dist != nil {
		kept = m.probability(s.Vulnerability, s.ID, "vulnerability", year)
	}
	if f, ok := s.Frequency.(Poisson); ok {
		m.process(&n, s, f.Rate, kept, growth, year)
		return n
	}
	f := s.Frequency
	switch b := f.(type) {
	case Binomial:
		f = m.successes(&n, s, f, b.Trials, b.Probability, year)
	case Bernoulli:
		p := b.Probability
		if p.Name == "" && p.Per == Year && m.probe == nil {
			p.Per = Event // of one event, the mean is all that counts
		}
		f = m.successes(&n, s, f, 1, p, year)
	}
	known, drawn := split(kept)
	n.thin = append(n.thin, drawn...)
	n.kind, n.table = tabled, m.counts(thinned(f, known), s.period(), growth)
	m.linked(&n)
	return n
}

// successes returns the frequency of trials that succeed with a probability: if
// that is drawn, as many as there are trials, of which events are kept.
func (m *maker) successes(n *numbers, s Scenario, f Frequency, trials int, p Uncertain, year int) Frequency {
	_, drawn := split(m.probability(p, s.ID, "probability", year))
	if len(drawn) == 0 {
		return f
	}
	n.thin = drawn
	return Exactly{trials}
}

// thinned returns the number of events of which each is kept with probability p.
func thinned(f Frequency, p float64) Frequency {
	switch f := f.(type) {
	case NegativeBinomial:
		return NegativeBinomial{float64(f.Mean * p), f.Dispersion}
	case Binomial:
		return Binomial{f.Trials, Fixed(float64(f.Probability.Dist.Mean() * p))}
	case Bernoulli:
		return Bernoulli{Fixed(float64(f.Probability.Dist.Mean() * p))}
	case Exactly:
		if p < 1 {
			return Binomial{f.Events, Fixed(p)}
		}
	}
	return f
}

func (m *maker) counts(f Frequency, period, growth float64) *counts.Table {
	c, err := f.count(period, growth)
	var t *counts.Table
	if err == nil {
		t, err = counts.NewTable(c)
	}
	if err != nil && m.err == nil {
		m.err = fmt.Errorf("loss: simulation: %w", err)
	}
	return t
}

// process fills in the events of a Poisson process, whose rate may be drawn. A
// rate of its own that is another one each year makes numbers with a table.
func (m *maker) process(n *numbers, s Scenario, rate Uncertain, kept variable, growth float64, year int) {
	factor := fixed(1)
	if s.RateFactor.Dist != nil {
		factor = m.variable(s.RateFactor, s.ID, "rateFactor", year)
	}
	known, drawn := split(kept, factor)
	known = float64(known*growth) / s.period()
	if _, is := rate.value(); !is && rate.Name == "" && rate.Per == Year && len(drawn) == 0 && known > 0 && m.probe == nil {
		n.kind, n.table = tabled, m.counts(Poisson{rate}, 1, known)
		m.linked(n)
		return
	}
	more, own := split(m.variable(rate, s.ID, "rate", year))
	m.rates(n, float64(known*more), append(own, drawn...))
}

// rates fills in a process with a rate, times what is drawn.
func (m *maker) rates(n *numbers, known float64, drawn []variable) {
	n.rate, n.rates = known, drawn
	plain := m.program.options.Sampling == Plain && n.seat.on == 0
	switch {
	case len(drawn) > 0 && plain:
		n.kind = varying
	case len(drawn) > 0:
		n.kind = inverted
	case plain:
		n.kind = scattered
		var err error
		if n.scatter, err = counts.NewScatter(known); err != nil && m.err == nil {
			m.err = fmt.Errorf("loss: simulation: rate: %w", err)
		}
	default:
		n.kind, n.table = tabled, m.counts(Poisson{Fixed(known)}, 1, 1)
		m.linked(n)
	}
}
