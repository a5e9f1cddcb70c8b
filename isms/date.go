package isms

import (
	"fmt"
	"strings"
	"time"
)

// Date is a civil date of the proleptic Gregorian calendar, "2026-11-21", from
// year 1 to 9999. It has no time zone: what the records of a management system
// state is the day as the organization counts it. The zero Date means not
// stated. Dates are comparable with ==.
type Date struct {
	packed uint32 // year<<9 | month<<5 | day; the order of numbers is the order of dates
}

// NewDate returns the date of a year, month and day, or an error if the
// calendar has no such day.
func NewDate(year, month, day int) (Date, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Day() != day || int(t.Month()) != month {
		return Date{}, fmt.Errorf("isms: date: got %d-%d-%d, want a day of the calendar from year 1 to 9999", year, month, day)
	}
	return dateOf(t), nil
}

// DateOf returns the civil date of an instant in the instant's own time zone.
// It is the zero Date outside the years 1 to 9999.
func DateOf(t time.Time) Date {
	if y := t.Year(); y < 1 || y > 9999 {
		return Date{}
	}
	return dateOf(t)
}

func dateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{uint32(y)<<9 | uint32(m)<<5 | uint32(d)} //nolint:gosec // in range by the callers' checks
}

// ParseDate reads a date as ISO 8601 writes it: "2026-11-21".
func ParseDate(s string) (Date, error) {
	if len(s) == len("2006-01-02") && s[4] == '-' && s[7] == '-' {
		y, okYear := digits(s[:4])
		m, okMonth := digits(s[5:7])
		d, okDay := digits(s[8:])
		if okYear && okMonth && okDay {
			if date, err := NewDate(y, m, d); err == nil {
				return date, nil
			}
			return Date{}, fmt.Errorf("isms: date: got %q, want a day that the calendar has", s)
		}
	}
	return Date{}, fmt.Errorf("isms: date: got %q, want a day as in 2026-11-21", clip(s))
}

// digits reads a number of decimal digits and nothing else.
func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// String returns the date as ISO 8601 writes it, and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.packed>>9, d.packed>>5&15, d.packed&31)
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the date as ParseDate does; empty text is the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	date, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = date
	return nil
}

// IsZero reports whether the date is not stated.
func (d Date) IsZero() bool { return d.packed == 0 }

// Before reports whether d lies before other; a date that is not stated lies
// before every other.
func (d Date) Before(other Date) bool { return d.packed < other.packed }

// After reports whether d lies after other.
func (d Date) After(other Date) bool { return d.packed > other.packed }

// Compare returns -1, 0 or +1 as d lies before, on or after other.
func (d Date) Compare(other Date) int {
	switch {
	case d.packed < other.packed:
		return -1
	case d.packed > other.packed:
		return 1
	}
	return 0
}

// Time returns the start of the day in UTC.
func (d Date) Time() time.Time {
	return time.Date(int(d.packed>>9), time.Month(d.packed>>5&15), int(d.packed&31), 0, 0, 0, 0, time.UTC)
}

// AddDays returns the date n days later, or earlier for a negative n. It is
// the zero Date where d is, or where the result leaves the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	const most = 10_000 * 366 // more leads out of the calendar from any day
	if d.IsZero() || n < -most || n > most {
		return Date{}
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// DaysSince returns the number of days from other to d, negative if other is
// the later one. It is 0 if either is not stated.
func (d Date) DaysSince(other Date) int {
	if d.IsZero() || other.IsZero() {
		return 0
	}
	const day = 24 * 60 * 60
	return int((d.Time().Unix() - other.Time().Unix()) / day) // a time.Duration ends after 292 years
}

// clip keeps a quoted input short enough to read.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// within reports whether at lies in the closed interval; a bound that is not
// stated does not bound.
func within(at, from, until Date) bool {
	return !at.Before(from) && (until.IsZero() || !at.After(until))
}
