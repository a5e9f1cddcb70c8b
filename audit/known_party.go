package audit

import "github.com/ismskit/ismskit/isms"

// filled reports whether a tenure covers a day.
func filled(t isms.Tenure, day isms.Date) bool {
	return !day.Before(t.From) && (t.Until.IsZero() || !day.After(t.Until))
}

// vacant reports whether nobody holds a role on a day, not even as deputy.
func vacant(r isms.Role, day isms.Date) bool {
	for _, t := range r.Holders {
		if filled(t, day) {
			return false
		}
	}
	return true
}

// held reports whether a party held a role on a day, as holder or deputy.
func (k *known) held(who, role isms.Party, day isms.Date) bool {
	r, _ := isms.Find[isms.Role](k.view, role.Ref())
	for _, t := range r.Holders {
		if t.Who == who && filled(t, day) {
			return true
		}
	}
	return false
}

// decidedAs reports whether a decision was taken by a party or for it: in its
// own name, by who held that role on the day, or by the role that it held.
func (k *known) decidedAs(d isms.Decision, as isms.Party) bool {
	return d.By == as || d.For == as || k.held(d.By, as, d.On) || k.held(as, d.By, d.On)
}
