package monarc

import (
	"errors"
	"strconv"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// IDs of the factors and steps of [InformationRisk].
const (
	FactorConfidentiality = "confidentiality"
	FactorIntegrity       = "integrity"
	FactorAvailability    = "availability"
	FactorThreat          = "threat"
	FactorVulnerability   = "vulnerability"
	StepImpact            = "impact"     // the highest of the affected criteria
	StepLikelihood        = "likelihood" // threat × vulnerability
)

// ErrNothingAffected says that the threat affects none of the criteria, so that
// there is no risk to rate.
var ErrNothingAffected = errors.New("monarc: the threat affects no criterion")

// ByCriterion has a number for each criterion of information security: an
// impact, or a risk.
type ByCriterion struct {
	Confidentiality int `json:"confidentiality"`
	Integrity       int `json:"integrity"`
	Availability    int `json:"availability"`
}

// Affects says which criteria a threat can harm.
type Affects struct {
	Confidentiality bool `json:"confidentiality,omitzero"`
	Integrity       bool `json:"integrity,omitzero"`
	Availability    bool `json:"availability,omitzero"`
}

// Information is an information risk: one threat using one vulnerability of one
// asset. Mind that 0 is a value of every scale: what nobody judged is [Unset],
// not 0.
type Information struct {
	// Impact is the impact of the loss of each criterion, 0 to 4: the highest of
	// its consequences ([Consequences.Max]). A supporting asset has that of what
	// it supports.
	Impact ByCriterion
	// Affects are the criteria that count.
	Affects Affects
	// Threat is the probability of the threat, 0 to 4.
	Threat int
	// Vulnerability is how easily it is used, with the controls there are, 0 to 5.
	Vulnerability int
}

// InformationRating is what [Information.Rate] finds.
type InformationRating struct {
	// Risk is impact × threat × vulnerability for each criterion, also for those
	// that do not count; [Unset] for one that does not count and whose impact is
	// not set.
	Risk ByCriterion `json:"risk,omitzero"`
	// Max is the risk: the highest of the criteria that the threat affects, 0 to 80.
	Max   int   `json:"max"`
	Level Level `json:"level,omitzero"`
}

// Rate rates the risk with MONARC's thresholds, 8 and 27. It fails where a value
// that counts is [Unset] (the cause is [ErrUnset]) or off its scale, with an
// [*InputError] for each, joined; and with [ErrNothingAffected].
func (x Information) Rate() (InformationRating, error) { return rate(&x, informationDefault) }

// RateBy rates the risk with other thresholds.
func (x Information) RateBy(t Thresholds) (InformationRating, error) {
	return rate(&x, t.or(informationDefault))
}

// rate takes a pointer because copying the risk takes longer than rating it.
func rate(x *Information, t Thresholds) (InformationRating, error) {
	if !valid(x) {
		return InformationRating{}, x.refuse()
	}
	likelihood := x.Threat * x.Vulnerability
	c := times(x.Impact.Confidentiality, likelihood)
	i := times(x.Impact.Integrity, likelihood)
	a := times(x.Impact.Availability, likelihood)
	highest := 0
	if x.Affects.Confidentiality {
		highest = c
	}
	if x.Affects.Integrity {
		highest = max(highest, i)
	}
	if x.Affects.Availability {
		highest = max(highest, a)
	}
	level, err := t.level(highest, maxInformation)
	if err != nil {
		return InformationRating{}, err
	}
	return InformationRating{
		Risk: ByCriterion{Confidentiality: c, Integrity: i, Availability: a}, Max: highest, Level: level,
	}, nil
}

// times multiplies an impact, which may be unset.
func times(impact, likelihood int) int {
	if impact == Unset {
		return Unset
	}
	return impact * likelihood
}

// valid reports whether the risk can be rated.
func valid(x *Information) bool {
	return (x.Affects.Confidentiality || x.Affects.Integrity || x.Affects.Availability) && on(x.Threat, maxThreat) && on(x.Vulnerability, maxVulnerability) &&
		counts(x.Impact.Confidentiality, x.Affects.Confidentiality) &&
		counts(x.Impact.Integrity, x.Affects.Integrity) &&
		counts(x.Impact.Availability, x.Affects.Availability)
}

// counts reports whether an impact is on its scale; one that the threat does not
// affect may be unset.
func counts(impact int, affected bool) bool {
	return on(impact, maxImpact) || impact == Unset && !affected
}

// refuse says why the risk cannot be rated.
func (x Information) refuse() error {
	var errs inputErrors
	for _, c := range x.criteria() {
		if !counts(c.impact, c.affected) {
			errs.check("impact on "+c.factor, c.impact, maxImpact)
		}
	}
	errs.check(FactorThreat, x.Threat, maxThreat)
	errs.check(FactorVulnerability, x.Vulnerability, maxVulnerability)
	if x.Affects == (Affects{}) {
		errs = append(errs, ErrNothingAffected)
	}
	return errors.Join(errs...)
}

// Reduced returns the risk with its vulnerability lowered by what a treatment
// takes off it, 1 or more: rated, it is the target risk. It fails where the
// vulnerability is not set, or less than what is taken off.
func (x Information) Reduced(by int) (Information, error) {
	if !on(x.Vulnerability, maxVulnerability) {
		return Information{}, &InputError{Input: FactorVulnerability, Value: x.Vulnerability, Max: maxVulnerability}
	}
	if !on(by, x.Vulnerability) {
		return Information{}, &InputError{Input: "reduction", Value: by, Max: x.Vulnerability}
	}
	x.Vulnerability -= by
	return x, nil
}

// criterion is one criterion of a risk.
type criterion struct {
	factor   string
	impact   int
	affected bool
}

func (x Information) criteria() [3]criterion {
	return [3]criterion{
		{FactorConfidentiality, x.Impact.Confidentiality, x.Affects.Confidentiality},
		{FactorIntegrity, x.Impact.Integrity, x.Affects.Integrity},
		{FactorAvailability, x.Impact.Availability, x.Affects.Availability},
	}
}

// Inputs returns the inputs of [InformationRisk]. The method knows only the
// criteria that count: an impact that the threat does not affect is left out,
// and so is a threat or a vulnerability that is not set.
func (x Information) Inputs() risk.Inputs {
	in := risk.Inputs{}
	for _, c := range x.criteria() {
		if c.affected {
			in[c.factor] = strconv.Itoa(c.impact)
		}
	}
	set(in, FactorThreat, x.Threat)
	set(in, FactorVulnerability, x.Vulnerability)
	return in
}

// set adds a number to inputs unless it is unset.
func set(in risk.Inputs, factor string, v int) {
	if v != Unset {
		in[factor] = strconv.Itoa(v)
	}
}

// Explain rates with the reasons that [InformationRisk] gives.
func (x Information) Explain() (risk.Explanation, error) {
	return InformationRisk(Thresholds{}).Explain(x.Inputs())
}

// MarshalText returns what counts in one line: "availability=3,
// confidentiality=2, threat=1, vulnerability=3". It fails as Rate does.
func (x Information) MarshalText() ([]byte, error) {
	if _, err := x.Rate(); err != nil {
		return nil, err
	}
	return typed.Marshal(InformationRisk(Thresholds{}), x.Inputs())
}

// UnmarshalText reads it back. A criterion that is not named is not affected,
// and its impact [Unset].
func (x *Information) UnmarshalText(text []byte) error {
	ranks, err := typed.Ranks(InformationRisk(Thresholds{}), text) // -1 where not given, which is Unset
	if err != nil {
		return err
	}
	*x = Information{
		Impact:        ByCriterion{ranks[0], ranks[1], ranks[2]},
		Affects:       Affects{ranks[0] != Unset, ranks[1] != Unset, ranks[2] != Unset},
		Threat:        ranks[3],
		Vulnerability: ranks[4],
	}
	return nil
}

// InformationRisk returns the method "monarc/information@2.13.1". With other
// thresholds than MONARC's its version says so: "2.13.1+10-30". Thresholds that
// are out of order are found by [risk.Method.Problems]. Each call returns a
// value of its own.
func InformationRisk(t Thresholds) risk.Method {
	t = t.or(informationDefault)
	factor := func(id, title string, optional bool, highest int) risk.Factor {
		return risk.Factor{ID: id, Title: title, Optional: optional, Scale: risk.Scale{Levels: numbers(highest)}}
	}
	return risk.Method{
		ID:      "monarc/information",
		Version: t.version(informationDefault),
		Title:   "MONARC, information risk",
		Source:  "MONARC, monarc-project/zm-core at 78ce818, RiskCalculationTrait; training export of MONARC 2.13.1",
		Factors: []risk.Factor{
			factor(FactorConfidentiality, "Impact on confidentiality, where the threat affects it", true, maxImpact),
			factor(FactorIntegrity, "Impact on integrity, where the threat affects it", true, maxImpact),
			factor(FactorAvailability, "Impact on availability, where the threat affects it", true, maxImpact),
			factor(FactorThreat, "Probability of the threat", false, maxThreat),
			factor(FactorVulnerability, "Vulnerability, with the controls there are", false, maxVulnerability),
		},
		Steps: []risk.Step{
			{
				ID: StepImpact, Title: "Highest impact that counts", Role: risk.Consequence, Formula: risk.Maximum,
				Of: []string{FactorConfidentiality, FactorIntegrity, FactorAvailability}, Scale: risk.Scale{Levels: numbers(maxImpact)},
			},
			{
				ID: StepLikelihood, Title: "Threat × vulnerability", Role: risk.Likelihood, Formula: risk.Product,
				Of: []string{FactorThreat, FactorVulnerability}, Scale: risk.Scale{Levels: products(maxThreat, maxVulnerability)},
			},
		},
		Levels:  t.levels(maxInformation),
		Of:      []string{StepImpact, StepLikelihood},
		Formula: risk.Product,
	}
}

// products returns a level for every product of two numbers 0 to a and 0 to b.
func products(a, b int) []risk.Level {
	is := make([]bool, a*b+1)
	for i := range a + 1 {
		for j := range b + 1 {
			is[i*j] = true
		}
	}
	var levels []risk.Level
	for n, ok := range is {
		if ok {
			levels = append(levels, number(n))
		}
	}
	return levels
}
