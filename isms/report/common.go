package report

import (
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// common is a level in the terms of another method, by a harmonization that was
// approved by the date.
type common struct {
	use    isms.MethodInUse // of the method whose terms these are
	rating risk.Rating      // coordinates "" where they are not mapped
	rank   int
	label  string
}

// inCommon puts a level in common terms; zero where nothing says how.
func (r *reader) inCommon(l level) common {
	if l.Use == nil || l.IsZero() || l.Rating().Method != l.Use.Method.Ref() {
		return common{}
	}
	use, h, ok := r.v.Harmonized(*l.Use)
	if !ok {
		return common{}
	}
	own := l.coordinates()
	own.Method, own.Level = l.Use.Method.Ref(), l.Level
	rating, ok := h.Rating(own)
	rank, known := use.Method.Rank(rating.Level)
	if !ok || !known {
		return common{}
	}
	rating.Method = use.Method.Ref()
	of, _ := use.Method.Level(rating.Level)
	return common{use: use, rating: rating, rank: rank, label: seen(of.Label, of.ID)}
}

// shared reports whether the level stands among those of another method.
func (l level) shared() bool { return l.common.rating.Level != "" }

// terms names the method in whose terms the level is put in order: the common
// one, else its own.
func (l level) terms() string {
	if l.shared() {
		return l.common.rating.Method.String()
	}
	return l.method
}

// rank is the place of the level in those terms.
func (l level) rank() int {
	if l.shared() {
		return l.common.rank
	}
	return l.Rank
}

// word is what the level is called in those terms.
func (l level) word() string {
	if l.shared() {
		return l.common.label
	}
	return l.label()
}

// place returns the method on whose heat map the level stands, and where: the
// common one where likelihood and consequence are mapped too.
func (l level) place() (risk.Method, risk.Rating) {
	if l.common.rating.Likelihood != "" && l.common.rating.Consequence != "" {
		return l.common.use.Method, l.common.rating
	}
	rating := l.coordinates()
	rating.Method = l.Rating().Method
	return l.Use.Method, rating
}

// commonWord is what the column of common levels says: of a method whose terms
// are the common ones its own level, of a harmonization without such a method
// its word.
func (r *reader) commonWord(l level) string {
	switch {
	case l.shared() || r.orders[l.terms()].shared:
		return l.word()
	case l.Use == nil || l.Use.Version.Harmonization.To != "" || !l.Use.Version.Harmonization.Approval.InForce(r.at):
		return ""
	}
	for _, c := range l.Use.Version.Harmonization.Levels {
		if c.Level == l.Level {
			return c.Common
		}
	}
	return ""
}

// ordering is the method in whose terms risks are put in order.
type ordering struct {
	title  string
	shared bool // by risks of another method too
}

// note keeps whose terms a level is in.
func (r *reader) note(l level) {
	t := r.orders[l.terms()]
	if l.shared() {
		t.title, t.shared = l.common.use.Method.Title, true
	} else if l.Use != nil && l.Use.Method.Ref().String() == l.method {
		t.title = l.Use.Method.Title
	}
	r.orders[l.terms()] = t
}

// ordered names the terms of a level for people.
func (r *reader) ordered(l level) string {
	t := r.orders[l.terms()]
	name := titled(t.title, l.terms())
	if t.shared {
		return "in terms of " + name
	}
	return "rated by " + name
}
