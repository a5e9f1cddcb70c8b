package economics

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// ClassI is the model of Gordon and Loeb with their first class of breach
// probability functions:
//
//	S(z) = v / (αz + 1)^β
//	z*   = ((vβαL)^(1/(β+1)) − 1) / α     0 where vβαL ≤ 1
//
// z is what is invested in protecting one set of information, S(z) the
// probability that it is breached then; z* makes (v − S(z))L − z largest.
//
// Source: L. A. Gordon, M. P. Loeb, "The economics of information security
// investment", ACM TISSEC 5 (2002); formulas and examples as in L. A. Gordon,
// M. P. Loeb, W. Lucyshyn, L. Zhou, Journal of Information Security 6 (2015).
//
// α and β are not measured by anybody: the model explains how an optimum
// behaves, it does not find yours. See [Stake.Bound] for what holds without
// them, and where it does not.
type ClassI struct {
	Vulnerability float64 `json:"vulnerability,omitzero"` // v: probability of a breach without investment, 0 to 1
	Loss          float64 `json:"loss,omitzero"`          // L: amount lost in a breach, at least 0
	Alpha         float64 `json:"alpha,omitzero"`         // α: productivity of investment, per unit of currency, above 0
	Beta          float64 `json:"beta,omitzero"`          // β: productivity of investment, at least 1
}

func (c ClassI) inspect() inspection {
	in := inspectModel(c.Vulnerability, c.Loss, c.Alpha)
	in.require(c.Beta >= 1, "beta", c.Beta, "a number of at least 1")
	return in
}

// Breach returns S(z), the probability of a breach after z was invested, an
// amount of at least 0.
func (c ClassI) Breach(z float64) (float64, error) {
	in := c.inspect()
	in.amount("z", z)
	return in.figure(func() float64 { return c.breach(z) })
}

func (c ClassI) breach(z float64) float64 {
	return float64(c.Vulnerability * mathx.Exp(-c.Beta*mathx.Log1p(c.Alpha*z)))
}

// Optimum returns the investment with the largest expected net benefit.
func (c ClassI) Optimum() (Optimum, error) {
	in := c.inspect()
	if err := in.err(); err != nil {
		return Optimum{}, err
	}
	z := 0.0
	if gain := c.Vulnerability * c.Beta * c.Alpha * c.Loss; gain > 1 {
		// Expm1 keeps the digits of an optimum that is barely above 0.
		z = mathx.Expm1(mathx.Log(gain)/(c.Beta+1)) / c.Alpha
	}
	return optimum(z, c.breach(z), c.Vulnerability, c.Loss)
}

// ClassII is the model of Gordon and Loeb with their second class of breach
// probability functions:
//
//	S(z) = v^(αz + 1)
//	z*   = ln(1 / (−αvL ln v)) / (α ln v)     0 where −αvL ln v ≤ 1
//
// For v near 1 protection is so dear that z* returns to 0: by this class the
// most vulnerable information is not what to invest in. Sources as for
// [ClassI].
type ClassII struct {
	Vulnerability float64 `json:"vulnerability,omitzero"` // v: probability of a breach without investment, 0 to 1
	Loss          float64 `json:"loss,omitzero"`          // L: amount lost in a breach, at least 0
	Alpha         float64 `json:"alpha,omitzero"`         // α: productivity of investment, per unit of currency, above 0
}

// Breach returns S(z), the probability of a breach after z was invested, an
// amount of at least 0.
func (c ClassII) Breach(z float64) (float64, error) {
	in := inspectModel(c.Vulnerability, c.Loss, c.Alpha)
	in.amount("z", z)
	return in.figure(func() float64 { return c.breach(z) })
}

func (c ClassII) breach(z float64) float64 { return mathx.Pow(c.Vulnerability, float64(c.Alpha*z)+1) }

// Optimum returns the investment with the largest expected net benefit.
func (c ClassII) Optimum() (Optimum, error) {
	in := inspectModel(c.Vulnerability, c.Loss, c.Alpha)
	if err := in.err(); err != nil {
		return Optimum{}, err
	}
	z := 0.0
	// At v = 0 nothing is at risk, at v = 1 nothing helps; ln v is not needed there.
	if v := c.Vulnerability; v > 0 && v < 1 {
		steep := -c.Alpha * mathx.Log(v)
		if gain := steep * v * c.Loss; gain > 1 {
			z = mathx.Log(gain) / steep
		}
	}
	return optimum(z, c.breach(z), c.Vulnerability, c.Loss)
}

func inspectModel(v, loss, alpha float64) inspection {
	var in inspection
	in.probability("vulnerability", v)
	in.amount("loss", loss)
	in.require(alpha > 0, "alpha", alpha, "a number above 0, per unit of currency")
	return in
}

// Optimum is what to invest by the model of Gordon and Loeb, and what comes of
// it. Amounts are in the currency of the loss.
type Optimum struct {
	Investment   float64 `json:"investment,omitzero"`   // z*: 0 where no investment pays
	Breach       float64 `json:"breach,omitzero"`       // S(z*): the probability of a breach that remains
	ExpectedLoss float64 `json:"expectedLoss,omitzero"` // vL: without investment
	Share        float64 `json:"share,omitzero"`        // z* / vL; 0 where nothing is at risk
	NetBenefit   float64 `json:"netBenefit,omitzero"`   // (v − S(z*))L − z*
}

func optimum(z, breach, v, loss float64) (Optimum, error) {
	o := Optimum{Investment: z, Breach: breach, ExpectedLoss: v * loss, NetBenefit: float64((v-breach)*loss) - z}
	if o.ExpectedLoss > 0 {
		o.Share = z / o.ExpectedLoss
	}
	if err := finite(z, breach, o.ExpectedLoss, o.Share, o.NetBenefit); err != nil {
		return Optimum{}, err
	}
	return o, nil
}

// Stake is what is at risk before anything is invested, for the bound of
// Gordon and Loeb, which needs neither α nor β.
type Stake struct {
	Vulnerability float64 `json:"vulnerability,omitzero"` // v: probability of a breach, 0 to 1
	Loss          float64 `json:"loss,omitzero"`          // L: amount that the organization itself loses, at least 0
	Externality   float64 `json:"externality,omitzero"`   // g: what others lose as a share of L, at least 0, may exceed 1
}

// Bound returns the most that is worth investing,
//
//	(1 + g) vL / e
//
// With g = 0 that is 36.79 % of the expected loss; with what others lose, more
// than all of one's own from g = e − 1 on (Gordon et al. 2015, Table 2).
//
// Gordon and Loeb prove it for both classes, Y. Baryshnikov (WEIS 2012) from
// further axioms. It is no law: J. Willemson (WEIS 2006) published functions
// within the assumptions of the model whose optimum lies beyond it. One such
// function can be checked by hand: with S(z) = v(1 − az)² up to z = 1/a, and
// avL = 1, the optimum is half of the expected loss; with an exponent towards 1
// it goes to all of it.
func (s Stake) Bound() (float64, error) {
	var in inspection
	in.probability("vulnerability", s.Vulnerability)
	in.amount("loss", s.Loss)
	in.require(s.Externality >= 0, "externality", s.Externality, "a number of at least 0")
	return in.figure(func() float64 { return (1 + s.Externality) * s.Vulnerability * s.Loss / math.E })
}
