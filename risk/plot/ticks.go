package plot

import (
	"math"
	"slices"
)

const tickSize = 11.5

// ruler says how an axis is labeled.
type ruler struct {
	scale    Scale
	vertical bool
	tight    bool // a linear axis ends where its data do
	label    func([]decimal) []string
}

// axis returns one that holds both numbers, extended to round ones.
func (r ruler) axis(from, to, start, end float64) axis {
	if r.scale == Log {
		return r.logAxis(from, to, start, end)
	}
	return r.linearAxis(from, to, start, end)
}

// linearAxis divides by the finest round step whose labels have room.
func (r ruler) linearAxis(from, to, start, end float64) axis {
	from, to = apart(from, to)
	var a axis
	for step := range roundSteps((to - from) / 12) {
		marks := step.multiples(from, to)
		a = axis{scale: Linear, from: marks[0].value(), to: marks[len(marks)-1].value(), start: start, end: end}
		if r.tight {
			a.from, a.to = from, to
			marks = slices.DeleteFunc(marks, func(d decimal) bool { return d.value() < from || d.value() > to })
		}
		a.ticks = a.labeled(marks, r.label(marks))
		if r.roomy(a.ticks) || step.value() >= to-from {
			break
		}
	}
	r.thin(a.ticks)
	return a
}

// apart returns two numbers around these that differ enough for round ones to
// be between them.
func apart(from, to float64) (float64, float64) {
	most := max(math.Abs(from), math.Abs(to))
	switch least := float64(most * 1e-4); {
	case most < 12*nothing:
		return min(from, 0), 1
	case to-from < least:
		return from - least, to + least
	}
	return from, to
}

// logAxis extends to 1, 2 or 5 times powers of ten, over a factor of ten at
// least, and labels as many of these as have room.
func (r ruler) logAxis(from, to, start, end float64) axis {
	low, high := rounded(from, false), rounded(to, true)
	for i := 0; high.value()/low.value() < 9.9; i++ {
		if i%2 == 0 {
			high = high.next(true)
		} else {
			low = low.next(false)
		}
	}
	a := axis{scale: Log, from: low.value(), to: high.value(), start: start, end: end}
	for _, every := range []int{0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30} {
		marks := decades(low, high, every)
		if len(marks) < 2 {
			break // better some of the ticks before
		}
		if a.ticks = a.labeled(marks, r.label(marks)); r.roomy(a.ticks) {
			break
		}
	}
	r.thin(a.ticks)
	a.ticks = append(a.ticks, a.minor(low, high)...)
	return a
}

// decades returns the round numbers from low to high: powers of ten whose
// exponent is a multiple of every, or with 0 also twice and five times all of
// them.
func decades(low, high decimal, every int) []decimal {
	var out []decimal
	for d := low; d.value() <= high.value(); d = d.next(true) {
		if every == 0 || d.n == 1 && d.exp%every == 0 {
			out = append(out, d)
		}
	}
	return out
}

// labeled returns a tick at each of the marks.
func (a axis) labeled(marks []decimal, labels []string) []tick {
	ticks := make([]tick, len(marks))
	for i, d := range marks {
		ticks[i] = tick{a.at(d.value()), labels[i]}
	}
	return ticks
}

// minor returns a tick without label at each of 1 to 9 times the powers of ten
// that has none yet, where these are not too dense to tell apart.
func (a axis) minor(low, high decimal) []tick {
	if math.Abs(a.end-a.start)/max(1, float64(high.exp-low.exp)) < 36 {
		return nil
	}
	var ticks []tick
	for exp := low.exp; exp <= high.exp; exp++ {
		for n := range int64(9) {
			x := decimal{n + 1, exp}.value()
			taken := func(t tick) bool { return t.at == a.at(x) }
			if x >= a.from && x <= a.to && !slices.ContainsFunc(a.ticks, taken) {
				ticks = append(ticks, tick{at: a.at(x)})
			}
		}
	}
	return ticks
}

// roomy reports whether no label touches the next.
func (r ruler) roomy(ticks []tick) bool {
	for i := 1; i < len(ticks); i++ {
		if !r.apart(ticks[i-1], ticks[i]) {
			return false
		}
	}
	return true
}

func (r ruler) apart(a, b tick) bool {
	need := 34.0
	if !r.vertical {
		need = float64((width(a.label, tickSize)+width(b.label, tickSize))/2) + 14
	}
	return max(b.at-a.at, a.at-b.at) >= need
}

// thin takes the label from ticks that are too near to the last with one, which
// happens to the widest labels on the shortest axes.
func (r ruler) thin(ticks []tick) {
	last := 0
	for i := 1; i < len(ticks); i++ {
		if r.apart(ticks[last], ticks[i]) {
			last = i
		} else {
			ticks[i].label = ""
		}
	}
}
