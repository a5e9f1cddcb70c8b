package audit

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// Checks of clause 6.1.3 f, the owners' acceptance of residual risks.

func acceptanceMissing(p *Pass) {
	for _, r := range p.judged {
		since, refused := p.aboveSince(r)
		left := p.view.Rate(r.RemainingAt(p.at))
		_, accepted := p.accepted(r)
		if !refused || accepted || !above(left) || !p.faced(r) {
			continue
		}
		if due, past := overdue(since, p.Graces.accept(), p.at); past {
			p.Report(Gap{
				Record: r.Ref(), Due: due,
				Message: fmt.Sprintf("What remains of the risk is %q, above the acceptance criteria, and %s.", left.Label(), p.nobody(r)),
			})
		}
	}
}

// faced reports whether the risk has an owner who could accept it, and a
// treatment that leaves something to accept: some option, but none that avoids it.
func (k *known) faced(r isms.Risk) bool {
	chosen := false
	for _, t := range k.treated(r) {
		if t.Option == isms.Avoid {
			return false
		}
		chosen = chosen || t.Option != 0
	}
	return chosen && !k.owner(r, k.at).IsZero()
}

// An accepted is a risk whose acceptance still matters: the criteria do not
// let what remains be retained anyway.
type accepted struct {
	isms.Acceptance

	risk isms.Risk
	left isms.Rated // what remains of the risk
}

// of names the risk that was accepted.
func (a accepted) of() isms.Ref { return isms.Risk{ID: a.Risk}.Ref() }

func (k *known) standing() []accepted {
	var list []accepted
	for _, r := range k.judged {
		a, ok := k.accepted(r)
		if !ok {
			continue
		}
		left := k.view.Rate(r.RemainingAt(k.at))
		if fine, _ := tolerable(left); !fine {
			list = append(list, accepted{a, r, left})
		}
	}
	return list
}

// expired reports whether the acceptance has ended before the date, and the
// last day on which that was no gap.
func (p *Pass) expired(a accepted) (due isms.Date, past bool) {
	if a.Until.IsZero() {
		return isms.Date{}, false
	}
	return overdue(a.Until, p.Graces.renew(), p.at)
}

func acceptanceExpired(p *Pass) {
	for _, a := range p.standing() {
		if due, past := p.expired(a); past {
			p.Report(Gap{
				Record: a.Ref(), Field: "/until", Due: due, Records: []isms.Ref{a.risk.Ref()},
				Message: fmt.Sprintf("The acceptance of %s ended on %s and has not been renewed.", a.of(), a.Until),
			})
		}
	}
}

// valid returns the acceptances that have not expired.
func (p *Pass) valid() []accepted {
	return slices.DeleteFunc(p.standing(), func(a accepted) bool {
		_, past := p.expired(a)
		return past
	})
}

func acceptanceWithoutAuthority(p *Pass) {
	for _, a := range p.valid() {
		rating, use := p.view.Settled(a.Acceptance, a.risk)
		authorities := p.authorities(use, rating.Level, a)
		if len(authorities) == 0 || slices.ContainsFunc(authorities, func(as isms.Party) bool { return p.decidedAs(a.Decision, as) }) {
			continue
		}
		p.Report(Gap{
			Record: a.Ref(), Field: "/decision", Records: []isms.Ref{a.risk.Ref()},
			Message: fmt.Sprintf("%s accepted %s at the level %q, which the criteria leave to %s.", a.Decision.By, a.of(), rating.Level, authorities[0]),
		})
	}
}

// authorities returns who may accept a risk at a level: whom the criteria name
// for it and, since who may accept more may accept less, for higher levels.
// There is nobody where the criteria do not say who may at this level.
func (k *known) authorities(use *isms.MethodInUse, level string, a accepted) []isms.Party {
	if use == nil {
		return nil
	}
	least, _ := use.Method.Rank(level)
	own, _ := use.Version.Criteria.For(level)
	list := []isms.Party{k.authority(use.Version, own.Authority, a)}
	if list[0].IsZero() {
		return nil
	}
	for _, c := range use.Version.Criteria.Levels {
		who := k.authority(use.Version, c.Authority, a)
		if rank, _ := use.Method.Rank(c.Level); rank > least && !who.IsZero() {
			list = append(list, who)
		}
	}
	return list
}

// authority returns the party that held an authority, called by its word, on
// the day of an acceptance.
func (k *known) authority(v isms.MethodVersion, word string, a accepted) isms.Party {
	for _, named := range v.Authorities {
		if named.Word == word {
			return named.Holder
		}
	}
	if word == risk.OwnerAuthority {
		return k.owner(a.risk, a.Decision.On)
	}
	return isms.Party{}
}

func acceptanceOutgrown(p *Pass) {
	for _, a := range p.valid() {
		g := Gap{Record: a.Ref(), Records: []isms.Ref{a.risk.Ref()}}
		if fell, ok := fallen(a.Acceptance, p.at); ok {
			g.Field, g.Item = "/conditions", fell.Text
			g.Message = fmt.Sprintf("A condition of the acceptance fell on %s: %s", fell.Fell, fell.Text)
			p.Report(g)
			continue
		}
		rating, use := p.view.Settled(a.Acceptance, a.risk)
		if use == nil || a.left.Use == nil {
			continue
		}
		g.Field = "/rating"
		switch order, comparable := compare(a.left, isms.Rated{Use: use, Level: rating.Level}); {
		case !comparable:
			g.Message = fmt.Sprintf("%s was accepted at the level %q of %s and is now rated by %s: the levels cannot be compared.",
				a.risk.Ref(), rating.Level, use.Method.Ref(), a.left.Use.Method.Ref())
		case order > 0:
			g.Message = fmt.Sprintf("%s was accepted at the level %q and is now at %q.", a.risk.Ref(), rating.Level, a.left.Level)
		default:
			continue
		}
		p.Report(g)
	}
}

// compare orders two ratings by level, each under the method that it is of.
func compare(a, b isms.Rated) (order int, comparable bool) {
	if a.Use == nil || b.Use == nil {
		return 0, false
	}
	return a.Use.Method.Compare(
		risk.Rating{Method: a.Use.Method.Ref(), Level: a.Level},
		risk.Rating{Method: b.Use.Method.Ref(), Level: b.Level})
}

// fallen returns the first condition of an acceptance that fell by a date.
func fallen(a isms.Acceptance, at isms.Date) (isms.Condition, bool) {
	for _, c := range a.Conditions {
		if !c.Fell.IsZero() && !c.Fell.After(at) {
			return c, true
		}
	}
	return isms.Condition{}, false
}

func acceptanceOwnerChanged(p *Pass) {
	for _, a := range p.valid() {
		then, now := p.owner(a.risk, a.Decision.On), p.owner(a.risk, p.at)
		if then.IsZero() || now.IsZero() || p.decidedAs(a.Decision, now) || !p.decidedAs(a.Decision, then) {
			continue
		}
		p.Report(Gap{
			Record: a.Ref(), Field: "/decision", Records: []isms.Ref{a.risk.Ref()},
			Message: fmt.Sprintf("%s accepted %s; its owner is now %s.", then, a.of(), now),
		})
	}
}
