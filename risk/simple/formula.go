package simple

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/risk"
)

// Formula is a formula of likelihood and impact. 0 is none.
type Formula uint8

// The formulas. Those of SimpleRisk have the numbers it gives them; its sixth is
// [Custom].
const (
	Product     Formula = iota + 1 // "product": L·I
	Sum                            // "sum": L+I
	SimpleRisk1                    // "simplerisk-1": L·I + 2·I
	SimpleRisk2                    // "simplerisk-2": L·I + I
	SimpleRisk3                    // "simplerisk-3": L·I
	SimpleRisk4                    // "simplerisk-4": L·I + L
	SimpleRisk5                    // "simplerisk-5": L·I + 2·L
)

var formulaWords = enum.Words{"", "product", "sum", "simplerisk-1", "simplerisk-2", "simplerisk-3", "simplerisk-4", "simplerisk-5"}

// MarshalText returns the word of the formula, "" where there is none.
func (f Formula) MarshalText() ([]byte, error) {
	return formulaWords.Marshal("simple: formula", uint8(f))
}

// UnmarshalText reads the word of a formula.
func (f *Formula) UnmarshalText(text []byte) error {
	v, err := formulaWords.Unmarshal("simple: formula", text)
	if err == nil {
		*f = Formula(v)
	}
	return err
}

// polynomial has the coefficients of a formula: product·L·I + likelihood·L +
// impact·I.
type polynomial struct{ product, likelihood, impact int }

var polynomials = [...]polynomial{
	{1, 0, 0},
	{0, 1, 1},
	{1, 0, 2},
	{1, 0, 1},
	{1, 0, 0},
	{1, 1, 0},
	{1, 2, 0},
}

func (p polynomial) of(l, i int) int { return p.product*l*i + p.likelihood*l + p.impact*i }

// top is the greatest raw score.
func (p polynomial) top() int { return p.of(most, most) }

// simpleRisk is the database whose thresholds these are.
const simpleRisk = "20260519-001"

// valid reports whether f is one of the formulas.
func (f Formula) valid() bool { return f != 0 && int(f) <= len(polynomials) }

// Method returns the method of the formula, such as "simple/product@1" or
// "simple/simplerisk-1@20260519-001". A value that is no formula has the zero
// method, which rates nothing. Each call returns a value of its own.
func (f Formula) Method() risk.Method {
	if !f.valid() {
		return risk.Method{}
	}
	return polynomials[f-1].method(f)
}

// refuse returns the error for a value that is no formula.
func (f Formula) refuse() error {
	return fmt.Errorf("simple: formula: got the number %d, want 1 to %d", f, len(polynomials))
}

func (p polynomial) method(f Formula) risk.Method {
	m := risk.Method{
		ID: "simple/" + formulaWords[f], Version: "1", Title: p.title(), Source: "common use",
		Factors: []risk.Factor{
			{ID: "likelihood", Title: "Likelihood", Role: risk.Likelihood, Scale: scale(most)},
			{ID: "impact", Title: "Impact", Role: risk.Consequence, Scale: scale(most)},
		},
	}
	p.rules(&m)
	if f < SimpleRisk1 {
		m.Levels = p.scores()
		return m
	}
	m.Version, m.Title, m.Source = simpleRisk, "SimpleRisk classic, "+m.Title, "SimpleRisk, functions.php and simplerisk-en-"+simpleRisk+".sql"
	m.Levels = bands(float64(p.top()) / 10)
	return m
}

// rules writes the polynomial as a formula, or as a step and a weighted sum.
func (p polynomial) rules(m *risk.Method) {
	switch {
	case p.product == 0:
		m.Formula = risk.Sum
	case p.likelihood == 0 && p.impact == 0:
		m.Formula = risk.Product
	default:
		m.Steps = []risk.Step{{ID: "product", Title: "Likelihood × impact", Of: []string{"likelihood", "impact"}, Formula: risk.Product}}
		m.Formula, m.Of, m.Weights = risk.Sum, []string{"product", "impact"}, []float64{1, float64(p.impact)}
		if p.likelihood > 0 {
			m.Of[1], m.Weights[1] = "likelihood", float64(p.likelihood)
		}
	}
}

func (p polynomial) title() string {
	title := ""
	for _, term := range []struct {
		n    int
		word string
	}{{p.product, "likelihood × impact"}, {p.likelihood, "likelihood"}, {p.impact, "impact"}} {
		if term.n == 0 {
			continue
		}
		if title != "" {
			title += " + "
		}
		if term.n > 1 {
			title += strconv.Itoa(term.n) + " × "
		}
		title += term.word
	}
	return title
}

// scores returns a level for each score there is.
func (p polynomial) scores() []risk.Level {
	var scores []int
	for l := 1; l <= most; l++ {
		for i := 1; i <= most; i++ {
			scores = append(scores, p.of(l, i))
		}
	}
	slices.Sort(scores)
	return levelsOf(slices.Compact(scores))
}

// levelsOf makes scores levels.
func levelsOf(scores []int) []risk.Level {
	list := make([]risk.Level, len(scores))
	for i, s := range scores {
		list[i] = risk.Level{ID: strconv.Itoa(s), Min: new(float64(s))}
	}
	list[len(list)-1].Max = list[len(list)-1].Min
	return list
}
