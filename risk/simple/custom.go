package simple

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Custom returns the method of the sixth formula of SimpleRisk: a table of
// scores from 0 to 10 that the organization gives, scores[l-1][i-1] for
// likelihood l and impact i, both 1 to 5, with the levels of the other formulas.
// It has an id and a version of the organization's own. [risk.Method.Score] gives
// the score.
func Custom(id, version string, scores [5][5]float64) (risk.Method, error) {
	var errs []error
	var values []float64
	for l, row := range scores {
		for i, s := range row {
			if !(s >= 0 && s <= 10) {
				errs = append(errs, fmt.Errorf("simple: score of likelihood %d, impact %d: got %v, want 0 to 10", l+1, i+1, s))
			}
			values = append(values, s)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return risk.Method{}, err
	}
	slices.Sort(values)
	step := risk.Step{ID: "score", Title: "Score", Of: []string{"likelihood", "impact"}}
	for _, v := range slices.Compact(values) {
		step.Scale.Levels = append(step.Scale.Levels, risk.Level{ID: number(v), Value: new(v)})
	}
	axis := scale(most)
	step.Table = typed.Grid("likelihood", axis.Levels, axis.Levels, func(l, i int) string { return number(scores[l][i]) })
	m := risk.Method{
		ID: id, Version: version, Title: "SimpleRisk classic, scores of the organization",
		Source: "scores of the organization; levels of SimpleRisk, simplerisk-en-" + simpleRisk + ".sql",
		Factors: []risk.Factor{
			{ID: "likelihood", Title: "Likelihood", Role: risk.Likelihood, Scale: axis},
			{ID: "impact", Title: "Impact", Role: risk.Consequence, Scale: scale(most)},
		},
		Steps: []risk.Step{step}, Of: []string{"score"}, Formula: risk.First, Levels: bands(1),
	}
	for _, p := range m.Problems() {
		errs = append(errs, fmt.Errorf("simple: %s", p))
	}
	if err := errors.Join(errs...); err != nil {
		return risk.Method{}, err
	}
	return m, nil
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
