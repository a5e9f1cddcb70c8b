package loss

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ExactOptions says what the exact engine computes, and how well.
type ExactOptions struct {
	// Tolerance is the relative error that VaR and TVaR may have at the
	// probabilities of At, 1e-9 to 0.1; 0 is 1e-6.
	Tolerance float64 `json:"tolerance,omitzero"`

	// At lists the probabilities for which the tolerance holds, from 0.5 to
	// 0.9999999; none are 0.95, 0.99 and 0.999. VaR and TVaR beyond the largest
	// are refused.
	At []float64 `json:"at,omitzero"`

	// Bound is how wide, relative to the value, an interval may be that holds
	// VaR for certain, from 1e-6 to 1. 0 is any: intervals are estimates, which
	// are a thousand times narrower and need no further lattices.
	Bound float64 `json:"bound,omitzero"`

	// Year is the year that is meant, from 1, in its own money; 0 is the present
	// value over the horizon.
	Year int `json:"year,omitzero"`

	// MostPoints is how fine the lattice may get, a power of two from 2^11 to
	// 2^18; 0 is 2^16.
	MostPoints int `json:"mostPoints,omitzero"`

	// Progress, if not nil, is called with how many lattices are done and how
	// many there can be.
	Progress func(done, total int) `json:"-"`
}

// firstPoints is how many the coarsest lattice has.
const firstPoints = 1 << 9

// ForbiddenError says that an engine cannot serve a plan.
type ForbiddenError struct{ Engine }

func (e *ForbiddenError) Error() string {
	return fmt.Sprintf("loss: %s: forbidden by %s", e.Name, strings.Join(e.Forbids, "; "))
}

// ToleranceError says that the finest lattice allowed was not fine enough.
type ToleranceError struct {
	Got, Want float64 // relative error of VaR or TVaR
	At        float64 // the probability
	Points    int
}

func (e *ToleranceError) Error() string {
	return fmt.Sprintf("loss: exact: tolerance: got %.1e at probability %v with %d points, want %.1e", e.Got, e.At, e.Points, e.Want)
}

// Exact computes the distribution of the loss without drawing: on lattices, of
// which each is twice as fine as the one before, until two agree as well as the
// tolerance asks. What several events have in common, or nobody knows, is
// integrated over. The error is a [ForbiddenError], a [ToleranceError], about an
// option, or that of the context.
func (p Plan) Exact(ctx context.Context, o ExactOptions) (Result, error) {
	if p.model.Scenarios == nil {
		return Result{}, errors.New("loss: exact: got an empty plan, want one of Compile")
	}
	o, err := o.withDefaults(p.model.years())
	if err != nil {
		return Result{}, err
	}
	if why := p.forbidsExact(); len(why) > 0 {
		return Result{}, &ForbiddenError{Engine{"exact", why}}
	}
	r := Result{plan: p, options: o}
	if err := r.compute(ctx); err != nil {
		return Result{}, err
	}
	return r, nil
}

func (r *Result) compute(ctx context.Context) error {
	top, err := r.choose(ctx)
	if err != nil {
		return fmt.Errorf("loss: exact: %w", err)
	}
	if r.options.Bound != 0 && !r.branch.plain() {
		return optionError("Bound", number(r.options.Bound), "none: what is integrated over, or comes from a lattice of its own, has no bound")
	}
	if err := r.converge(ctx, top); err != nil {
		return fmt.Errorf("loss: exact: %w", err)
	}
	if worst := r.worst(); worst.Got > r.options.Tolerance {
		return worst
	}
	if err := r.largestEvents(ctx); err != nil {
		return fmt.Errorf("loss: exact: %w", err)
	}
	if r.options.Bound != 0 {
		return r.bound(ctx)
	}
	return nil
}

// plain tells whether the branch is a sum of terms without more.
func (b branch) plain() bool {
	return len(b.groups) == 0 && !b.nested()
}

// nested tells whether some part of an event is a sum.
func (b branch) nested() bool {
	return b.some(func(t term) bool {
		return slices.ContainsFunc(t.event.parts(), func(f follow) bool { return f.nested() })
	})
}

func (p part) nested() bool {
	switch of := p.of.(type) {
	case *inner:
		return true
	case leftover:
		return of.nested()
	}
	return false
}

func (o ExactOptions) withDefaults(years int) (ExactOptions, error) {
	if o.Tolerance == 0 {
		o.Tolerance = 1e-6
	}
	if o.MostPoints == 0 {
		o.MostPoints = 1 << 16
	}
	if o.At = slices.Sorted(slices.Values(o.At)); len(o.At) == 0 {
		o.At = []float64{0.95, 0.99, 0.999}
	}
	switch at := slices.IndexFunc(o.At, func(p float64) bool { return !(p >= 0.5 && p <= 0.9999999) }); {
	case at >= 0:
		return o, optionError("At", number(o.At[at]), "probabilities from 0.5 to 0.9999999")
	case !(o.Tolerance >= 1e-9 && o.Tolerance <= 0.1):
		return o, optionError("Tolerance", number(o.Tolerance), "1e-9 to 0.1")
	case o.Bound != 0 && !(o.Bound >= 1e-6 && o.Bound <= 1):
		return o, optionError("Bound", number(o.Bound), "1e-6 to 1")
	case o.Year < 0 || o.Year > years:
		return o, optionError("Year", strconv.Itoa(o.Year), fmt.Sprintf("0 to %d", years))
	case o.MostPoints < 4*firstPoints || o.MostPoints > 1<<18 || o.MostPoints&(o.MostPoints-1) != 0:
		return o, optionError("MostPoints", strconv.Itoa(o.MostPoints), "a power of two from 2^11 to 2^18")
	}
	return o, nil
}

func optionError(option, got, want string) error {
	return fmt.Errorf("loss: exact: %s: got %s, want %s", option, got, want)
}

// choose chooses the step of the rule for what is drawn, and how far lattices
// have to go.
func (r *Result) choose(ctx context.Context) (top float64, err error) {
	for step := widest; ; step /= 2 {
		r.step = step
		if r.branch, err = newBuilder(ctx, r.plan.model, r.options, step).branch(); err != nil {
			return 0, err
		}
		if top == 0 {
			if top, err = r.reach(ctx); err != nil {
				return 0, err
			}
		}
		if len(r.branch.groups) == 0 {
			return top, nil
		}
		finer, err := newBuilder(ctx, r.plan.model, r.options, float64(0.5*step)).branch()
		if err != nil {
			return 0, err
		}
		if err := r.rule.compare(ctx, r.branch, finer, top); err != nil {
			return 0, err
		}
		if step < widest/3 || r.rule.worst(r.options.At) < float64(0.1*r.options.Tolerance) {
			return top, nil
		}
	}
}

// converge computes the distribution on ever finer lattices.
func (r *Result) converge(ctx context.Context, top float64) error {
	total := 0
	for n := firstPoints; n <= r.options.MostPoints; n *= 2 {
		total++
	}
	n := 4 * firstPoints
	curves, err := r.first(ctx, top, n)
	if err != nil {
		return err
	}
	for done := 3; ; done++ {
		r.now, r.before, r.points = pair{curves[0], curves[1]}, pair{curves[1], curves[2]}, n
		if r.options.Progress != nil {
			r.options.Progress(done, total)
		}
		if n *= 2; n > r.options.MostPoints || r.worst().Got <= r.options.Tolerance {
			return nil
		}
		finer, err := r.solve(ctx, top, n)
		if err != nil {
			return err
		}
		curves = append(finer, curves[:2]...)
	}
}

// first returns the three coarsest lattices. Sums within the sum have lattices of
// their own, which have to be as coarse.
func (r *Result) first(ctx context.Context, top float64, n int) ([]curve, error) {
	if !r.branch.nested() {
		return r.solve(ctx, top, n, n/2, n/4)
	}
	var curves []curve
	for _, n := range [...]int{n / 4, n / 2, n} {
		c, err := r.solve(ctx, top, n)
		if err != nil {
			return nil, err
		}
		curves = append(c, curves...)
	}
	return curves, nil
}

// solve computes lattices and, from the finest, what has a formula.
func (r *Result) solve(ctx context.Context, top float64, n ...int) ([]curve, error) {
	b, err := r.branch.solved(ctx, top, n[0])
	if err != nil {
		return nil, err
	}
	r.moments(b)
	return solve(ctx, b, extent{top, usual}, n...)
}

// bound computes brackets on ever finer lattices.
func (r *Result) bound(ctx context.Context) error {
	worst := &ToleranceError{Want: r.options.Bound}
	for n := r.points; n <= r.options.MostPoints; n *= 2 {
		b, err := bracketOf(ctx, r.branch.terms, n, r.now.fine.top)
		if err != nil {
			return fmt.Errorf("loss: exact: %w", err)
		}
		r.bracket, r.points = &b, n
		worst.Got, worst.Points = 0, n
		for _, p := range r.options.At {
			v := r.VaR(p)
			if wide := v.relative(); wide >= worst.Got && p > r.zero.value {
				worst.Got, worst.At = wide, p
			}
		}
		if worst.Got <= r.options.Bound {
			return nil
		}
	}
	return worst
}

// worst returns the largest relative error of VaR and TVaR.
func (r *Result) worst() *ToleranceError {
	worst := &ToleranceError{Want: r.options.Tolerance, Points: r.points}
	for _, p := range r.options.At {
		v, q := r.quantiles(p)
		figures := [2]Estimate{v, v}
		if !math.IsInf(r.mean.value, 1) {
			figures[1] = r.shortfall(p, v, q)
		}
		for _, f := range figures {
			if got := f.relative(); got >= worst.Got {
				worst.Got, worst.At = got, p
			}
		}
	}
	return worst
}

// relative returns the relative error.
func (e Estimate) relative() float64 {
	switch {
	case e.Basis == Refused:
		return math.Inf(1)
	case e.Low == e.High:
		return 0
	}
	return max(e.High-e.Value, e.Value-e.Low) / e.Value
}

// room is the share of the lattice below the largest loss of interest. What
// is beyond the lattice comes back, so that there should be little.
const room = 0.65

// least is the smallest loss of interest: below, the steps of a lattice would not
// be numbers.
const leastLoss = 0x1p-1000

// reach returns how far the lattice has to go.
func (r *Result) reach(ctx context.Context) (float64, error) {
	p := r.options.At[len(r.options.At)-1]
	top := max(r.branch.guess(1-p), 1e-12)
	if top > mostMoney {
		return 0, fmt.Errorf("reach: got losses of %.1e at probability %v, want at most 1e30", top, p)
	}
	for range 60 {
		b, err := r.branch.solved(ctx, top, firstPoints/2)
		if err != nil {
			return 0, err
		}
		c, err := solve(ctx, b, extent{top, usual}, firstPoints/4)
		if err != nil {
			return 0, err
		}
		switch v := quantile(c[0], p); {
		case math.IsInf(v, 1) || v > float64(0.9*top):
			top = float64(2 * top)
		case v > 0 && v < leastLoss:
			return 0, fmt.Errorf("reach: got losses of %.1e at probability %v, want at least %.1e", v, p, leastLoss)
		case v > 0 && v < float64(0.2*top):
			top = v / 0.4
		case v > 0:
			return r.branch.align(v / room), nil
		default:
			return r.branch.align(top), nil
		}
	}
	return 0, fmt.Errorf("reach: got no end of the losses at probability %v, want one below 1e30", p)
}

// reach returns about the loss that the largest event of the year exceeds with
// probability q, and what the others lose.
func (t term) reach(q float64) float64 {
	n := t.count.Mean()
	if n == 0 {
		return 0
	}
	q /= 1 + n
	sum := 0.0
	for _, f := range t.event.parts() {
		if f.p == 0 {
			continue
		}
		most := min(max(f.of.Upper(min(q/f.p, 1))-f.retention, 0), f.limit)
		sum += float64(f.scale*most) + float64(float64(n*f.p)*f.limited(float64(f.scale*most)))
	}
	return sum
}

// align stretches the lattice so that the atoms, if they have one unit, are on
// its points.
func (b branch) align(top float64) float64 {
	unit := 0.0
	for _, t := range b.terms {
		u, err := t.units()
		if err != nil || len(u.p) == 1 {
			continue
		}
		if unit != 0 && unit != u.unit {
			return top
		}
		unit = u.unit
	}
	if steps := math.Floor(unit * firstPoints / top); steps >= 1 {
		return float64(unit / steps * firstPoints)
	}
	return top
}
