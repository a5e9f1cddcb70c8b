package copula

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/quantile"
)

// A Copula makes scores depend on each other. [Gaussian] and [Student] make it. It
// does not change, and is safe for concurrent use.
type Copula struct {
	n       int
	factor  []float64 // the rows of the Cholesky factor
	degrees float64   // of freedom; 0 for Gaussian
	normal  *quantile.Table
	mixing  *quantile.Table // nil for Gaussian
}

// Gaussian returns the copula of normal scores with a correlation matrix. It is an
// error if that is none of at most [Most] variables; of type *[IndefiniteError] if an
// eigenvalue is below 0.
func Gaussian(correlation [][]float64) (*Copula, error) {
	m, err := checked(correlation)
	if err != nil {
		return nil, err
	}
	factor, ok := m.cholesky()
	if !ok {
		e := &IndefiniteError{Eigenvalues: m.decompose().descending()}
		if m.n <= offered {
			e.Nearest = m.nearest(float64(m.n)/digits, closeBy).rounded().rows()
		}
		return nil, e
	}
	standard, err := dist.NewNormal(0, 1)
	if err != nil {
		return nil, err
	}
	normal, err := quantile.Build(standard)
	if err != nil {
		return nil, err
	}
	return &Copula{n: m.n, factor: factor, normal: normal}, nil
}

// Student returns the copula of scores of Student's t with some degrees of freedom,
// above 2 and at most 1e6, and a correlation matrix. Up to 2 there would be no
// correlation; beyond 1e6 it is Gaussian. Errors are those of [Gaussian] too.
func Student(correlation [][]float64, degrees float64) (*Copula, error) {
	if !(degrees > 2 && degrees <= 1e6) {
		return nil, fmt.Errorf("copula: degrees of freedom: got %v, want above 2, to 1e6", degrees)
	}
	c, err := Gaussian(correlation)
	if err != nil {
		return nil, err
	}
	c.degrees = degrees
	chi, err := dist.NewGamma(float64(degrees/2), 2)
	if err != nil {
		return nil, err
	}
	c.mixing, err = quantile.Build(mixing{chi, degrees})
	return c, err
}

// Normals sets scores to the independent normal draws of words, as far as there
// are both.
func (c *Copula) Normals(scores []float64, words []uint64) { c.normal.Fill(scores, words) }

// Words sets words to what stands for the probability of less than a score, as
// package quantile takes it, as far as there are both. It takes some 50 ns a
// score, for Student's t some hundred.
func (c *Copula) Words(words []uint64, scores []float64) {
	for i := range min(len(words), len(scores)) {
		words[i] = c.word(scores[i])
	}
}

func (c *Copula) word(score float64) uint64 {
	if c.mixing == nil {
		return quantile.Word(mathx.NormCDF(score), mathx.NormSurvival(score))
	}
	return quantile.Word(mathx.StudentCDF(c.degrees, score), mathx.StudentSurvival(c.degrees, score))
}

// score returns what has p below it and q above, of which the lesser decides.
func (c *Copula) score(p, q float64) float64 {
	switch student := c.mixing != nil; {
	case !student && p <= q:
		return mathx.NormQuantile(p)
	case !student:
		return mathx.NormSurvivalInv(q)
	case p <= q:
		return mathx.StudentQuantile(c.degrees, p)
	}
	return mathx.StudentSurvivalInv(c.degrees, q)
}

// A mixing is the distribution of √(ν/W), W chi-square with ν degrees of freedom:
// by it a normal variable becomes Student's t. It has what a table asks for; the
// moments are those of W.
type mixing struct {
	dist.Gamma

	degrees float64
}

// of returns √(ν/w), which is its own inverse: √(ν/x) squared is ν/x².
func (d mixing) of(w float64) float64 { return math.Sqrt(d.degrees / w) }

func (d mixing) back(x float64) float64 { return d.degrees / x / x }

func (d mixing) CDF(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return d.Gamma.Survival(d.back(x))
}

func (d mixing) Survival(x float64) float64 {
	if x <= 0 {
		return 1
	}
	return d.Gamma.CDF(d.back(x))
}

func (d mixing) Density(x float64) float64 {
	if x <= 0 {
		return 0
	}
	w := d.back(x)
	return float64(d.Gamma.Density(w)*float64(2*w)) / x
}

func (d mixing) Quantile(p float64) float64 { return d.of(d.Gamma.Upper(p)) }
func (d mixing) Upper(q float64) float64    { return d.of(d.Gamma.Quantile(q)) }

func (d mixing) Support() (low, high float64) { return 0, math.Inf(1) }
func (d mixing) String() string               { return fmt.Sprintf("√(ν/χ²), ν = %v", d.degrees) }
