package file

import (
	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// forms says how the types of a model stand in files that do not stand as their
// fields: frequencies by their names, distributions in their text form, and what
// is known as a plain number.
var forms = doc.FormsOf(
	doc.OneOf[loss.Frequency](
		doc.Named[loss.Poisson]("poisson"),
		doc.Named[loss.NegativeBinomial]("negativeBinomial"),
		doc.Named[loss.Binomial]("binomial"),
		doc.Named[loss.Bernoulli]("bernoulli"),
		doc.Named[loss.Exactly]("exactly"),
		doc.Named[loss.Multiplied]("multiplied"),
	),
	doc.As(func(s scenario) loss.Scenario { return loss.Scenario(s.plain) },
		func(s loss.Scenario) (scenario, bool) { return scenario{plain: plain(s)}, true }),
	doc.As(constant, known),
	doc.As(func(o dist.Of) dist.Dist { return o.Dist }, func(d dist.Dist) (dist.Of, bool) { return dist.Of{Dist: d}, true }),
	doc.As(loss.Fixed, func(u loss.Uncertain) (float64, bool) {
		x, ok := known(u.Dist)
		return x, ok && u.Name == "" && u.Per == 0
	}),
	doc.As(func(u uncertain) loss.Uncertain { return loss.Uncertain(u) }, func(u loss.Uncertain) (uncertain, bool) { return uncertain(u), true }),
)

// uncertain is a parameter that is written with all its members.
type uncertain loss.Uncertain

// constant is what a plain number stands for. A document has finite ones only,
// of which each is a distribution.
func constant(x float64) dist.Dist {
	d, err := dist.NewConstant(x)
	if err != nil {
		return nil
	}
	return d
}

// known returns the value of what is written as a plain number.
func known(d dist.Dist) (float64, bool) {
	c, ok := d.(dist.Constant)
	if !ok {
		return 0, false
	}
	return c.Mean(), true
}
