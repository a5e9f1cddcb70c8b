package loss

import "github.com/ismskit/ismskit/risk/dist"

// A follow is a stage: a part that follows an event with some probability, and
// others that come with it or not at all.
type follow struct {
	p float64
	part
	with []part
}

// whole returns the loss of a stage that happens, as that of an event whose
// stages always do.
func (f follow) whole() event {
	e := event{part: f.part}
	for _, z := range f.with {
		e.then = append(e.then, follow{p: 1, part: z})
	}
	return e
}

func (f follow) mean() float64 {
	sum := f.part.mean()
	for _, z := range f.with {
		sum += z.mean()
	}
	return sum
}

// square returns the second moment: E (S + Z)² = E S² + 2 E S E Z + E Z² for each
// part more.
func (f follow) square() float64 {
	mean, square := f.part.mean(), f.part.square()
	for _, z := range f.with {
		more := z.mean()
		square += float64(2*float64(mean*more)) + z.square()
		mean += more
	}
	return square
}

// zero returns the probability that a stage that happens brings no loss.
func (f follow) zero() float64 {
	p := f.cdf(0)
	for _, z := range f.with {
		p = float64(p * z.cdf(0))
	}
	return p
}

// atoms returns the points of positive probability of a stage that happens.
func (f follow) atoms() ([]dist.Atom, error) {
	if len(f.with) == 0 {
		return f.part.atoms(), nil
	}
	return f.whole().atoms()
}

// unscaled returns the stage in the money of its year.
func (f follow) unscaled() follow {
	f.scale = 1
	all := make([]part, len(f.with))
	for i, z := range f.with {
		z.scale = 1
		all[i] = z
	}
	f.with = all
	return f
}
