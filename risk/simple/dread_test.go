package simple_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/simple"
)

// TestDREAD goes through all 100,000 combinations.
func TestDREAD(t *testing.T) {
	sums, means := simple.DREADSum(), simple.DREADMean()
	var n [5]int
	for k := range 100_000 {
		for i, rest := 0, k; i < 5; i, rest = i+1, rest/10 {
			n[i] = rest%10 + 1
		}
		sum := n[0] + n[1] + n[2] + n[3] + n[4]
		x := simple.DREAD{Damage: n[0], Reproducibility: n[1], Exploitability: n[2], AffectedUsers: n[3], Discoverability: n[4]}
		got, err := x.Rate()
		want := simple.DREADScore{Sum: sum, Mean: float64(sum) / 5, Level: slowLevel(float64(sum) / 5)}
		if err != nil || got != want {
			t.Fatalf("%v: got %v, %v, want %v", x, got, err, want)
		}
		in := x.Inputs()
		a, errA := sums.Rate(in)
		b, errB := means.Rate(in)
		if errA != nil || errB != nil || a.Level != strconv.Itoa(sum) || b.Level != want.Level {
			t.Fatalf("%v: got %v, %v and %v, %v, want %v", x, a, errA, b, errB, want)
		}
	}
}

func TestDREADExplain(t *testing.T) {
	e, err := simple.DREAD{Damage: 8, Reproducibility: 10, Exploitability: 10, AffectedUsers: 9, Discoverability: 8}.Explain()
	require.NoError(t, err)
	require.Len(t, e.Reasons, 1)
	sum := 0.0
	for _, term := range e.Reasons[0].Terms {
		require.InDelta(t, 1.0, term.Weight, 0)
		sum += term.Number
	}
	require.InDelta(t, sum/5, *e.Reasons[0].Number, 0)
	require.Equal(t, slowLevel(sum/5), e.Rating.Level)
	require.Equal(t, "high", e.Rating.Level)
}

func TestDREADRefuses(t *testing.T) {
	full := simple.DREAD{Damage: 1, Reproducibility: 1, Exploitability: 1, AffectedUsers: 1, Discoverability: 1}
	for name, c := range map[string]struct {
		change func(x *simple.DREAD)
		want   string
	}{
		"one is missing":  {func(x *simple.DREAD) { x.AffectedUsers = 0 }, `factor "affected-users": is missing, want one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`},
		"above the scale": {func(x *simple.DREAD) { x.Damage = 11 }, `factor "damage": got "11"`},
		"below the scale": {func(x *simple.DREAD) { x.Discoverability = -3 }, `factor "discoverability": got "-3"`},
	} {
		t.Run(name, func(t *testing.T) {
			x := full
			c.change(&x)
			_, err := x.Rate()
			require.ErrorContains(t, err, c.want)
			var errs risk.InputErrors
			require.ErrorAs(t, err, &errs)
			_, err = x.Explain()
			require.ErrorContains(t, err, c.want)
			_, err = x.MarshalText()
			require.ErrorContains(t, err, c.want)
		})
	}
}
