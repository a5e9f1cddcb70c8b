package dist

import "math"

// A family is how the text form makes the distributions of one kind.
type family[D any] struct {
	name string

	// The parameters in the order of writing. A name alone is a number;
	// name:list takes [1, 2], name:dist and name:count a distribution,
	// name:dists several. What ends with ? may be left out.
	params string

	// Makes one from parameters that are there and of the right kind.
	make func(g given) (D, error)
}

// families lists the distributions of quantities by their words.
var families = []family[Dist]{
	{"constant", "value", func(g given) (Dist, error) { return made(NewConstant(g.num("value"))) }},
	{"uniform", "min max", func(g given) (Dist, error) { return made(NewUniform(g.num("min"), g.num("max"))) }},
	{"triangular", "min mode max", func(g given) (Dist, error) {
		return made(NewTriangular(g.num("min"), g.num("mode"), g.num("max")))
	}},
	{"pert", "min mode max shape?", func(g given) (Dist, error) {
		return made(NewPERTShape(g.num("min"), g.num("mode"), g.num("max"), g.or("shape", usualShape)))
	}},
	{"vosepert", "min mode max shape?", func(g given) (Dist, error) {
		return made(NewVosePERTShape(g.num("min"), g.num("mode"), g.num("max"), g.or("shape", usualShape)))
	}},
	{"beta", "a b min? max?", func(g given) (Dist, error) {
		return made(NewBetaBetween(g.num("a"), g.num("b"), g.or("min", 0), g.or("max", 1)))
	}},
	{"normal", "mean sd", func(g given) (Dist, error) { return made(NewNormal(g.num("mean"), g.num("sd"))) }},
	{"truncatednormal", "mean sd min? max?", func(g given) (Dist, error) {
		return made(NewTruncatedNormal(g.num("mean"), g.num("sd"), g.or("min", math.Inf(-1)), g.or("max", math.Inf(1))))
	}},
	{"lognormal", "mu sigma", func(g given) (Dist, error) { return made(NewLogNormal(g.num("mu"), g.num("sigma"))) }},
	{"lognormal90", "low high", func(g given) (Dist, error) { return made(LogNormal90(g.num("low"), g.num("high"))) }},
	{"lognormalmean", "mean sd", func(g given) (Dist, error) { return made(NewLogNormalMean(g.num("mean"), g.num("sd"))) }},
	{"lognormalquantiles", "p1 x1 p2 x2", func(g given) (Dist, error) {
		return made(NewLogNormalQuantiles(g.num("p1"), g.num("x1"), g.num("p2"), g.num("x2")))
	}},
	{"gamma", "shape scale", func(g given) (Dist, error) { return made(NewGamma(g.num("shape"), g.num("scale"))) }},
	{"weibull", "shape scale", func(g given) (Dist, error) { return made(NewWeibull(g.num("shape"), g.num("scale"))) }},
	{"exponential", "mean", func(g given) (Dist, error) { return made(NewExponential(g.num("mean"))) }},
	{"pareto", "min shape", func(g given) (Dist, error) { return made(NewPareto(g.num("min"), g.num("shape"))) }},
	{"lomax", "shape scale", func(g given) (Dist, error) { return made(NewLomax(g.num("shape"), g.num("scale"))) }},
	{"gpd", "threshold scale shape", func(g given) (Dist, error) {
		return made(NewGeneralizedPareto(g.num("threshold"), g.num("scale"), g.num("shape")))
	}},
	{"burr", "c k scale", func(g given) (Dist, error) { return made(NewBurr(g.num("c"), g.num("k"), g.num("scale"))) }},
	{"metalog", "p:list x:list terms? min? max?", func(g given) (Dist, error) {
		terms, err := whole("metalog", "terms", g.or("terms", float64(len(g.list("p")))))
		if err != nil {
			return nil, err
		}
		return made(FitMetalog(g.list("p"), g.list("x"), terms, g.or("min", math.Inf(-1)), g.or("max", math.Inf(1))))
	}},
	{"metalogspt", "alpha low median high min? max?", func(g given) (Dist, error) {
		return made(NewMetalogSPT(g.num("alpha"), g.num("low"), g.num("median"), g.num("high"), g.or("min", math.Inf(-1)), g.or("max", math.Inf(1))))
	}},
	{"empirical", "values:list weights:list?", func(g given) (Dist, error) { return made(NewEmpirical(g.list("values"), g.list("weights"))) }},
	{"histogram", "edges:list weights:list", func(g given) (Dist, error) { return made(NewHistogram(g.list("edges"), g.list("weights"))) }},
	{"mixture", "weights:list of:dists", func(g given) (Dist, error) { return made(NewMixture(g.list("weights"), g.dists("of"))) }},
	{"truncated", "of:dist min? max?", func(g given) (Dist, error) {
		return made(NewTruncated(g.dist("of"), g.or("min", math.Inf(-1)), g.or("max", math.Inf(1))))
	}},
	{"shifted", "of:dist by", func(g given) (Dist, error) { return made(NewShifted(g.dist("of"), g.num("by"))) }},
	{"scaled", "of:dist by", func(g given) (Dist, error) { return made(NewScaled(g.dist("of"), g.num("by"))) }},
}

// counts lists the distributions of numbers of events by their words.
var counts = []family[Count]{
	{"fixed", "n", func(g given) (Count, error) {
		n, err := whole("fixed", "n", g.num("n"))
		if err != nil {
			return nil, err
		}
		return madeCount(NewFixed(n))
	}},
	{"bernoulli", "p", func(g given) (Count, error) { return madeCount(NewBernoulli(g.num("p"))) }},
	{"binomial", "n p", func(g given) (Count, error) {
		n, err := whole("binomial", "n", g.num("n"))
		if err != nil {
			return nil, err
		}
		return madeCount(NewBinomial(n, g.num("p")))
	}},
	{"poisson", "mean", func(g given) (Count, error) { return madeCount(NewPoisson(g.num("mean"))) }},
	{"negbinomial", "r p", func(g given) (Count, error) { return madeCount(NewNegBinomial(g.num("r"), g.num("p"))) }},
	{"negbinomialmean", "mean dispersion", func(g given) (Count, error) {
		return madeCount(NewNegBinomialMean(g.num("mean"), g.num("dispersion")))
	}},
	{"zeroinflated", "p of:count", func(g given) (Count, error) { return madeCount(NewZeroInflated(g.num("p"), g.count("of"))) }},
	{"mixedpoisson", "rate:dist", func(g given) (Count, error) { return madeCount(NewMixedPoisson(g.dist("rate"))) }},
}

// made returns what a constructor returns as an interface that is nil with an
// error.
func made[T Dist](d T, err error) (Dist, error) {
	if err != nil {
		return nil, err
	}
	return d, nil
}

// madeCount is made for a number of events.
func madeCount[T Count](c T, err error) (Count, error) {
	if err != nil {
		return nil, err
	}
	return c, nil
}

// given are the parameters by name: float64, []float64, Dist, []Dist or Count,
// as the family says. What was left out is zero.
type given map[string]any

func (g given) has(name string) bool { return g[name] != nil }

func (g given) num(name string) float64 {
	x, _ := g[name].(float64)
	return x
}

// or returns the number, or another if it was left out.
func (g given) or(name string, otherwise float64) float64 {
	if g.has(name) {
		return g.num(name)
	}
	return otherwise
}

func (g given) list(name string) []float64 {
	xs, _ := g[name].([]float64)
	return xs
}

func (g given) dist(name string) Dist {
	d, _ := g[name].(Dist)
	return d
}

func (g given) dists(name string) []Dist {
	ds, _ := g[name].([]Dist)
	return ds
}

func (g given) count(name string) Count {
	c, _ := g[name].(Count)
	return c
}
