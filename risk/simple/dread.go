package simple

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// DREAD is the rating of a threat by five whole numbers from 1 to 10. 0 is not
// stated. It is legacy: read old registers with it.
type DREAD struct {
	Damage          int
	Reproducibility int
	Exploitability  int
	AffectedUsers   int
	Discoverability int
}

const (
	mostDREAD  = 10
	countDREAD = 5
)

var dreadFactors = [countDREAD][2]string{
	{"damage", "Damage"},
	{"reproducibility", "Reproducibility"},
	{"exploitability", "Exploitability"},
	{"affected-users", "Affected users"},
	{"discoverability", "Discoverability"},
}

// DREADScore is what the two forms of DREAD give.
type DREADScore struct {
	Sum   int     // 5 to 50
	Mean  float64 // 1 to 10
	Level string  // of the mean, by the thresholds of SimpleRisk
}

// DREADSum returns the method "simple/dread-sum@1": the sum is the level.
// Legacy. Each call returns a value of its own.
func DREADSum() risk.Method {
	m := dreadMethod("simple/dread-sum", "1", "DREAD (legacy), sum", "Wikipedia, DREAD (risk assessment model)")
	sums := make([]int, 0, countDREAD*mostDREAD)
	for s := countDREAD; s <= countDREAD*mostDREAD; s++ {
		sums = append(sums, s)
	}
	m.Formula, m.Levels = risk.Sum, levelsOf(sums)
	return m
}

// DREADMean returns the method "simple/dread-mean@20260519-001", with the
// levels of SimpleRisk. Legacy. Each call returns a value of its own.
func DREADMean() risk.Method {
	m := dreadMethod("simple/dread-mean", simpleRisk, "DREAD (legacy), mean", "SimpleRisk, functions.php and simplerisk-en-"+simpleRisk+".sql")
	m.Formula, m.Levels = risk.Mean, bands(1)
	return m
}

func dreadMethod(id, version, title, source string) risk.Method {
	m := risk.Method{ID: id, Version: version, Title: title, Source: source}
	for _, f := range dreadFactors {
		m.Factors = append(m.Factors, risk.Factor{ID: f[0], Title: f[1], Scale: scale(mostDREAD)})
	}
	return m
}

// Rate gives sum, mean and level. A number off its scale is refused with the
// [risk.InputErrors] of the method.
func (x DREAD) Rate() (DREADScore, error) {
	sum := x.Damage + x.Reproducibility + x.Exploitability + x.AffectedUsers + x.Discoverability
	low := min(x.Damage, x.Reproducibility, x.Exploitability, x.AffectedUsers, x.Discoverability)
	high := max(x.Damage, x.Reproducibility, x.Exploitability, x.AffectedUsers, x.Discoverability)
	if low < 1 || high > mostDREAD {
		return DREADScore{}, typed.Refuse(DREADMean(), x.Inputs())
	}
	return DREADScore{Sum: sum, Mean: float64(sum) / countDREAD, Level: levelOf(sum, countDREAD*mostDREAD)}, nil
}

// Explain rates by [DREADMean] and gives the reasons.
func (x DREAD) Explain() (risk.Explanation, error) { return DREADMean().Explain(x.Inputs()) }

// Inputs returns the numbers that are stated, by factor of both methods.
func (x DREAD) Inputs() risk.Inputs {
	ids := make([]string, countDREAD)
	for i, f := range dreadFactors {
		ids[i] = f[0]
	}
	return numbers(ids, x.Damage, x.Reproducibility, x.Exploitability, x.AffectedUsers, x.Discoverability)
}

// MarshalText returns the inputs in one line, as [risk.Inputs.Text] does, ""
// for the zero value. Numbers off their scale have no text.
func (x DREAD) MarshalText() ([]byte, error) {
	if x == (DREAD{}) {
		return nil, nil
	}
	return typed.Marshal(DREADMean(), x.Inputs())
}

// UnmarshalText reads the text form.
func (x *DREAD) UnmarshalText(text []byte) error {
	var read DREAD
	err := unmarshal(DREADMean(), text, &read.Damage, &read.Reproducibility, &read.Exploitability, &read.AffectedUsers, &read.Discoverability)
	if err != nil {
		return err
	}
	*x = read
	return nil
}
