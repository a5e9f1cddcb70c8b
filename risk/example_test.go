package risk_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/methods"
)

// A method of one's own: two factors, three levels of risk.
func ExampleMethod() {
	m := risk.Method{
		ID: "acme/office", Version: "1",
		Factors: []risk.Factor{
			{ID: "likelihood", Role: risk.Likelihood, Scale: risk.Scale{
				Levels: []risk.Level{{ID: "rare"}, {ID: "likely"}},
			}},
			{ID: "harm", Role: risk.Consequence, Scale: risk.Scale{
				Levels: []risk.Level{{ID: "minor"}, {ID: "major"}, {ID: "severe", Label: "threatens the company"}},
			}},
		},
		Levels: []risk.Level{{ID: "green"}, {ID: "amber"}, {ID: "red"}},
		Table: risk.Table{
			{"likelihood", "minor", "major", "severe"},
			{"rare", "green", "green", "amber"},
			{"likely", "green", "red", "red"},
		},
	}
	if ps := m.Problems(); len(ps) > 0 {
		fmt.Println(ps)
		return
	}
	r, err := m.Rate(risk.Inputs{"likelihood": "rare", "harm": "threatens the company"})
	fmt.Println(r.Level, err)
	// Output: amber <nil>
}

// Everything that is wrong with the inputs is told at once.
func ExampleMethod_Rate() {
	m := iso27005.Qualitative()
	_, err := m.Rate(risk.Inputs{"likelihood": "certain", "impact": "5"})
	if errs, ok := errors.AsType[risk.InputErrors](err); ok {
		for _, e := range errs {
			fmt.Println(e.Factor, "|", e.Found, "|", e.Err)
		}
	}
	// Output:
	// likelihood | certain | level is not on the scale
	// consequence |  | factor is missing
	// impact | 5 | factor is not of this method
}

// A register of thousands is rated by the method made ready once.
func ExampleMethod_Prepare() {
	m, err := iso27005.Qualitative().Prepare()
	if err != nil {
		fmt.Println(err) // the first problem of the method
		return
	}
	for _, in := range []risk.Inputs{
		{"likelihood": "4", "consequence": "2"},
		{"likelihood": "very likely", "consequence": "critical"},
	} {
		r, err := m.Rate(in)
		fmt.Println(r.Level, err)
	}
	// Output:
	// medium <nil>
	// high <nil>
}

// The reasons lead from the words given to the cell that decided.
func ExampleMethod_Explain() {
	m := iso27005.Qualitative()
	e, err := m.Explain(risk.Inputs{"likelihood": "almost certain", "consequence": "minor"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range e.Readings {
		fmt.Printf("%s: %q is level %s\n", r.Factor, r.Given, r.Level)
	}
	for _, r := range e.Reasons {
		fmt.Printf("%s: row %v, column %s: %s\n", r.Path, r.Row, r.Column, r.Value)
	}
	// Output:
	// likelihood: "almost certain" is level 5
	// consequence: "minor" is level 1
	// /table/5/1: row [5], column 1: medium
}

// Levels compare by their place on the scale of one version of one method.
func ExampleMethod_Compare() {
	m := iso27005.Qualitative()
	before := risk.Rating{Method: m.Ref(), Level: iso27005.High}
	after := risk.Rating{Method: m.Ref(), Level: iso27005.Low}
	order, ok := m.Compare(after, before)
	fmt.Println(order < 0, ok)

	after.Method.Version = "2028"
	_, ok = m.Compare(after, before)
	fmt.Println(ok)
	// Output:
	// true true
	// false
}

// A table of three factors: two lead the rows, the third has the columns.
func ExampleTable() {
	m := risk.Method{
		ID: "acme/plant", Version: "1",
		Factors: []risk.Factor{
			{ID: "value", Scale: risk.Scale{Levels: []risk.Level{{ID: "low"}, {ID: "high"}}}},
			{ID: "threat", Scale: risk.Scale{Levels: []risk.Level{{ID: "rare"}, {ID: "often"}}}},
			{ID: "weakness", Scale: risk.Scale{Levels: []risk.Level{{ID: "slight"}, {ID: "gaping"}}}},
		},
		Levels: []risk.Level{{ID: "1"}, {ID: "2"}, {ID: "3"}},
		Table: risk.Table{
			{"value", "threat", "slight", "gaping"},
			{"low", "rare", "1", "1"},
			{"low", "often", "1", "2"},
			{"high", "rare", "1", "two"}, // a slip
			{"high", "often", "2", "3"},
		},
	}
	for _, p := range m.Problems() {
		fmt.Println(p)
	}
	// Output: /table/3/3: cell of high, rare, gaping is not a level of risk: got "two", want one of 1, 2, 3 (RM025)
}

// The matrix of a method, likelihood upwards, as a heat map shows it.
func ExampleMatrix() {
	x, ok := iso27005.Qualitative().Matrix()
	if !ok {
		return
	}
	for l, row := range slices.Backward(x.Cells) {
		fmt.Printf("%-15s %v\n", x.Likelihood.Levels[l].Label, row)
	}
	// Output:
	// almost certain  [medium high high very-high very-high]
	// very likely     [low medium high high very-high]
	// likely          [low low medium high high]
	// rather unlikely [very-low low low medium medium]
	// unlikely        [very-low very-low low low low]
}

// Criteria say who may accept what, and are checked against the method.
func ExampleCriteria() {
	c := risk.Criteria{Levels: []risk.LevelCriterion{
		{Level: "very-low", Acceptable: true, Authority: risk.OwnerAuthority},
		{Level: "low", Acceptable: true, Authority: risk.OwnerAuthority},
		{Level: "medium", Authority: risk.OwnerAuthority},
		{Level: "high", Authority: "management"},
	}}
	for _, p := range c.Complete(iso27005.Qualitative()) {
		fmt.Println(p)
	}
	high, _ := c.For("high")
	fmt.Println(high.Acceptable, high.Authority)
	// Output:
	// /levels: level of risk has no criterion, want very-high (RC001)
	// false management
}

// A program hands over the methods that it knows; records name them.
func ExampleMethods() {
	known := methods.All()
	m, err := known.Find("iso27005/qualitative@2022")
	fmt.Println(m.Title, err)

	_, err = known.Find("iso27005/qualitativ")
	fmt.Println(errors.Is(err, risk.ErrUnknownMethod))
	// Output:
	// ISO/IEC 27005:2022, qualitative example <nil>
	// true
}

// Whether a method is total, monotone and reaches every level is looked at for
// all its combinations.
func ExampleCheck() {
	for _, f := range risk.Check(iso27005.Qualitative())[:5] {
		fmt.Println(f)
	}
	// Output:
	// total, proved by exhaustion of 25: every combination of inputs gets a level of risk
	// on the scale, proved by exhaustion of 25: every level of risk is on the scale of results
	// deterministic, proved by structure: the same inputs give the same level, whoever rates and whenever: the rules are data and read nothing else
	// monotone, proved by exhaustion of 25: level of risk never falls where factor "likelihood" rises
	// monotone, proved by exhaustion of 25: level of risk never falls where factor "consequence" rises
}

// What is unusual in a matrix, by the checks of Cox, is advice.
func ExampleMatrix_Cox() {
	x, _ := iso27005.Qualitative().Matrix()
	c := x.Cox()
	fmt.Printf("very high from %.2f of the greatest risk on, very low up to %.2f\n", c.RedFrom, c.GreenTo)
	fmt.Println("weakly consistent:", c.WeaklyConsistent)
	for _, p := range x.Advice() {
		fmt.Println(p.Message)
	}
	// Output:
	// very high from 0.48 of the greatest risk on, very low up to 0.08
	// weakly consistent: true
	// coloring is not the one that goes with likelihood times consequence
}
