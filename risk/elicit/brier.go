package elicit

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx"
)

// mostForecasts bounds the judgments that are scored together.
const mostForecasts = 5000

// A Forecast is a probability, and whether it happened then.
type Forecast struct {
	P        float64 `json:"p"` // 0 to 1
	Happened bool    `json:"happened,omitzero"`
}

// A ForecastScore says how good forecasts were.
type ForecastScore struct {
	Forecasts int `json:"forecasts"`

	// Brier is the mean of (p - happened)², 0 for certainty that was right, ¼ for
	// always saying ½, 1 for certainty that was wrong (Brier, Monthly Weather
	// Review 78, 1950; his sum has each term twice). By Murphy, Journal of Applied
	// Meteorology 12, 1973, it is Reliability - Resolution + Uncertainty.
	Brier float64 `json:"brier"`

	// Reliability is how far probabilities are from how often it happened then;
	// 0 is best. Resolution is how far these shares are from that of all; the
	// more the better. Uncertainty is in the things themselves.
	Reliability float64 `json:"reliability"`
	Resolution  float64 `json:"resolution"`
	Uncertainty float64 `json:"uncertainty"`

	// Log is the mean of -log of the probability that was given to what came:
	// log 2 for always saying ½. It is +Inf, and not in JSON, where somebody was
	// certain and wrong.
	Log float64 `json:"-"`

	// Groups has the different probabilities in ascending order.
	Groups []Group `json:"groups"`

	// Confidence compares how sure somebody was with how often that was right.
	Confidence Confidence `json:"confidence"`
}

// A Group is the forecasts of one probability.
type Group struct {
	P         float64 `json:"p"`
	Forecasts int     `json:"forecasts"`
	Happened  float64 `json:"happened"` // the share of them
}

// Score scores forecasts, 1 to 5000.
func Score(forecasts []Forecast) (ForecastScore, error) {
	if len(forecasts) == 0 || len(forecasts) > mostForecasts {
		return ForecastScore{}, refused("forecasts", len(forecasts), "1 to 5000")
	}
	for i, f := range forecasts {
		if err := check(probability(at("forecasts", i)+"/p", f.P)); err != nil {
			return ForecastScore{}, err
		}
	}
	ordered := slices.Clone(forecasts)
	slices.SortFunc(ordered, func(a, b Forecast) int {
		switch {
		case a.P < b.P || a.P == b.P && !a.Happened && b.Happened:
			return -1
		case a.P == b.P && a.Happened == b.Happened:
			return 0
		}
		return 1
	})
	s := ForecastScore{Forecasts: len(ordered)}
	n, all := float64(len(ordered)), 0.0
	for _, f := range ordered {
		came := indicator(f.Happened)
		off := f.P - came
		s.Brier += float64(off*off) / n
		s.Log -= mathx.Log(1-math.Abs(off)) / n
		all += came / n
	}
	s.Groups = groups(ordered)
	for _, g := range s.Groups {
		share := float64(g.Forecasts) / n
		off, apart := g.P-g.Happened, g.Happened-all
		s.Reliability += float64(share * float64(off*off))
		s.Resolution += float64(share * float64(apart*apart))
	}
	s.Uncertainty = float64(all * (1 - all))
	s.Confidence = confidence(ordered)
	return s, nil
}

// groups returns the groups of forecasts that are in order.
func groups(ordered []Forecast) []Group {
	var all []Group
	for _, f := range ordered {
		if len(all) == 0 || all[len(all)-1].P != f.P {
			all = append(all, Group{P: f.P})
		}
		g := &all[len(all)-1]
		g.Forecasts++
		g.Happened += indicator(f.Happened)
	}
	for i := range all {
		all[i].Happened /= float64(all[i].Forecasts)
	}
	return all
}

// confidence returns that of forecasts: who says p is sure of the likelier
// outcome with the larger of p and 1-p.
func confidence(forecasts []Forecast) Confidence {
	var sure []float64
	right := 0
	for _, f := range forecasts {
		sure = append(sure, max(f.P, 1-f.P))
		if f.P > 0.5 && f.Happened || f.P < 0.5 && !f.Happened || f.P == 0.5 && f.Happened {
			right++
		}
	}
	return compared(sure, right)
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// String returns a few lines for people, without a line break at the end.
func (s ForecastScore) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Brier score %s = reliability %s - resolution %s + uncertainty %s\n",
		four(s.Brier), four(s.Reliability), four(s.Resolution), four(s.Uncertainty))
	for _, g := range s.Groups {
		fmt.Fprintf(&b, "said %s %d times, happened %s\n", percent(g.P), g.Forecasts, percent(g.Happened))
	}
	b.WriteString(s.Confidence.String())
	return b.String()
}
