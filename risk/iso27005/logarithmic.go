package iso27005

import (
	"fmt"
	"strconv"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// The exponents of the example, and the levels of risk they add up to.
const (
	maxLikelihood  = 5 // from 0
	minConsequence = 1
	maxConsequence = 6
	minSum, maxSum = minConsequence, maxLikelihood + maxConsequence
)

// likelihoods has the label of each exponent of Table A.4, consequences that of
// each of Table A.5, from exponent 1.
var (
	likelihoods  = [...]string{"once a decade", "once a year", "once a month", "twice a week", "every 8 hours", "every hour"}
	consequences = [...]string{"below 10^2", "10^2", "10^3", "10^4", "10^5", "10^6"}
)

// Exponents is what is judged of a risk under [Logarithmic].
type Exponents struct {
	// Likelihood is the power of ten of the number of events in a decade, 0 to 5:
	// 0 is once a decade, 5 every hour.
	Likelihood int
	// Consequence is the power of ten of the loss of an event, 1 to 6, in units of
	// money that the organization chooses. 1 stands for everything below 10^2.
	Consequence int
}

// Rate returns the level of risk, the sum of both, 1 to 11. Level n stands for a
// loss of about 10^n units in a decade. It fails where one of both is off its
// scale, with a [risk.InputErrors] that names each.
func (x Exponents) Rate() (int, error) {
	if x.Likelihood < 0 || x.Likelihood > maxLikelihood || x.Consequence < minConsequence || x.Consequence > maxConsequence {
		return 0, typed.Refuse(Logarithmic(), x.Inputs())
	}
	return x.Likelihood + x.Consequence, nil
}

// Inputs returns the inputs of [Logarithmic].
func (x Exponents) Inputs() risk.Inputs {
	return risk.Inputs{Likelihood: strconv.Itoa(x.Likelihood), Consequence: strconv.Itoa(x.Consequence)}
}

// Explain rates with the reasons that [Logarithmic] gives.
func (x Exponents) Explain() (risk.Explanation, error) { return Logarithmic().Explain(x.Inputs()) }

// MarshalText returns both in one line: "consequence=4, likelihood=1". It fails
// as Rate does.
func (x Exponents) MarshalText() ([]byte, error) { return typed.Marshal(Logarithmic(), x.Inputs()) }

// UnmarshalText reads it back; "once a year" and the other labels are understood.
func (x *Exponents) UnmarshalText(text []byte) error {
	ranks, err := typed.Ranks(Logarithmic(), text)
	if err != nil {
		return err
	}
	*x = Exponents{Likelihood: ranks[0], Consequence: ranks[1] + minConsequence}
	return nil
}

// Logarithmic returns the method "iso27005/logarithmic@2022": the example of
// logarithmic scales, ISO/IEC 27005:2022, Annex A, Tables A.4 and A.5. The
// scales are from public transcriptions. That the level is the sum of the
// exponents is from memory: it is what logarithms are for, but it was not read.
// Each call returns a value of its own.
func Logarithmic() risk.Method {
	levels := make([]risk.Level, 0, maxSum-minSum+1)
	for n := minSum; n <= maxSum; n++ {
		l := exponent(n, "")
		l.Meaning = fmt.Sprintf("about 10^%d units of money in a decade", n)
		l.Min = l.Value
		levels = append(levels, l)
	}
	return risk.Method{
		ID:      "iso27005/logarithmic",
		Version: "2022",
		Title:   "ISO/IEC 27005:2022, logarithmic example",
		Source:  "ISO/IEC 27005:2022, Annex A, Tables A.4 and A.5, from public transcriptions; the sum from memory",
		Factors: []risk.Factor{
			{
				ID: Likelihood, Title: "Likelihood, power of ten of events in a decade", Role: risk.Likelihood,
				Scale: risk.Scale{Unit: "log10 of events per decade", Levels: exponents(0, likelihoods[:])},
			},
			{
				ID: Consequence, Title: "Consequence, power of ten of the loss", Role: risk.Consequence,
				Scale: risk.Scale{Unit: "log10 of units of money", Levels: exponents(minConsequence, consequences[:])},
			},
		},
		Levels:  levels,
		Formula: risk.Sum,
	}
}

func exponents(from int, labels []string) []risk.Level {
	levels := make([]risk.Level, len(labels))
	for i, label := range labels {
		levels[i] = exponent(from+i, label)
	}
	return levels
}

func exponent(n int, label string) risk.Level {
	return risk.Level{ID: strconv.Itoa(n), Label: label, Value: new(float64(n))}
}

// Printing says which number stands beside a likelihood of Table A.4 on paper.
// Transcriptions disagree, so the exponent is what is stored, and this is for
// showing it.
type Printing uint8

// The printings. Not stated is the exponent.
const (
	AsExponent Printing = iota + 1 // "exponent"
	PlusOne                        // "exponent plus one"
)

var printingWords = enum.Words{"", "exponent", "exponent plus one"}

// MarshalText returns the word, "" where none is stated.
func (p Printing) MarshalText() ([]byte, error) {
	return printingWords.Marshal("iso27005: printing", uint8(p))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (p *Printing) UnmarshalText(text []byte) (err error) {
	*(*uint8)(p), err = printingWords.Unmarshal("iso27005: printing", text)
	return err
}

// Likelihood returns the number to show for an exponent of likelihood. It is
// never an input: "2" as an input is the exponent 2.
func (p Printing) Likelihood(exponent int) (int, error) {
	switch {
	case exponent < 0 || exponent > maxLikelihood:
		return 0, fmt.Errorf("iso27005: exponent of likelihood: got %d, want 0 to %d", exponent, maxLikelihood)
	case p > PlusOne:
		return 0, fmt.Errorf("iso27005: printing: got the number %d, want 0 to %d", p, PlusOne)
	case p == PlusOne:
		return exponent + 1, nil
	}
	return exponent, nil
}
