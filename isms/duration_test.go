package isms_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
)

func TestParseDuration(t *testing.T) {
	for s, canonical := range map[string]string{
		"P1Y":         "P1Y",
		"P12M":        "P1Y",
		"P18M":        "P1Y6M",
		"P1Y6M":       "P1Y6M",
		"P3M":         "P3M",
		"P2W":         "P2W",
		"P14D":        "P2W",
		"P10D":        "P10D",
		"P1W3D":       "P10D",
		"P1Y2M3W4D":   "P1Y2M25D",
		"P0Y1D":       "P1D",
		"P007D":       "P1W",
		"P3652425D":   "P521775W",
		"P304368Y9M":  "P304368Y9M", // the longest of each unit
		"P0Y0M0W001D": "P1D",
	} {
		d, err := isms.ParseDuration(s)
		require.NoError(t, err, s)
		require.Equal(t, canonical, d.String(), s)
		again, err := isms.ParseDuration(canonical)
		require.NoError(t, err)
		require.Equal(t, d, again)
	}
	for _, s := range []string{
		"", "P", "1Y", "p1Y", "P1", "PY", "P1.5M", "P1,5M", "P-1M", "-P1M", "+P1M", "P1M1Y", "P1D1W", "P1D1D", "P1Y1Y",
		"PT1H", "P1DT1H", "P1S", "P0D", "P0Y0M", "P1Y ", " P1Y", "P1Y\n", "P3652426D", "P304369Y", "P12345678D", "P１Y", "P1Y6", "yearly",
		"P521776W", "P" + strings.Repeat("1", 100) + "Y",
	} {
		d, err := isms.ParseDuration(s)
		require.ErrorContains(t, err, "want an ISO 8601 duration", s)
		require.Zero(t, d)
	}
}

func TestMonthsAndDays(t *testing.T) {
	require.Equal(t, "P1Y3M", isms.Months(15).String())
	require.Equal(t, "P10D", isms.Days(10).String())
	require.Zero(t, isms.Months(0))
	require.Zero(t, isms.Days(-5), "a span does not run backwards")
	for _, most := range []isms.Duration{isms.Months(math.MaxInt), isms.Days(math.MaxInt)} {
		again, err := isms.ParseDuration(most.String())
		require.NoError(t, err)
		require.Equal(t, most, again)
	}
}

func TestTextOfNoDuration(t *testing.T) {
	var none isms.Duration
	require.True(t, none.IsZero())
	require.Empty(t, none.String())
	text, err := none.MarshalText()
	require.NoError(t, err)
	require.Empty(t, text)
	d := isms.Days(1)
	require.NoError(t, d.UnmarshalText(nil))
	require.Zero(t, d)
	d = isms.Days(1)
	require.Error(t, d.UnmarshalText([]byte("daily")))
	require.Equal(t, isms.Days(1), d, "an error leaves it as it was")
}

func TestDurationAfter(t *testing.T) {
	for _, c := range []struct{ from, duration, want string }{
		{"2026-11-21", "P1D", "2026-11-22"},
		{"2026-11-21", "P2W", "2026-12-05"},
		{"2026-11-21", "P1M", "2026-12-21"},
		{"2026-11-21", "P1Y", "2027-11-21"},
		// A month that lacks the day ends on its last one.
		{"2026-01-31", "P1M", "2026-02-28"},
		{"2024-01-31", "P1M", "2024-02-29"},
		{"2026-01-29", "P1M", "2026-02-28"},
		{"2026-03-31", "P1M", "2026-04-30"},
		{"2026-08-31", "P6M", "2027-02-28"},
		{"2026-01-31", "P2M", "2026-03-31"},
		{"2026-02-28", "P1M", "2026-03-28"}, // not the end of March
		{"2026-10-31", "P1M", "2026-11-30"},
		{"2026-12-31", "P2M", "2027-02-28"},
		// Leap days.
		{"2024-02-29", "P1Y", "2025-02-28"},
		{"2024-02-29", "P4Y", "2028-02-29"},
		{"1896-02-29", "P4Y", "1900-02-28"},
		{"1996-02-29", "P4Y", "2000-02-29"},
		{"2025-02-28", "P3Y", "2028-02-28"},
		{"2024-02-28", "P1D", "2024-02-29"},
		{"2024-02-29", "P365D", "2025-02-28"},
		{"2024-02-28", "P365D", "2025-02-27"},
		// Months come first, days are counted from there.
		{"2026-01-31", "P1M1D", "2026-03-01"},
		{"2024-01-31", "P1M1D", "2024-03-01"},
		// The ends of the calendar.
		{"0001-01-01", "P9998Y", "9999-01-01"},
		{"0001-12-31", "P9998Y", "9999-12-31"},
		{"9998-12-31", "P1Y", "9999-12-31"},
		{"9999-12-31", "P1D", ""},
		{"9999-12-01", "P1M", ""},
		{"0001-01-01", "P9999Y", ""},
		{"2026-11-21", "P3652425D", ""},
		{"2026-11-21", "P304368Y", ""},
	} {
		d, err := isms.ParseDuration(c.duration)
		require.NoError(t, err)
		require.Equal(t, c.want, d.After(date(t, c.from)).String(), "%s after %s", c.duration, c.from)
	}
	require.Zero(t, isms.Duration{}.After(date(t, "2026-11-21")))
	require.Zero(t, isms.Days(1).After(isms.Date{}))
}

// TestLaterStartsEndLater: the day after which something is due never moves
// back because it began later.
func TestLaterStartsEndLater(t *testing.T) {
	for _, d := range []isms.Duration{isms.Days(1), isms.Months(1), isms.Months(6), isms.Months(12), isms.Months(23)} {
		day := date(t, "2023-12-01")
		for range 3 * 366 {
			next := day.AddDays(1)
			require.False(t, d.After(next).Before(d.After(day)), "%s after %s", d, next)
			require.True(t, d.After(day).After(day))
			day = next
		}
	}
}
