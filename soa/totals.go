package soa

import "github.com/ismskit/ismskit/isms"

// Totals counts entries: all of them, by necessity, and the necessary ones by
// status.
type Totals struct {
	Controls       int `json:"controls"`
	Necessary      int `json:"necessary"`
	Excluded       int `json:"excluded"`
	Undecided      int `json:"undecided"`
	Implemented    int `json:"implemented"`
	Partial        int `json:"partial"`
	Planned        int `json:"planned"`
	NotImplemented int `json:"notImplemented"`
}

// ThemeTotals are the totals of the entries under one heading, see
// Entry.Theme.
type ThemeTotals struct {
	Theme string `json:"theme"`
	Totals
}

// Totals counts the entries of the statement.
func (s Statement) Totals() Totals {
	var t Totals
	for _, e := range s.Entries {
		t.count(e)
	}
	return t
}

// TotalsByTheme counts the entries under each heading, in the order of the
// statement.
func (s Statement) TotalsByTheme() []ThemeTotals {
	var list []ThemeTotals
	place := make(map[string]int)
	for _, e := range s.Entries {
		theme := e.Theme()
		i, ok := place[theme]
		if !ok {
			i = len(list)
			place[theme] = i
			list = append(list, ThemeTotals{Theme: theme})
		}
		list[i].count(e)
	}
	return list
}

func (t *Totals) count(e Entry) {
	t.Controls++
	switch e.Inclusion {
	case isms.Included:
		t.Necessary++
	case isms.Excluded:
		t.Excluded++
		return
	default:
		t.Undecided++
		return
	}
	switch e.Status {
	case Implemented:
		t.Implemented++
	case Partial:
		t.Partial++
	case Planned:
		t.Planned++
	default:
		t.NotImplemented++
	}
}
