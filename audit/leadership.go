package audit

import (
	"fmt"

	"github.com/ismskit/ismskit/isms"
)

// Checks of clause 5, leadership.

func policyUnapproved(p *Pass) {
	where := Gap{Record: isms.SystemRef, Field: "/documents", Item: p.ofScope(), Message: "No information security policy is recorded."}
	for _, d := range p.sys.Documents {
		if d.Topic != isms.TopicPolicy || d.Scope != "" && d.Scope != p.scope.ID {
			continue
		}
		if _, approved := d.VersionAt(p.at); approved {
			return
		}
		where.Record, where.Field, where.Item = d.Ref(), "/versions", ""
		where.Message = "No version of the information security policy is approved and in force."
	}
	p.Report(where)
}

func authorityVacant(p *Pass) {
	if len(p.sys.Roles) == 0 {
		p.Report(Gap{Record: isms.SystemRef, Field: "/roles", Message: "No role with responsibilities and authorities is recorded."})
		return
	}
	for _, r := range p.sys.Roles {
		duties := p.duties(isms.Party(r.Ref()))
		if !vacant(r, p.at) || len(r.Responsibilities)+len(r.Authorities)+len(duties) == 0 {
			continue
		}
		g := Gap{Record: r.Ref(), Field: "/holders", Message: "Nobody holds the role.", Records: duties, Due: lastHeld(r, p.at)}
		if len(duties) > 0 {
			g.Message = fmt.Sprintf("Nobody holds the role, and this rests on it: %s.", list(duties))
		}
		p.Report(g)
	}
}

// duties returns what rests on a party: the open risks that it owns, the
// methods in use in which it holds an authority.
func (k *known) duties(who isms.Party) []isms.Ref {
	var refs []isms.Ref
	for _, r := range k.open {
		if r.OwnerAt(k.at) == who {
			refs = append(refs, r.Ref())
		}
	}
	for _, m := range k.sys.Methods {
		v, _ := m.VersionAt(k.at)
		for _, a := range v.Authorities {
			if a.Holder == who {
				refs = append(refs, m.Ref())
				break
			}
		}
	}
	return refs
}

// lastHeld returns the last day before a date on which somebody held the role;
// zero where none is known.
func lastHeld(r isms.Role, at isms.Date) isms.Date {
	var last isms.Date
	for _, t := range r.Holders {
		if t.Until.Before(at) {
			last = later(last, t.Until)
		}
	}
	return last
}
