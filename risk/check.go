package risk

import (
	"fmt"
	"slices"
)

// Limits of [Check]: combinations of inputs looked at one by one, and drawn
// where there are more.
const (
	maxTuples = 10_000_000
	sampled   = 100_000
)

// Check examines whether assessments by the method give consistent, valid and
// comparable results (ISO/IEC 27001:2022, 6.1.2 b), as far as a method alone
// can see to that. It looks at every combination of inputs where there are at
// most 10,000,000. Beyond, it argues from the structure of the rules; what that
// leaves open it tries on a sample that is always the same, and reports as not
// proved unless the sample refutes it.
//
// The findings are, in this order: that the method is total, that every result
// is on the scale, and that it is deterministic; for each factor that the level
// of risk is monotone in it; for each level of risk that it can be reached. A
// method with problems has one finding, that it is not total; [Method.Problems]
// says why. Inputs that lack an optional factor which a rule needs beside
// others are refused by name, and are not counted against the method.
//
// What Check cannot see is whether people judge the inputs alike.
func Check(m Method) []Finding { return m.check(maxTuples) }

func (m *Method) check(most int) []Finding {
	c := m.checked()
	if ps := *c.problems; len(ps) > 0 {
		return []Finding{{Property: Total, Verdict: Refuted, By: ByStructure, Message: "method has problems, the first is " + ps[0].String()}}
	}
	p := m.program()
	if n, ok := p.tuples(most); ok {
		return p.exhaust(n)
	}
	return p.argue(c)
}

// exhaust looks at all n combinations.
func (p *program) exhaust(n int) []Finding {
	ranks := make([]uint8, n)
	reached := make([]Inputs, len(p.m.Levels))
	for k := range ranks {
		if k > 0 {
			p.next()
		}
		ranks[k] = p.rank()
		if r := ranks[k]; r != refused && reached[r] == nil {
			reached[r] = p.inputs()
		}
	}
	fs := p.always(ByExhaustion, n)
	stride := n
	for f := range p.options {
		stride /= p.options[f]
		fs = append(fs, p.course(ranks, f, stride))
	}
	for i, l := range p.m.Levels {
		fs = append(fs, reach(l, reached[i], ByExhaustion, n))
	}
	return fs
}

// always are the findings that hold of every method without problems: its
// rules are data, complete over their scales, and read nothing else.
func (p *program) always(by Basis, tuples int) []Finding {
	return []Finding{
		{Property: Total, Verdict: Proved, By: by, Tuples: tuples, Message: "every combination of inputs gets a level of risk"},
		{Property: OnScale, Verdict: Proved, By: by, Tuples: tuples, Message: "every level of risk is on the scale of results"},
		{Property: Deterministic, Verdict: Proved, By: ByStructure, Message: "the same inputs give the same level, whoever rates and whenever: the rules are data and read nothing else"},
	}
}

// course compares neighbors in factor f.
func (p *program) course(ranks []uint8, f, stride int) Finding {
	var t trend
	block := stride * p.options[f]
	for start := 0; start < len(ranks); start += block {
		for level := 1; level < len(p.m.Factors[f].Scale.Levels); level++ {
			high := ranks[start+level*stride:][:stride]
			low := ranks[start+(level-1)*stride:][:stride]
			for i, r := range high {
				if r != low[i] {
					t.note(low[i], r, start+(level-1)*stride+i)
				}
			}
		}
	}
	return p.finding(f, t, ByExhaustion, len(ranks))
}

// trend is how the level of risk goes where one factor rises.
type trend struct {
	rises, falls     bool
	riseAt, fallFrom int // the combination below the first rise and fall
}

func (t *trend) note(low, high uint8, at int) {
	switch {
	case low == refused || high == refused:
	case high > low && !t.rises:
		t.rises, t.riseAt = true, at
	case high < low && !t.falls:
		t.falls, t.fallFrom = true, at
	}
}

// finding says what a trend shows. A factor with a role has to raise the risk.
func (p *program) finding(f int, t trend, by Basis, tuples int) Finding {
	factor := &p.m.Factors[f]
	g := Finding{Property: Monotone, Of: factor.ID, Verdict: Proved, By: by, Tuples: tuples}
	at := t.fallFrom
	switch {
	case t.falls && (t.rises || factor.Role != 0):
		g.Verdict = Refuted
		g.Message = fmt.Sprintf("level of risk falls where factor %q rises and all others stay", clip(factor.ID))
		if t.rises && t.riseAt > at && factor.Role == 0 {
			at = t.riseAt
			g.Message = fmt.Sprintf("level of risk rises where factor %q rises, and falls elsewhere", clip(factor.ID))
		}
		g.Example = []Inputs{p.neighbor(f, at, 0), p.neighbor(f, at, 1)}
	case t.falls:
		g.Message = fmt.Sprintf("level of risk never rises where factor %q rises", clip(factor.ID))
	case t.rises:
		g.Message = fmt.Sprintf("level of risk never falls where factor %q rises", clip(factor.ID))
	default:
		g.Message = fmt.Sprintf("level of risk does not depend on factor %q", clip(factor.ID))
	}
	return g
}

// neighbor returns the k-th combination with factor f raised by some levels.
func (p *program) neighbor(f, k, raised int) Inputs {
	for i, n := range slices.Backward(p.options) {
		p.set(i, k%n)
		k /= n
	}
	p.set(f, p.at[f]+raised)
	return p.inputs()
}

func reach(l Level, example Inputs, by Basis, tuples int) Finding {
	g := Finding{Property: Reachable, Of: l.ID, By: by, Tuples: tuples, Verdict: Proved}
	if example == nil {
		g.Verdict, g.Message = Refuted, fmt.Sprintf("no combination of inputs gives level of risk %q", clip(l.ID))
		return g
	}
	g.Message, g.Example = fmt.Sprintf("level of risk %q can be reached", clip(l.ID)), []Inputs{example}
	return g
}

// sample draws combinations, always the same ones: for each factor how the
// level goes, and for each level of risk how it was reached.
func (p *program) sample(n int) (trends []trend, examples [][2]Inputs, reached []Inputs) {
	var r draws
	trends, examples = make([]trend, len(p.options)), make([][2]Inputs, len(p.options))
	reached = make([]Inputs, len(p.m.Levels))
	for range n {
		for f, k := range p.options {
			p.set(f, r.below(k))
		}
		p.apply(0)
		low := p.rank()
		if low != refused && reached[low] == nil {
			reached[low] = p.inputs()
		}
		f := r.below(len(p.options))
		if p.at[f]+1 >= len(p.m.Factors[f].Scale.Levels) {
			continue
		}
		p.set(f, p.at[f]+1)
		p.apply(f)
		before := trends[f].falls
		if trends[f].note(low, p.rank(), 0); trends[f].falls && !before {
			above := p.inputs()
			p.set(f, p.at[f]-1)
			examples[f] = [2]Inputs{p.inputs(), above}
		}
	}
	return trends, examples, reached
}

// argue examines a method with too many combinations to look at.
func (p *program) argue(c *checker) []Finding {
	fs := p.always(ByStructure, 0)
	trends, examples, reached := p.sample(sampled)
	for f, t := range trends {
		fs = append(fs, p.argued(f, t, examples[f], c.wayTo(p, f)))
	}
	attainable, exact := p.attainable()
	for i, l := range p.m.Levels {
		g := reach(l, reached[i], BySample, sampled)
		switch {
		case g.Verdict == Proved: // an example is proof enough
		case exact:
			g.By, g.Tuples = ByStructure, 0
			if attainable[i] {
				g.Verdict, g.Message = Proved, fmt.Sprintf("level of risk %q can be reached", clip(l.ID))
			}
		default:
			g.Verdict = NotProved
			g.Message = fmt.Sprintf("level of risk %q was not reached by any of the combinations drawn", clip(l.ID))
		}
		fs = append(fs, g)
	}
	return fs
}

// argued puts together what the structure says of factor f and what the sample
// shows.
func (p *program) argued(f int, t trend, example [2]Inputs, s sign) Finding {
	factor := &p.m.Factors[f]
	g := p.finding(f, t, BySample, sampled)
	switch {
	case g.Verdict == Refuted:
		g.Example = []Inputs{example[0], example[1]}
	case s == 0, s == rising, s == falling && factor.Role == 0:
		g = p.finding(f, trend{rises: s == rising, falls: s == falling}, ByStructure, 0)
	default:
		g.Verdict = NotProved
		g.Message += " in any of the combinations drawn"
	}
	return g
}
