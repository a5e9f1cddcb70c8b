package isms_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
)

// generated is a System of that number.
func generated(seed uint64) isms.System {
	return ismstest.Generate(rand.New(rand.NewPCG(seed, 8)))
}

// since says what holds from a day on. The first of a timeline has no day: it
// holds from the beginning of the calendar.
type since struct {
	day string
	is  any
}

// timeline holds that got returns what the steps say: on the day of each, the
// day before and the day after, and at both ends of the calendar.
func timeline(t *testing.T, got func(isms.Date) any, steps ...since) {
	t.Helper()
	require.Equal(t, steps[0].is, got(date(t, "0001-01-01")))
	before := steps[0].is
	for i, s := range steps[1:] {
		day := date(t, s.day)
		require.Equal(t, before, got(day.AddDays(-1)), "the day before %s", day)
		require.Equal(t, s.is, got(day), "on %s", day)
		if i+2 == len(steps) || steps[i+2].day != day.AddDays(1).String() {
			require.Equal(t, s.is, got(day.AddDays(1)), "the day after %s", day)
		}
		before = s.is
	}
	require.Equal(t, before, got(date(t, "9999-12-31")))
}

// party reads "role/ciso"; empty text is nobody.
func party(s string) isms.Party {
	var p isms.Party
	if err := p.UnmarshalText([]byte(s)); err != nil {
		panic(err) // the test is wrong
	}
	return p
}
