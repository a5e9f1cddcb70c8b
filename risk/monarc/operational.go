package monarc

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// IDs of the factors and of the step of [OperationalRisk].
const (
	FactorProbability = "probability"
	FactorReputation  = "reputation"
	FactorOperational = "operational"
	FactorLegal       = "legal"
	FactorFinancial   = "financial"
	FactorPersonal    = "personal"
	StepConsequence   = "consequence" // the highest of the consequences
)

// ErrNoConsequence says that all consequences are [Unset].
var ErrNoConsequence = fmt.Errorf("monarc: consequences: %w, want one at least", ErrUnset)

// Consequences has a number from 0 to 4 for each kind of harm. A kind that an
// organization does not use (MONARC hides it) or that nobody judged is [Unset]
// and does not count.
type Consequences struct {
	Reputation  int `json:"reputation"`
	Operational int `json:"operational"`
	Legal       int `json:"legal"`
	Financial   int `json:"financial"`
	Personal    int `json:"personal"`
}

// Max returns the highest, [Unset] where all are: the consequence of an
// operational risk, and the impact of the loss of a criterion in an information
// risk.
func (c Consequences) Max() int { return highest(&c) }

// highest and lowest take a pointer because copying the numbers takes longer than
// comparing them.
func highest(c *Consequences) int {
	return max(c.Reputation, c.Operational, c.Legal, c.Financial, c.Personal)
}

func lowest(c *Consequences) int {
	return min(c.Reputation, c.Operational, c.Legal, c.Financial, c.Personal)
}

// Operational is what is judged of an operational risk at one stage.
type Operational struct {
	Probability  int // 0 to 4
	Consequences Consequences
}

// OperationalRating is what [Operational.Rate] finds.
type OperationalRating struct {
	Risk  int   `json:"risk"` // probability × highest consequence, 0 to 16
	Level Level `json:"level,omitzero"`
}

// Rate rates the risk with MONARC's thresholds, 3 and 8. It fails where the
// probability is [Unset] (the cause is [ErrUnset]), where no consequence is set
// ([ErrNoConsequence]) and where a value is off its scale, with an [*InputError]
// for each, joined.
func (x Operational) Rate() (OperationalRating, error) { return x.RateBy(Thresholds{}) }

// RateBy rates the risk with other thresholds.
func (x Operational) RateBy(t Thresholds) (OperationalRating, error) {
	consequence := highest(&x.Consequences)
	if !on(x.Probability, maxThreat) || !on(consequence, maxImpact) || lowest(&x.Consequences) < Unset {
		return OperationalRating{}, x.refuse()
	}
	r := x.Probability * consequence
	level, err := t.or(operationalDefault).level(r, maxOperational)
	if err != nil {
		return OperationalRating{}, err
	}
	return OperationalRating{Risk: r, Level: level}, nil
}

// refuse says why the risk cannot be rated.
func (x Operational) refuse() error {
	var errs inputErrors
	errs.check(FactorProbability, x.Probability, maxThreat)
	for _, k := range x.Consequences.kinds() {
		if k.value != Unset {
			errs.check(k.factor, k.value, maxImpact)
		}
	}
	if x.Consequences.Max() == Unset {
		errs = append(errs, ErrNoConsequence)
	}
	return errors.Join(errs...)
}

// kind is one kind of harm.
type kind struct {
	factor string
	value  int
}

func (c Consequences) kinds() [5]kind {
	return [5]kind{
		{FactorReputation, c.Reputation},
		{FactorOperational, c.Operational},
		{FactorLegal, c.Legal},
		{FactorFinancial, c.Financial},
		{FactorPersonal, c.Personal},
	}
}

// Inputs returns the inputs of [OperationalRisk]. What is [Unset] is left out.
func (x Operational) Inputs() risk.Inputs {
	in := risk.Inputs{}
	set(in, FactorProbability, x.Probability)
	for _, k := range x.Consequences.kinds() {
		set(in, k.factor, k.value)
	}
	return in
}

// Explain rates with the reasons that [OperationalRisk] gives.
func (x Operational) Explain() (risk.Explanation, error) {
	return OperationalRisk(Thresholds{}).Explain(x.Inputs())
}

// MarshalText returns what is set in one line: "financial=3, probability=4". It
// is "" for [NotJudged], and fails otherwise as Rate does.
func (x Operational) MarshalText() ([]byte, error) {
	if x == NotJudged() {
		return nil, nil
	}
	if _, err := x.Rate(); err != nil {
		return nil, err
	}
	return typed.Marshal(OperationalRisk(Thresholds{}), x.Inputs())
}

// UnmarshalText reads it back. A consequence that is not named is [Unset]; the
// empty text is [NotJudged].
func (x *Operational) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*x = NotJudged()
		return nil
	}
	ranks, err := typed.Ranks(OperationalRisk(Thresholds{}), text) // -1 where not given, which is Unset
	if err != nil {
		return err
	}
	*x = Operational{Probability: ranks[0], Consequences: Consequences{ranks[1], ranks[2], ranks[3], ranks[4], ranks[5]}}
	return nil
}

// OperationalRisk returns the method "monarc/operational@2.13.1"; thresholds
// are as with [InformationRisk]. Each call returns a value of its own.
func OperationalRisk(t Thresholds) risk.Method {
	t = t.or(operationalDefault)
	factors := []risk.Factor{{
		ID: FactorProbability, Title: "Probability", Role: risk.Likelihood, Scale: risk.Scale{Levels: numbers(maxThreat)},
	}}
	var of []string
	for _, k := range (Consequences{}).kinds() {
		factors = append(factors, risk.Factor{
			ID: k.factor, Title: "Consequence: " + k.factor, Optional: true, Scale: risk.Scale{Levels: numbers(maxImpact)},
		})
		of = append(of, k.factor)
	}
	return risk.Method{
		ID:      "monarc/operational",
		Version: t.version(operationalDefault),
		Title:   "MONARC, operational risk",
		Source:  "MONARC, monarc-project/zm-core at 78ce818; training export MyPrintEN",
		Factors: factors,
		Steps: []risk.Step{{
			ID: StepConsequence, Title: "Highest consequence", Role: risk.Consequence, Formula: risk.Maximum,
			Of: of, Scale: risk.Scale{Levels: numbers(maxImpact)},
		}},
		Levels:  t.levels(maxOperational),
		Of:      []string{FactorProbability, StepConsequence},
		Formula: risk.Product,
	}
}
