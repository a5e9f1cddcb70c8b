package tolerance_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/tolerance"
)

func curve(t *testing.T, points ...tolerance.Point) tolerance.Curve {
	t.Helper()
	c, err := tolerance.New(points)
	require.NoError(t, err)
	return c
}

func TestProbability(t *testing.T) {
	c := curve(t, tolerance.Point{1e4, 0.5}, tolerance.Point{1e6, 0.1}, tolerance.Point{1e6, 0.05}, tolerance.Point{1e7, 0.05}, tolerance.Point{1e8, 0})
	for loss, want := range map[float64]float64{
		1e4: 0.5, 1e5: 0.3, 1e6: 0.05, 3e6: 0.05, 1e7: 0.05, math.Sqrt(1e15): 0.025, 1e8: 0,
	} {
		p, ok := c.Probability(loss)
		require.True(t, ok)
		require.InDelta(t, want, p, 1e-12, "%g", loss)
	}
	for _, loss := range []float64{0, 9e3, 1.1e8, -1, math.NaN()} {
		_, ok := c.Probability(loss)
		require.False(t, ok, "%g", loss)
	}
	for p, want := range map[float64]float64{0.5: 1e4, 0.3: 1e5, 0.1: 1e6, 0.07: 1e6, 0.05: 1e6, 0.025: math.Sqrt(1e15), 0: 1e8} {
		loss, ok := c.Loss(p)
		require.True(t, ok)
		require.InEpsilon(t, want, loss, 1e-12, "%g", p)
	}
	for _, p := range []float64{0.6, -0.1, math.NaN()} {
		_, ok := c.Loss(p)
		require.False(t, ok, "%g", p)
	}
}

// TestAnyLoss has a point of the loss 0: how likely there is any.
func TestAnyLoss(t *testing.T) {
	c := curve(t, tolerance.Point{0, 0.4}, tolerance.Point{1e4, 0.2})
	for loss, want := range map[float64]float64{0: 0.4, 1: 0.4, 9999: 0.4, 1e4: 0.2} {
		p, ok := c.Probability(loss)
		require.True(t, ok)
		require.InDelta(t, want, p, 0)
	}
	for p, want := range map[float64]float64{0.9: 0, 0.4: 0, 0.3: 1e4, 0.2: 1e4} {
		loss, ok := c.Loss(p)
		require.True(t, ok)
		require.InDelta(t, want, loss, 0, "%g", p)
	}
}

// TestCompare has a risk that is over the tolerance from 31,623 to 316,228.
func TestCompare(t *testing.T) {
	tolerated := curve(t, tolerance.Point{1e4, 0.4}, tolerance.Point{1e5, 0.2}, tolerance.Point{1e6, 0.1})
	risk := curve(t, tolerance.Point{1e3, 0.5}, tolerance.Point{1e4, 0.3}, tolerance.Point{1e5, 0.3}, tolerance.Point{1e6, 0})
	got := tolerance.Compare(risk, tolerated)
	require.Equal(t, []tolerance.Range(nil), got.Open)
	require.False(t, got.Within)
	require.Equal(t, tolerance.Range{From: 1e4, To: 1e6}, got.Compared)
	require.Len(t, got.Over, 1)
	require.InEpsilon(t, math.Sqrt(1e9), got.Over[0].From, 1e-12) // where 0.4 - 0.2 s = 0.3
	require.InEpsilon(t, math.Sqrt(1e11), got.Over[0].To, 1e-12)  // where 0.2 - 0.1 s = 0.3 - 0.3 s
	require.Len(t, got.Crossings, 2)
	require.InDelta(t, 0.3, got.Crossings[0].Probability, 1e-12)
	require.InDelta(t, 0.15, got.Crossings[1].Probability, 1e-12)
	require.Equal(t, []bool{true, false}, []bool{got.Crossings[0].Over, got.Crossings[1].Over})
	require.InDelta(t, 1e5, got.Difference.Loss, 0)
	require.InDelta(t, 0.1, got.Difference.Difference, 1e-15)
	require.InDelta(t, 1.5, got.Ratio.Ratio, 1e-12)
	require.InEpsilon(t, math.Pow(10, 5+1./3), got.Difference.Exceeded, 1e-12) // 0.3 - 0.3 s = 0.2
	// At the probability p from 0.15 to 0.2 tolerated are 10^(7-10p), exceeded
	// 10^(6-p/0.3): the difference is largest where their derivatives agree.
	best := 0.0
	for p := 0.1501; p < 0.3; p += 1e-6 {
		tol := math.Pow(10, 7-10*p)
		if p > 0.2 {
			tol = math.Pow(10, 6-5*p)
		}
		best = max(best, math.Pow(10, 6-p/0.3)-tol)
	}
	require.InEpsilon(t, best, got.Excess.Exceeded-got.Excess.Loss, 1e-9)
}

func TestComparisons(t *testing.T) {
	tolerated := curve(t, tolerance.Point{1e4, 0.4}, tolerance.Point{1e6, 0.1})
	for name, c := range map[string]struct {
		risk   []tolerance.Point
		within bool
		over   []tolerance.Range
		open   []tolerance.Range
	}{
		"below":            {[]tolerance.Point{{1e3, 0.3}, {1e6, 0.05}}, true, nil, nil},
		"equal":            {[]tolerance.Point{{1e4, 0.4}, {1e6, 0.1}}, true, nil, nil},
		"above":            {[]tolerance.Point{{1e3, 1}, {1e6, 0.5}, {1e8, 0}}, false, []tolerance.Range{{1e4, math.Pow(10, 7.6)}}, nil},
		"ends too soon":    {[]tolerance.Point{{1e3, 0.3}, {1e5, 0.2}}, false, nil, []tolerance.Range{{From: math.Pow(10, 4+4./3)}}},
		"ends below":       {[]tolerance.Point{{1e3, 0.3}, {1e5, 0.1}}, true, nil, nil},
		"begins late":      {[]tolerance.Point{{1e5, 0.2}, {1e6, 0.05}}, false, nil, []tolerance.Range{{1e4, 1e5}}},
		"begins over":      {[]tolerance.Point{{1e5, 0.3}, {1e6, 0}}, false, []tolerance.Range{{math.Pow(10, 4+2./3), math.Pow(10, 5.0+5./15)}}, []tolerance.Range{{1e4, math.Pow(10, 4+2./3)}}},
		"any loss":         {[]tolerance.Point{{0, 0.35}, {1e5, 0.2}, {1e6, 0.05}}, false, []tolerance.Range{{math.Pow(10, 4+1./3), 1e5}}, nil},
		"step":             {[]tolerance.Point{{1e3, 0.3}, {1e6, 0.3}, {1e6, 0}}, false, []tolerance.Range{{math.Pow(10, 4+2./3), 1e6}}, nil},
		"elsewhere, small": {[]tolerance.Point{{1, 0.9}, {10, 0.05}}, true, nil, nil},
		"elsewhere, open":  {[]tolerance.Point{{1, 0.9}, {10, 0.3}}, false, nil, []tolerance.Range{{From: math.Pow(10, 4+2./3)}}},
		"elsewhere, large": {[]tolerance.Point{{1e7, 0.2}, {1e8, 0.05}}, false, []tolerance.Range{{math.Pow(10, 4+4./3), math.Pow(10, 7+2./3)}}, []tolerance.Range{{1e4, math.Pow(10, 4+4./3)}}},
	} {
		t.Run(name, func(t *testing.T) {
			got := tolerance.Compare(curve(t, c.risk...), tolerated)
			require.Equal(t, c.within, got.Within)
			near(t, c.over, got.Over)
			near(t, c.open, got.Open)
			require.Equal(t, c.over != nil, got.Difference != nil)
			require.NotEmpty(t, got.String())
			_, err := json.Marshal(got)
			require.NoError(t, err)
		})
	}
	require.Equal(t, tolerance.Comparison{}, tolerance.Compare(tolerance.Curve{}, tolerated))
}

func near(t *testing.T, want, got []tolerance.Range) {
	t.Helper()
	require.Len(t, got, len(want), "%v", got)
	for i, r := range want {
		require.InEpsilon(t, r.From, got[i].From, 1e-12, "%v", got)
		require.InDelta(t, r.To, got[i].To, 1e-12*r.To, "%v", got)
	}
}

func TestNothingMore(t *testing.T) {
	tolerated := curve(t, tolerance.Point{1e5, 0.1}, tolerance.Point{1e6, 0.05}, tolerance.Point{1e6, 0})
	risk := curve(t, tolerance.Point{1e5, 0.05}, tolerance.Point{1e7, 0.01})
	got := tolerance.Compare(risk, tolerated)
	near(t, []tolerance.Range{{1e6, 1e7}}, got.Over)
	near(t, []tolerance.Range{{From: 1e7}}, got.Open)
	require.Zero(t, got.Ratio.Ratio)
	require.InDelta(t, 0.03, got.Difference.Difference, 1e-12)
}

// random returns a curve with steps, level parts and a point of the loss 0.
func random(t *testing.T, r *rand.Rand) tolerance.Curve {
	t.Helper()
	var points []tolerance.Point
	loss, p := math.Pow(10, 4*r.Float64()), 0.9*r.Float64()+0.05
	if r.IntN(2) == 0 {
		points = append(points, tolerance.Point{0, p})
	}
	for range 1 + r.IntN(6) {
		if r.IntN(4) > 0 {
			p *= r.Float64()
		}
		points = append(points, tolerance.Point{loss, p})
		if r.IntN(4) > 0 {
			loss *= math.Pow(10, 2*r.Float64())
		}
	}
	return curve(t, points...)
}

// TestSlowly compares random curves at many losses, one by one.
func TestSlowly(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	overs := 0
	for range 800 {
		risk, tolerated := random(t, r), random(t, r)
		got := tolerance.Compare(risk, tolerated)
		most, times, farthest := 0.0, 0.0, 0.0
		for log := -0.5; log < 14; log += 0.013 {
			x := math.Pow(10, log)
			a, b, known := both(risk, tolerated, x)
			if !known {
				continue
			}
			require.Equal(t, a > b, held(got.Over, x), "%g: %g against %g: %v\n%v\n%v", x, a, b, got, risk.Points(), tolerated.Points())
			require.False(t, held(got.Open, x), "%g is known: %v", x, got)
			if a <= b {
				continue
			}
			overs++
			most, times = max(most, a-b), max(times, a/b)
			if y, ok := risk.Loss(b); ok {
				farthest = max(farthest, y-x)
			}
		}
		if most > 0 {
			require.GreaterOrEqual(t, got.Difference.Difference, most-1e-12)
			require.True(t, got.Ratio.Ratio == 0 || got.Ratio.Ratio >= times*(1-1e-12))
		}
		if farthest > 0 {
			require.GreaterOrEqual(t, got.Excess.Exceeded-got.Excess.Loss, farthest*(1-1e-9))
		}
	}
	require.Greater(t, overs, 30_000)
}

// both returns the probabilities of risk and tolerance at a loss; known is false
// where one of them says nothing.
func both(risk, tolerated tolerance.Curve, x float64) (a, b float64, known bool) {
	a, known = risk.Probability(x)
	points := tolerated.Points()
	if last := points[len(points)-1]; x > last.Loss {
		return a, last.Probability, known
	}
	b, stated := tolerated.Probability(x)
	return a, b, known && stated
}

func held(ranges []tolerance.Range, x float64) bool {
	return slices.ContainsFunc(ranges, func(o tolerance.Range) bool { return o.From <= x && (x <= o.To || o.To == 0) })
}

// TestCurrency holds that another currency changes losses alone.
func TestCurrency(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		a, b := random(t, r), random(t, r)
		by := func(c tolerance.Curve) tolerance.Curve {
			points := c.Points()
			for i := range points {
				points[i].Loss *= 1000
			}
			return curve(t, points...)
		}
		want, got := tolerance.Compare(a, b), tolerance.Compare(by(a), by(b))
		require.Len(t, got.Over, len(want.Over))
		for i, o := range want.Over {
			require.InDelta(t, o.From*1000, got.Over[i].From, 1e-9*o.From*1000)
		}
		if want.Difference != nil {
			require.InDelta(t, want.Difference.Difference, got.Difference.Difference, 1e-12)
		}
	}
}

func TestShare(t *testing.T) {
	tolerated := curve(t, tolerance.Point{1e4, 0.4}, tolerance.Point{1e6, 0.1})
	family := []tolerance.Curve{
		curve(t, tolerance.Point{1e3, 0.3}, tolerance.Point{1e6, 0.05}), // below
		curve(t, tolerance.Point{1e3, 1}, tolerance.Point{1e7, 0.2}),    // above
		curve(t, tolerance.Point{1e3, 0.3}, tolerance.Point{1e5, 0.2}),  // nobody knows at 1e6
		curve(t, tolerance.Point{1e5, 0.5}, tolerance.Point{1e6, 0}),    // above at 1e5, so at 1e4 too
	}
	s, err := tolerance.Share(family, tolerated)
	require.NoError(t, err)
	require.Equal(t, []int{4, 2, 1}, []int{s.Curves, s.Over, s.Open})
	require.InDelta(t, 0.5, s.Share, 0)
	require.InDeltaSlice(t, []float64{0.0676, 0.9324}, []float64{s.Low, s.High}, 5e-5) // Clopper and Pearson, 2 of 4
	require.Equal(t, []int{2, 1}, []int{s.At[0].Over, s.At[1].Over})
	require.Equal(t, []int{0, 1}, []int{s.At[0].Open, s.At[1].Open})
}

func TestErrors(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for name, c := range map[string]struct {
		points []tolerance.Point
		want   string
	}{
		"none":          {nil, "tolerance: points: got 0, want 1 to 100000"},
		"too many":      {make([]tolerance.Point, 100_001), "tolerance: points: got 100001, want 1 to 100000"},
		"no loss":       {[]tolerance.Point{{0, 0.5}}, "tolerance: points: got none of a loss above 0, want one at least"},
		"negative":      {[]tolerance.Point{{-1, 0.5}}, "tolerance: points/0/loss: got -1, want a finite number of at least 0"},
		"infinite":      {[]tolerance.Point{{1, 0.5}, {inf, 0.4}}, "tolerance: points/1/loss: got +Inf, want a finite number of at least 1"},
		"NaN":           {[]tolerance.Point{{nan, 0.5}}, "tolerance: points/0/loss: got NaN, want a finite number of at least 0"},
		"falling":       {[]tolerance.Point{{2, 0.5}, {1, 0.4}}, "tolerance: points/1/loss: got 1, want a finite number of at least 2"},
		"percent":       {[]tolerance.Point{{1, 50}}, "tolerance: points/0/probability: got 50, want a probability from 0 to 1"},
		"rising":        {[]tolerance.Point{{1, 0.5}, {2, 0.6}}, "tolerance: points/1/probability: got 0.6, want a probability from 0 to 0.5"},
		"no number":     {[]tolerance.Point{{1, nan}}, "tolerance: points/0/probability: got NaN, want a probability from 0 to 1"},
		"below nothing": {[]tolerance.Point{{1, -0.1}}, "tolerance: points/0/probability: got -0.1, want a probability from 0 to 1"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := tolerance.New(c.points)
			require.EqualError(t, err, c.want)
			require.Equal(t, tolerance.Curve{}, got)
		})
	}
	_, err := tolerance.Share(nil, tolerance.Curve{})
	require.EqualError(t, err, "tolerance: family: got 0 curves, want 1 to 100000")
	_, err = tolerance.Share([]tolerance.Curve{{}}, tolerance.Curve{})
	require.EqualError(t, err, "tolerance: family/0: got no points, want a curve")
}

// TestPointsOfAnother makes a curve of the points of another package, as they
// are.
func TestPointsOfAnother(t *testing.T) {
	type other struct {
		Loss        float64 `json:"loss"`
		Probability float64 `json:"probability"`
	}
	c, err := tolerance.New([]other{{1e5, 0.2}, {1e6, 0.1}})
	require.NoError(t, err)
	require.Equal(t, []tolerance.Point{{1e5, 0.2}, {1e6, 0.1}}, c.Points())
}
