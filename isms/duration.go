package isms

import (
	"fmt"
	"strings"
	"time"
)

// Duration is a span of the calendar as ISO 8601 writes it: "P1Y", "P3M",
// "P2W", "P10D", "P1Y6M". Years and weeks are folded into months and days. It
// says how often something is due: a review, a test, a collection of evidence.
// The zero Duration means not stated.
type Duration struct {
	months, days int32
}

// mostUnits is the largest number of one unit: ten thousand years in days.
const mostUnits = 3_652_425

// Months returns a duration of n calendar months. A negative number counts as
// 0, one beyond ten thousand years as that.
func Months(n int) Duration { return Duration{months: clamp(n)} }

// Days returns a duration of n days, within the bounds of Months.
func Days(n int) Duration { return Duration{days: clamp(n)} }

func clamp(n int) int32 { return int32(min(max(n, 0), mostUnits)) }

// ParseDuration reads an ISO 8601 duration of years, months, weeks and days,
// each a whole number, at most once and in that order, at least one of them.
func ParseDuration(s string) (Duration, error) {
	bad := fmt.Errorf("isms: duration: got %q, want an ISO 8601 duration such as P1Y, P6M, P2W or P30D", clip(s))
	rest, ok := strings.CutPrefix(s, "P")
	if !ok || rest == "" {
		return Duration{}, bad
	}
	var months, days int
	for units := "YMWD"; rest != ""; {
		end := strings.IndexAny(rest, units)
		if end < 1 || end > 7 {
			return Duration{}, bad
		}
		n, ok := digits(rest[:end])
		if !ok || n > mostUnits {
			return Duration{}, bad
		}
		switch rest[end] {
		case 'Y':
			months += 12 * n
		case 'M':
			months += n
		case 'W':
			days += 7 * n
		case 'D':
			days += n
		}
		units = units[strings.IndexByte(units, rest[end])+1:]
		rest = rest[end+1:]
		if units == "" && rest != "" {
			return Duration{}, bad
		}
	}
	if months > mostUnits || days > mostUnits || months+days == 0 {
		return Duration{}, bad
	}
	return Duration{clamp(months), clamp(days)}, nil
}

// String returns the canonical form: whole years, months, whole weeks where
// the days are a multiple of seven, else days.
func (d Duration) String() string {
	if d.IsZero() {
		return ""
	}
	var b strings.Builder
	b.WriteByte('P')
	if years := d.months / 12; years > 0 {
		fmt.Fprintf(&b, "%dY", years)
	}
	if months := d.months % 12; months > 0 {
		fmt.Fprintf(&b, "%dM", months)
	}
	switch {
	case d.days == 0:
	case d.days%7 == 0:
		fmt.Fprintf(&b, "%dW", d.days/7)
	default:
		fmt.Fprintf(&b, "%dD", d.days)
	}
	return b.String()
}

// MarshalText writes the duration as String does.
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the duration as ParseDuration does; empty text is the
// zero Duration.
func (d *Duration) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Duration{}
		return nil
	}
	parsed, err := ParseDuration(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// IsZero reports whether the duration is not stated.
func (d Duration) IsZero() bool { return d == Duration{} }

// After returns the date at the end of the duration that begins at date. A
// month that lacks the day ends on its last one: a month after 31 January is
// 28 or 29 February. It is the zero Date where date or d is not stated, and
// where the result leaves the years 1 to 9999.
func (d Duration) After(date Date) Date {
	if date.IsZero() || d.IsZero() {
		return Date{}
	}
	t := date.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(d.months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return DateOf(first.AddDate(0, 0, min(t.Day(), last)-1+int(d.days)))
}
