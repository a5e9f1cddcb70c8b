package ordinal

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// ranks returns the levels as places on a scale. Their numbers serve to choose
// one of them, the first that is given or the highest; none is added or
// multiplied.
func ranks() []risk.Level {
	levels := typed.Levels(levelWords[1:], levelLabels...)
	for i := range levels {
		levels[i].Value = new(float64(i + 1))
	}
	return levels
}

// derived is the scale of what is derived on the way.
func derived() risk.Scale {
	levels := ranks()
	for i := range levels {
		levels[i].Min = levels[i].Value
	}
	return risk.Scale{Levels: levels}
}

// bounded is a scale whose levels meet at the four bounds.
func bounded(unit string, bounds [4]float64) risk.Scale {
	levels := ranks()
	for i, b := range bounds {
		levels[i].Max, levels[i+1].Min = new(b), new(b)
	}
	return risk.Scale{Unit: unit, Levels: levels}
}

// frequency is the scale of contact, threat event and loss event frequency.
func frequency() risk.Scale { return bounded("events per year", [4]float64{0.1, 1, 10, 100}) }

// probability is the scale of action, and of secondary loss.
func probability() risk.Scale {
	s := bounded("probability", [4]float64{0.1, 0.3, 0.7, 0.9})
	s.Levels[0].Min, s.Levels[4].Max = new(0.0), new(1.0)
	return s
}

// magnitude is the scale of loss.
func magnitude() risk.Scale { return bounded("USD", [4]float64{1e4, 1e5, 1e6, 1e7}) }

// share is a scale that compares with the threat population.
func share(meanings [5]string) risk.Scale {
	levels := ranks()
	for i := range levels {
		levels[i].Meaning = meanings[i]
	}
	return risk.Scale{Levels: levels}
}

func resistance() risk.Scale {
	return share([5]string{
		"withstands only the weakest 2 % of the threat population", "withstands only the weakest 16 %",
		"withstands the average threat agent", "withstands all but the strongest 16 %", "withstands all but the strongest 2 %",
	})
}

// capability mirrors resistance, which is from memory.
func capability() risk.Scale {
	return share([5]string{
		"among the weakest 2 % of the threat population", "among the weakest 16 %", "average",
		"among the strongest 16 %", "among the strongest 2 %",
	})
}

// plain is a scale without bounds.
func plain() risk.Scale { return risk.Scale{Levels: ranks()} }
