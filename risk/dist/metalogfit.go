package dist

import (
	"fmt"
	"math"
	"strconv"
)

// check returns the error about quantiles or ends that no metalog has.
func (d Metalog) check() error {
	name := func(list string, i int) string { return list + "/" + strconv.Itoa(i) }
	switch {
	case d.terms < 2 || d.terms > mostTerms:
		return &ParamError{"metalog", "terms", strconv.Itoa(d.terms), fmt.Sprintf("2 to %d, as many as quantiles if not said", mostTerms)}
	case len(d.p) < d.terms:
		return &ParamError{"metalog", "p", strconv.Itoa(len(d.p)) + " numbers", fmt.Sprintf("at least %d, as many as terms", d.terms)}
	case len(d.x) != len(d.p):
		return &ParamError{"metalog", "x", strconv.Itoa(len(d.x)) + " numbers", fmt.Sprintf("%d, as many as in p", len(d.p))}
	case math.IsNaN(d.min) || math.IsInf(d.min, 1):
		return refuse("metalog", "min", d.min, "a finite number, or math.Inf(-1) for an open end")
	case math.IsNaN(d.max) || math.IsInf(d.max, -1):
		return refuse("metalog", "max", d.max, "a finite number, or math.Inf(1) for an open end")
	}
	p, x := 0.0, d.min
	for i := range d.p {
		if err := check("metalog",
			condition{name("p", i), d.p[i], d.p[i] > p && d.p[i] < 1, "a probability above " + number(p) + ", below 1"},
			condition{name("x", i), d.x[i], d.x[i] > x, "a number above " + number(x)},
			condition{name("x", i), d.x[i], d.x[i] < d.max, "a number below max " + number(d.max)},
			condition{name("x", i), d.x[i], finite(d.transform(d.x[i])), "a number that is farther from the end"},
		); err != nil {
			return err
		}
		p, x = d.p[i], d.x[i]
	}
	return nil
}

// renamed returns the error under the names by which another constructor has
// the parameters.
func renamed(err error, dist string, names map[string]string) error {
	e, ok := err.(*ParamError) //nolint:errorlint // it is our own, bare
	if !ok {
		return err
	}
	if name, ok := names[e.Param]; ok {
		return &ParamError{dist, name, e.Found, e.Want}
	}
	return &ParamError{dist, e.Param, e.Found, e.Want}
}

// fit returns the coefficients. What the first solution misses is solved for
// again, which brings back the digits that the first one lost.
func (d Metalog) fit() []float64 {
	rows := make([][]float64, len(d.p))
	z := make([]float64, len(d.p))
	for i, p := range d.p {
		rows[i] = basis(fraction{p, 1 - p}, d.terms)
		z[i] = d.transform(d.x[i])
	}
	a := make([]float64, d.terms)
	for range 3 {
		missed := make([]float64, len(z))
		for i, row := range rows {
			missed[i] = z[i] - dot(row, a)
		}
		for k, c := range leastSquares(rows, missed) {
			a[k] += c
		}
	}
	return a
}

// basis returns what the coefficients a1, a2, … are multiplied with in M(y).
func basis(y fraction, terms int) []float64 {
	at, t := y.offset(), logRatio(y.s, y.c)
	row := []float64{1, t, float64(at * t), at}
	power := at
	for k := 4; k < terms; k += 2 {
		power = float64(power * at)
		row = append(row, power, float64(power*t))
	}
	return row[:terms]
}

// byPower returns the coefficients of μ and s, by power.
func byPower(a []float64) (mu, s []float64) {
	for k, c := range a {
		if k == 1 || k == 2 || k > 4 && k%2 == 1 {
			s = append(s, c)
		} else {
			mu = append(mu, c)
		}
	}
	return mu, s
}

// dot returns Σ x y with an error of the last bit of the largest product.
func dot(x, y []float64) float64 {
	sum, rest := 0.0, 0.0
	for i := range x {
		product := float64(x[i] * y[i])
		rest += math.FMA(x[i], y[i], -product)
		next := sum + product
		back := next - sum
		rest += (sum - (next - back)) + (product - back)
		sum = next
	}
	return sum + rest
}

// leastSquares returns the x with the least |rows x - z|, by Householder
// reflections (Golub and Van Loan, Matrix Computations, 5.2).
func leastSquares(rows [][]float64, z []float64) []float64 {
	n := len(rows[0])
	a := make([][]float64, len(rows)) // with z as the last column
	for i, row := range rows {
		a[i] = append(append(make([]float64, 0, n+1), row...), z[i])
	}
	for k := range n {
		reflect(a, k)
	}
	x := make([]float64, n)
	for k := n - 1; k >= 0; k-- {
		x[k] = (a[k][n] - dot(a[k][k+1:n], x[k+1:])) / a[k][k]
	}
	return x
}

// reflect makes column k zero below the diagonal.
func reflect(a [][]float64, k int) {
	norm := 0.0
	for _, row := range a[k:] {
		norm += float64(row[k] * row[k])
	}
	norm = math.Copysign(math.Sqrt(norm), a[k][k])
	if norm == 0 {
		return
	}
	v := make([]float64, len(a)-k)
	for i, row := range a[k:] {
		v[i] = row[k] / norm
	}
	v[0]++
	for j := k; j < len(a[k]); j++ {
		sum := 0.0
		for i, row := range a[k:] {
			sum += float64(v[i] * row[j])
		}
		for i, row := range a[k:] {
			row[j] -= float64(v[i] * (sum / v[0]))
		}
	}
}
