package isms_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
)

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2026-11-21", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "1582-10-10", "0004-02-29"} {
		d, err := isms.ParseDate(s)
		require.NoError(t, err, s)
		require.Equal(t, s, d.String())
		require.False(t, d.IsZero())
		require.Equal(t, s, d.Time().Format(time.DateOnly))
	}
	for s, want := range map[string]string{
		"2026-02-29":       "want a day that the calendar has",
		"1900-02-29":       "want a day that the calendar has",
		"2026-04-31":       "want a day that the calendar has",
		"2026-13-01":       "want a day that the calendar has",
		"2026-00-10":       "want a day that the calendar has",
		"2026-01-00":       "want a day that the calendar has",
		"0000-12-31":       "want a day that the calendar has",
		"":                 "want a day as in 2026-11-21",
		"2026-1-1":         "want a day as in 2026-11-21",
		"21.11.2026":       "want a day as in 2026-11-21",
		"2026/11/21":       "want a day as in 2026-11-21",
		"2026-11-21T00:00": "want a day as in 2026-11-21",
		"+2026-11-21":      "want a day as in 2026-11-21",
		"20261121":         "want a day as in 2026-11-21",
		"10000-01-01":      "want a day as in 2026-11-21",
		"-001-01-01":       "want a day as in 2026-11-21",
		"2026-+1-01":       "want a day as in 2026-11-21",
		"２026-01":          "want a day as in 2026-11-21", // a wide digit: ten bytes, but no ten digits
	} {
		d, err := isms.ParseDate(s)
		require.ErrorContains(t, err, want, s)
		require.Zero(t, d)
	}
}

func TestNewDate(t *testing.T) {
	d, err := isms.NewDate(2026, 11, 21)
	require.NoError(t, err)
	require.Equal(t, date(t, "2026-11-21"), d)
	for _, bad := range [][3]int{
		{0, 1, 1},
		{10000, 1, 1},
		{-1, 1, 1},
		{2026, 0, 1},
		{2026, 13, 1},
		{2026, 1, 0},
		{2026, 1, 32},
		{2026, 2, 29},
		{math.MaxInt, 1, 1},
		{2026, math.MaxInt, 1},
		{2026, 1, math.MaxInt},
		{2026, math.MinInt, math.MinInt},
	} {
		d, err := isms.NewDate(bad[0], bad[1], bad[2])
		require.ErrorContains(t, err, "want a day of the calendar from year 1 to 9999")
		require.Zero(t, d)
	}
}

func TestTextOfNoDate(t *testing.T) {
	var none isms.Date
	require.True(t, none.IsZero())
	require.Empty(t, none.String())
	text, err := none.MarshalText()
	require.NoError(t, err)
	require.Empty(t, text)
	d := date(t, "2026-11-21")
	require.NoError(t, d.UnmarshalText(nil))
	require.Zero(t, d, "empty text is no date")
	d = date(t, "2026-11-21")
	require.Error(t, d.UnmarshalText([]byte("tomorrow")))
	require.Equal(t, date(t, "2026-11-21"), d, "an error leaves it as it was")
}

func TestDateOf(t *testing.T) {
	zone := time.FixedZone("UTC+14", 14*60*60)
	late := time.Date(2026, 11, 21, 23, 30, 0, 0, time.UTC)
	require.Equal(t, "2026-11-21", isms.DateOf(late).String())
	require.Equal(t, "2026-11-22", isms.DateOf(late.In(zone)).String(), "the day is that of the instant's own zone")
	require.Zero(t, isms.DateOf(time.Date(0, 12, 31, 23, 0, 0, 0, time.UTC)))
	require.Zero(t, isms.DateOf(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)))
	require.Equal(t, "9999-12-31", isms.DateOf(time.Date(9999, 12, 31, 23, 59, 0, 0, time.UTC)).String())
	require.Equal(t, "0001-01-01", isms.DateOf(time.Time{}).String())
}

func TestDatesAreOrdered(t *testing.T) {
	ascending := []isms.Date{{}, date(t, "0001-01-01"), date(t, "2025-12-31"), date(t, "2026-01-01"), date(t, "2026-01-31"), date(t, "2026-02-01"), date(t, "9999-12-31")}
	for i, a := range ascending {
		for j, b := range ascending {
			require.Equal(t, i < j, a.Before(b), "%s before %s", a, b)
			require.Equal(t, i > j, a.After(b), "%s after %s", a, b)
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			require.Equal(t, want, a.Compare(b), "%s and %s", a, b)
		}
	}
}

func TestAddDays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-11-21", 0, "2026-11-21"},
		{"2026-12-31", 1, "2027-01-01"},
		{"2026-01-01", -1, "2025-12-31"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2026-02-28", 1, "2026-03-01"},
		{"2000-03-01", -1, "2000-02-29"},
		{"1900-03-01", -1, "1900-02-28"},
		{"0001-01-01", 3652058, "9999-12-31"},
		{"9999-12-31", -3652058, "0001-01-01"},
		{"9999-12-31", 1, ""},
		{"0001-01-01", -1, ""},
		{"2026-11-21", math.MaxInt32, ""},
		{"2026-11-21", math.MaxInt, ""},
		{"2026-11-21", math.MinInt, ""},
	} {
		require.Equal(t, c.want, date(t, c.from).AddDays(c.n).String(), "%s and %d days", c.from, c.n)
	}
	require.Zero(t, isms.Date{}.AddDays(5))
}

func TestDaysSince(t *testing.T) {
	for _, c := range []struct {
		to, from string
		want     int
	}{
		{"2026-11-21", "2026-11-21", 0},
		{"2026-11-22", "2026-11-21", 1},
		{"2024-03-01", "2024-02-28", 2},
		{"2026-01-01", "2025-01-01", 365},
		{"9999-12-31", "0001-01-01", 3652058},
		{"0001-01-01", "9999-12-31", -3652058},
	} {
		require.Equal(t, c.want, date(t, c.to).DaysSince(date(t, c.from)), "%s since %s", c.to, c.from)
	}
	require.Zero(t, date(t, "2026-11-21").DaysSince(isms.Date{}))
	require.Zero(t, isms.Date{}.DaysSince(date(t, "2026-11-21")))
}

// TestDaysAddUp: days added are days between, and their order is the order of
// dates.
func TestDaysAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	first := date(t, "0001-01-01")
	for range 2000 {
		a, b := first.AddDays(r.IntN(3652059)), first.AddDays(r.IntN(3652059))
		require.Equal(t, b, a.AddDays(b.DaysSince(a)))
		require.Equal(t, a.Before(b), b.DaysSince(a) > 0)
		require.Equal(t, a, isms.DateOf(a.Time()))
	}
}
