package loss

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// Compile checks a model and makes it ready for the engines. The error is
// [Problems], every fault at once.
//
// A severity whose mean is infinite is no fault: the figures that exist are
// computed, and the others refused with the reason.
func Compile(m Model) (Plan, error) {
	var ps problems
	ps.model(m)
	if len(ps.all) > 0 {
		return Plan{}, ps.all
	}
	m.Scenarios = slices.Clone(m.Scenarios)
	for i := range m.Scenarios {
		m.Scenarios[i].Then = slices.Clone(m.Scenarios[i].Then)
		for j, stage := range m.Scenarios[i].Then {
			m.Scenarios[i].Then[j].With = slices.Clone(stage.With)
		}
	}
	text, err := json.Marshal(m)
	if err != nil {
		return Plan{}, fmt.Errorf("loss: digest of the model: %w", err)
	}
	sum := sha256.Sum256(text)
	p := Plan{model: m, base: hex.EncodeToString(sum[:])}
	p.digest = p.base
	for i, s := range m.Scenarios {
		if s.counted() {
			p.terms = append(p.terms, ps.terms(m, i)...)
		}
	}
	if len(ps.all) > 0 {
		return Plan{}, ps.all
	}
	return p, nil
}

// terms returns those of a scenario. Years with the same number of events share
// its distribution, which may take milliseconds to make.
func (ps *problems) terms(m Model, scenario int) []term {
	s, path := m.Scenarios[scenario], fmt.Sprintf("/scenarios/%d", scenario)
	var all []term
	var count dist.Count
	for year := range m.years() {
		if count == nil || s.RateTrend != 0 {
			var err error
			if count, err = s.Frequency.count(s.period(), mathx.Pow(1+s.RateTrend, float64(year))); err != nil {
				ps.add(codeYear, path+"/frequency", reason(err), "one that can be computed in each year")
				return nil
			}
		}
		t := term{scenario, year, count, m.event(s, year)}
		if mean := t.event.mean(); finite(mean) && mean > mostMoney {
			ps.add(codeYear, path+"/severity", s.Severity.String(), "a mean up to 1e30 in each year")
			return nil
		}
		all = append(all, t)
	}
	return all
}

// reason returns what an error of package dist says of a count.
func reason(err error) string {
	if refused, ok := errors.AsType[*dist.ParamError](err); ok {
		return fmt.Sprintf("%s %s, for which there has to be %s", refused.Param, refused.Found, refused.Want)
	}
	return err.Error()
}

func (ps *problems) model(m Model) {
	ps.word("/id", m.ID)
	if c := m.Currency; c != "" && (len(c) != 3 || strings.Trim(c, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		ps.add(codeCurrency, "/currency", strconv.Quote(clip(c)), "three capital letters of ISO 4217")
	}
	ps.unit, ps.time = m.unit(), "a year"
	ps.number("/years", float64(m.Years), 0, mostYears, "1 to 50")
	ps.number("/discount", m.Discount, -0.5, 10, "a share from -0.5 to 10")
	if n := len(m.Scenarios); n == 0 || n > mostScenarios || n*m.years() > mostTerms {
		ps.add(codeSize, "/scenarios", strconv.Itoa(n), "1 to 1000, and times the years at most 5000")
		return
	}
	if !ps.sound(m) {
		return
	}
	if n := m.mixed(); n > mostMixed {
		ps.add(codeSize, "/scenarios", fmt.Sprintf("%d rates that are drawn, by scenario and year", n), "at most 200")
		return
	}
	seen := map[string]bool{}
	for i, s := range m.Scenarios {
		path := fmt.Sprintf("/scenarios/%d", i)
		ps.unique(path+"/id", s.ID, seen)
		ps.scenario(path, s)
	}
	ps.together(m)
	ps.controls(m)
	shared := map[string]Uncertain{}
	for _, u := range slices.Concat(m.parameters(), m.reductions()) {
		ps.same(u.path, u.Uncertain, shared)
	}
}

// word adds a fault unless s can be an ID.
func (ps *problems) word(path, s string) {
	switch {
	case s == "":
		ps.add(codeID, path, "nothing", "a word")
	case len(s) > 128 || !utf8.ValidString(s) || strings.TrimSpace(s) != s || strings.ContainsFunc(s, unicode.IsControl):
		ps.add(codeID, path, strconv.Quote(clip(s)), "at most 128 bytes of text, without spaces around")
	}
}

func (ps *problems) unique(path, id string, seen map[string]bool) {
	if ps.word(path, id); seen[id] {
		ps.add(codeTwice, path, strconv.Quote(clip(id)), "one that no other has")
	}
	seen[id] = true
}

func (ps *problems) scenario(path string, s Scenario) {
	ps.money(path+"/annualRetention", s.AnnualRetention)
	ps.money(path+"/annualLimit", s.AnnualLimit)
	ps.money(path+"/eventRetention", s.EventRetention)
	ps.money(path+"/eventLimit", s.EventLimit)
	ps.number(path+"/lossTrend", s.LossTrend, -0.5, 10, "a share from -0.5 to 10")
	if s.Own != nil {
		ps.own(path, s)
		return
	}
	ps.frequency(path, s)
	ps.severity(path+"/severity", s.Severity)
	ps.factors(path, s)
	ps.stages(path, s)
}

func (ps *problems) frequency(path string, s Scenario) {
	if _, err := holdFrequency(s.Frequency); s.Frequency == nil || err != nil {
		found := "nothing"
		if s.Frequency != nil {
			found = fmt.Sprintf("%T", s.Frequency)
		}
		ps.add(codeFrequency, path+"/frequency", found, "poisson, negativeBinomial, binomial, bernoulli, exactly or multiplied")
		return
	}
	ps.time = s.per()
	s.Frequency.check(ps, path+"/frequency")
	ps.time = "a year"
	ps.timing(path, s)
}

// factors adds the faults of what multiplies frequency and severity.
func (ps *problems) factors(path string, s Scenario) {
	if s.Vulnerability.Dist != nil {
		ps.probability(path+"/vulnerability", s.Vulnerability)
	}
	if s.RateFactor.Dist != nil {
		ps.uncertain(path+"/rateFactor", s.RateFactor, mostEvents, "a factor from 0 to 1e6")
		switch s.Frequency.(type) {
		case Poisson, Multiplied:
			if s.RateFactor.Per == Event {
				ps.add(codePer, path+"/rateFactor/per", "event", "year or once: a rate is of many events")
			}
		default:
			ps.add(codeFactor, path+"/rateFactor", s.RateFactor.Dist.String(), "none: only poisson and multiplied have a rate")
		}
	}
	if s.LossFactor.Dist != nil {
		ps.uncertain(path+"/lossFactor", s.LossFactor, mostEvents, "a factor from 0 to 1e6")
	}
}

func (ps *problems) stages(path string, s Scenario) {
	if len(s.Then) > mostStages {
		ps.add(codeSize, path+"/then", strconv.Itoa(len(s.Then)), "at most 20 stages")
		return
	}
	seen := map[string]bool{}
	for i, stage := range s.Then {
		path := fmt.Sprintf("%s/then/%d", path, i)
		ps.unique(path+"/id", stage.ID, seen)
		ps.probability(path+"/probability", stage.Probability)
		ps.severity(path+"/severity", stage.Severity)
		ps.with(path+"/with", stage.With)
		ps.number(path+"/correlation", stage.Correlation, -0.9999, 0.9999, "a correlation above -1 and below 1")
	}
}

// with adds the faults of what comes with the severity of a stage.
func (ps *problems) with(path string, all []dist.Dist) {
	if len(all) > mostWith {
		ps.add(codeSize, path, strconv.Itoa(len(all)), "at most 20 losses")
		return
	}
	for i, d := range all {
		ps.severity(fmt.Sprintf("%s/%d", path, i), d)
	}
}

// timing adds the faults of period and trend.
func (ps *problems) timing(path string, s Scenario) {
	ps.number(path+"/rateTrend", s.RateTrend, -0.5, 10, "a share from -0.5 to 10")
	if s.Period != 0 {
		ps.number(path+"/period", s.Period, 1e-4, 1e4, "a number of years from 1e-4 to 1e4")
	}
	if s.Frequency.scales() {
		return
	}
	const why = ": of this frequency, the number in another time does not follow"
	if s.period() != 1 {
		ps.add(codePeriod, path+"/period", number(s.Period), "1"+why)
	}
	if s.RateTrend != 0 {
		ps.add(codePeriod, path+"/rateTrend", number(s.RateTrend), "0"+why)
	}
}

func (ps *problems) severity(path string, d dist.Dist) {
	want := "a distribution of amounts from 0 to 1e30" + ps.unit
	if d == nil {
		ps.add(codeSeverity, path, "nothing", want)
		return
	}
	low, _ := d.Support()
	median := d.Quantile(0.5)
	if !(low >= 0 && median <= mostMoney) || math.IsNaN(d.Mean()) || finite(d.Mean()) && d.Mean() > mostMoney {
		ps.add(codeSeverity, path, d.String(), want)
	}
}

// same adds a fault if the name stands for another parameter elsewhere.
func (ps *problems) same(path string, u Uncertain, shared map[string]Uncertain) {
	if u.Name == "" || u.Dist == nil {
		return
	}
	if other, ok := shared[u.Name]; ok && (other.Per != u.Per || other.Dist.String() != u.Dist.String()) {
		ps.add(codeName, path, strconv.Quote(clip(u.Name))+" for "+u.Dist.String(), "what the name stands for elsewhere, "+other.Dist.String())
	}
	shared[u.Name] = u
}

// A parameter is one that may be uncertain, with its path.
type parameter struct {
	Uncertain
	path string
	ties string // what depends on each other if it is drawn once for all of them
}

// parameters lists those of the model.
func (m Model) parameters() []parameter {
	var all []parameter
	for i, s := range m.Scenarios {
		for _, u := range s.parameters() {
			u.path = fmt.Sprintf("/scenarios/%d%s", i, u.path)
			all = append(all, u)
		}
	}
	for i, c := range m.Causes {
		all = append(all, parameter{c.Rate, fmt.Sprintf("/causes/%d/rate", i), ""})
		for j, h := range c.Hits {
			all = append(all, parameter{h.Probability, fmt.Sprintf("/causes/%d/hits/%d/probability", i, j), "happenings"})
		}
	}
	return all
}

// reductions lists the parameters of the controls, which could be had.
func (m Model) reductions() []parameter {
	var all []parameter
	for i, c := range m.Controls {
		for j, e := range c.Effects {
			all = append(all, parameter{e.Reduces, fmt.Sprintf("/controls/%d/effects/%d/reduces", i, j), ""})
		}
	}
	return all
}

func (s Scenario) parameters() []parameter {
	var all []parameter
	switch f := s.Frequency.(type) {
	case Poisson:
		all = append(all, parameter{f.Rate, "/frequency/rate", ""})
	case Multiplied:
		all = append(all, parameter{f.Rate, "/frequency/rate", ""})
	case Binomial:
		all = append(all, parameter{f.Probability, "/frequency/probability", "trials"})
	case Bernoulli:
		all = append(all, parameter{f.Probability, "/frequency/probability", ""})
	}
	for _, u := range []parameter{
		{s.Vulnerability, "/vulnerability", "events"},
		{s.RateFactor, "/rateFactor", ""},
		{s.LossFactor, "/lossFactor", "events"},
	} {
		if u.Dist != nil {
			all = append(all, u)
		}
	}
	for i, stage := range s.Then {
		all = append(all, parameter{stage.Probability, fmt.Sprintf("/then/%d/probability", i), "events"})
	}
	return all
}
