package dist

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
	{"uniform", "min max", func(g given) (Dist, error) { return made(NewUniform(g.num("min"), g.num("max"))) }},
}

// counts lists the distributions of numbers of events by their words.
var counts = []family[Count]{}

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
