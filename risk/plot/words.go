package plot

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"unicode/utf8"
)

// Words are the texts that the charts with axes bring along, for translation.
// A text that is "" is the English one; [English] has them all. What stands in
// braces is replaced, and a translation has the same names in braces, in any
// order.
//
//	plot.Words{Decimal: ",", Thousand: "Tsd.", Million: "Mio.", LossAxis: "Schaden im Jahr"}
//
// A heat map and a slope chart bring along English ones.
type Words struct {
	// Numbers.
	Decimal  string `json:"decimal,omitzero"`  // the sign between units and tenths
	Thousand string `json:"thousand,omitzero"` // after a number: times 10³
	Million  string `json:"million,omitzero"`  // 10⁶
	Billion  string `json:"billion,omitzero"`  // 10⁹
	Trillion string `json:"trillion,omitzero"` // 10¹²
	Percent  string `json:"percent,omitzero"`
	Money    string `json:"money,omitzero"`
	AxisOf   string `json:"axisOf,omitzero"` // the title of an axis of amounts

	// Exceedance.
	ExceedanceName  string `json:"exceedanceName,omitzero"`
	ProbabilityAxis string `json:"probabilityAxis,omitzero"`
	LossAxis        string `json:"lossAxis,omitzero"` // also of a histogram
	VaR             string `json:"var,omitzero"`
	Tolerance       string `json:"tolerance,omitzero"`
	Epistemic       string `json:"epistemic,omitzero"`
	Sampling        string `json:"sampling,omitzero"`
	AnyLoss         string `json:"anyLoss,omitzero"`
	More            string `json:"more,omitzero"`
	Tolerated       string `json:"tolerated,omitzero"`
	Reaches         string `json:"reaches,omitzero"`
	Curve           string `json:"curve,omitzero"`
	Reading         string `json:"reading,omitzero"` // of a value at a mark
	MarkOf          string `json:"markOf,omitzero"`

	// Histogram.
	HistogramName string `json:"histogramName,omitzero"`
	Share         string `json:"share,omitzero"`         // the axis where bins are equally wide
	SharePerTen   string `json:"sharePerTen,omitzero"`   // where they are not, on a log axis
	SharePer      string `json:"sharePer,omitzero"`      // where they are not, on a linear one
	NoLoss        string `json:"noLoss,omitzero"`        // the bar of years without loss
	MostYears     string `json:"mostYears,omitzero"`     // the bin with the largest share
	LossFrom      string `json:"lossFrom,omitzero"`      // a bin, in a table
	ShareOfYears  string `json:"shareOfYears,omitzero"`  // a column
	WithoutLosses string `json:"withoutLosses,omitzero"` // a row
	Outside       string `json:"outside,omitzero"`

	// Tornado.
	TornadoName string `json:"tornadoName,omitzero"`
	Result      string `json:"result,omitzero"` // what the bars are of, where nothing says
	Base        string `json:"base,omitzero"`
	InputLow    string `json:"inputLow,omitzero"`
	InputHigh   string `json:"inputHigh,omitzero"`
	Swing       string `json:"swing,omitzero"`
	MostSwing   string `json:"mostSwing,omitzero"`
	Input       string `json:"input,omitzero"`
	SomeBars    string `json:"someBars,omitzero"`

	// Pareto.
	ParetoName   string `json:"paretoName,omitzero"`
	CostAxis     string `json:"costAxis,omitzero"`
	ExpectedLoss string `json:"expectedLoss,omitzero"`
	OnFront      string `json:"onFront,omitzero"`
	Dominated    string `json:"dominated,omitzero"`
	Chosen       string `json:"chosen,omitzero"`
	RunnerUp     string `json:"runnerUp,omitzero"`
	Budget       string `json:"budget,omitzero"`
	PlansInWords string `json:"plansInWords,omitzero"`
	PlanInWords  string `json:"planInWords,omitzero"`
	Plan         string `json:"plan,omitzero"`
	Standing     string `json:"standing,omitzero"`

	// Waterfall.
	WaterfallName string `json:"waterfallName,omitzero"`
	Before        string `json:"before,omitzero"`
	After         string `json:"after,omitzero"`
	Less          string `json:"less,omitzero"`
	Added         string `json:"added,omitzero"`
	StepInterval  string `json:"stepInterval,omitzero"`
	FromTo        string `json:"fromTo,omitzero"`
	Step          string `json:"step,omitzero"`
	Change        string `json:"change,omitzero"`

	// Convergence.
	ConvergenceName string `json:"convergenceName,omitzero"`
	TrialsAxis      string `json:"trialsAxis,omitzero"`
	Interval        string `json:"interval,omitzero"`
	Asked           string `json:"asked,omitzero"`
	Last            string `json:"last,omitzero"`
	LastInWords     string `json:"lastInWords,omitzero"`
	Reached         string `json:"reached,omitzero"`
	NotReached      string `json:"notReached,omitzero"`
	Trials          string `json:"trials,omitzero"`
	Estimate        string `json:"estimate,omitzero"`
	Low             string `json:"low,omitzero"`
	High            string `json:"high,omitzero"`
}

// English returns the words that are used where there are no others.
func English() Words { return english }

var english = Words{
	Decimal: ".", Thousand: "k", Million: "M", Billion: "bn", Trillion: "tn",
	Percent: "{n}\u00a0%", Money: "{n}\u00a0{currency}", AxisOf: "{what}, {currency}",

	ExceedanceName:  "Probability of losing more: {names}",
	ProbabilityAxis: "Probability of losing more",
	LossAxis:        "Loss in a year",
	VaR:             "VaR {percent}",
	Tolerance:       "tolerance",
	Epistemic:       "What is not known of the parameters: 5 to 95\u00a0%",
	Sampling:        "Error of the simulation: 95\u00a0% interval",
	AnyLoss:         "{name}: a loss in {percent} of years",
	More:            "more than {amount} in {percent}",
	Tolerated:       "Tolerated: more than {amount} in {percent} of years",
	Reaches:         "{name}: {percent}",
	Curve:           "Curve",
	Reading:         "{label}: {amount}",
	MarkOf:          "{name}, {mark}",

	HistogramName: "Loss in a year",
	Share:         "Share of years, each bar",
	SharePerTen:   "Share of years, by factor of ten",
	SharePer:      "Share of years, by {amount}",
	NoLoss:        "no loss in {percent} of years",
	MostYears:     "The largest share, {percent} of years, is from {from} to {to}",
	LossFrom:      "{from} to {to}",
	ShareOfYears:  "Share of years",
	WithoutLosses: "no loss",
	Outside:       "{percent} of years are outside of the bars.",

	TornadoName: "What {of} depends on",
	Result:      "the result",
	Base:        "base {amount}",
	InputLow:    "input low",
	InputHigh:   "input high",
	Swing:       "{label}: {low} to {high}",
	MostSwing:   "The inputs, the one that matters most first",
	Input:       "Input",
	SomeBars:    "{drawn} of {all} inputs are drawn, those that matter most.",

	ParetoName:   "What a reduction of the loss costs",
	CostAxis:     "Cost",
	ExpectedLoss: "Expected loss in a year",
	OnFront:      "best for its cost",
	Dominated:    "dominated: another is no dearer and leaves no more",
	Chosen:       "chosen",
	RunnerUp:     "runner-up",
	Budget:       "budget {amount}",
	PlansInWords: "Plans: {all}; best for their cost: {front}",
	PlanInWords:  "{standing}: {label} costs {cost} and leaves {loss}",
	Plan:         "Plan",
	Standing:     "Standing",

	WaterfallName: "From {before} to {after}",
	Before:        "today",
	After:         "after",
	Less:          "less loss",
	Added:         "more loss",
	StepInterval:  "interval of a contribution",
	FromTo:        "{before}: {from}; {after}: {to}, {percent} of it",
	Step:          "Control",
	Change:        "Change",

	ConvergenceName: "How sure {of} is",
	TrialsAxis:      "Trials",
	Interval:        "95\u00a0% interval of the estimate",
	Asked:           "asked: ±{percent}",
	Last:            "{amount} ± {percent}",
	LastInWords:     "After {trials} trials {of} is {amount}, from {low} to {high}",
	Reached:         "The interval is within the ±{percent} that were asked for from {trials} trials on",
	NotReached:      "The interval is not yet within the ±{percent} that were asked for",
	Trials:          "Trials",
	Estimate:        "Estimate",
	Low:             "Low",
	High:            "High",
}

// complete returns the words with the English ones for those that are "".
func (w Words) complete() Words {
	all, from := reflect.ValueOf(&w).Elem(), reflect.ValueOf(english)
	for i := range all.NumField() {
		if all.Field(i).Len() == 0 {
			all.Field(i).Set(from.Field(i))
		}
	}
	return w
}

var braces = regexp.MustCompile(`\{[^{}]*\}`)

// check refuses what cannot be printed and what lost or gained a name in braces.
func (w Words) check() error {
	given, from := reflect.ValueOf(w), reflect.ValueOf(english)
	for i := range given.NumField() {
		where, s := "Words."+given.Type().Field(i).Name, given.Field(i).String()
		if s == "" {
			continue
		}
		if err := first(checkText(where, s), w.checkShort(i, where, s)); err != nil {
			return err
		}
		got, want := braces.FindAllString(s, -1), braces.FindAllString(from.Field(i).String(), -1)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			return fmt.Errorf("%s: got %q with %q in braces, want %q", where, s, got, want)
		}
	}
	return nil
}

// checkShort refuses a sign of a number that leaves no room for its picture.
func (Words) checkShort(field int, where, s string) error {
	const signs = 5 // the first fields
	if n := utf8.RuneCountInString(s); field < signs && n > mostSign {
		return fmt.Errorf("%s: got %d characters, want %d at most", where, n, mostSign)
	}
	return nil
}
