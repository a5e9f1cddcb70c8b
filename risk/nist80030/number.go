package nist80030

import "fmt"

// bin is what the semi-quantitative columns of the tables give for a level.
type bin struct {
	from, to int // the range of whole numbers of 0 to 100, both ends in it
	value    int // the number of 0 to 10 that stands for the level
}

var bins = [levels]bin{{0, 4, 0}, {5, 20, 2}, {21, 79, 5}, {80, 95, 8}, {96, 100, 10}}

// Of100 returns the level of a number from 0 to 100. The published ranges are
// of whole numbers; here a level begins at its first number and reaches up to
// the first of the next, so 20.5 is low and 95.9 high. A number below 0, above
// 100, or that is none, is an error.
func Of100(x float64) (Level, error) {
	if x >= 0 && x <= 100 {
		for i := levels - 1; i >= 0; i-- {
			if x >= float64(bins[i].from) {
				return Level(i + 1), nil
			}
		}
	}
	return 0, fmt.Errorf("nist80030: number: got %v, want 0 to 100", x)
}

// Of10 returns the level that a number from 0 to 10 stands for: 0, 2, 5, 8 or
// 10. The others stand for none and are an error: the publication gives one
// number a level here, not a range.
func Of10(x int) (Level, error) {
	for i, b := range bins {
		if b.value == x {
			return Level(i + 1), nil
		}
	}
	return 0, fmt.Errorf("nist80030: number: got %d, want one of 0, 2, 5, 8, 10", x)
}

// OfFrequency returns the likelihood of occurrence of an event that is not
// adversarial, from events per year (Table G-3): above 100 very high, 10 to 100
// high, 1 to 10 moderate, less than 1 but more than 0.1 low, less than 0.1 very
// low. Ten events are in two of these ranges and 0.1 in none: both are given
// the higher level. A number that is negative or none is an error; infinity is
// very high.
func OfFrequency(perYear float64) (Level, error) {
	switch {
	case perYear > 100:
		return VeryHigh, nil
	case perYear >= 10:
		return High, nil
	case perYear >= 1:
		return Moderate, nil
	case perYear >= 0.1:
		return Low, nil
	case perYear >= 0:
		return VeryLow, nil
	}
	return 0, fmt.Errorf("nist80030: events per year: got %v, want 0 or more", perYear)
}
