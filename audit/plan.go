package audit

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/isms"
)

// The check of clause 6.1.3 e and f on the risk treatment plan.

// planned is how a treatment of a risk stands in the plans, the worse the lower.
type planned uint8

const (
	unlisted planned = iota // in no version that counts
	awaited                 // in one that may still be approved
	refused                 // in one that the owner of the risk should have approved
	approved
)

// duty is what the plan owes to one risk: one treatment in force.
type duty struct {
	treatment, risk, plan isms.Ref
	owner                 isms.Party
	state                 planned
}

func planUnapproved(p *Pass) {
	due := p.owed()
	if len(due) > 0 && !p.hasPlan() {
		g := Gap{Record: isms.SystemRef, Field: "/plans", Message: "There is no risk treatment plan."}
		for _, d := range due {
			g.Records = append(g.Records, d.treatment, d.risk)
		}
		p.Report(g)
		return
	}
	for _, g := range gather(due) {
		p.Report(g)
	}
}

// gather makes one gap of all that has one cause: a treatment that is not in
// the plan, an owner that has not approved it.
func gather(due []duty) []Gap {
	var gaps []Gap
	at := make(map[string]int)
	for _, d := range due {
		g := Gap{Record: d.treatment, Message: "The treatment is in force, but no version of the risk treatment plan lists it."}
		if d.state == refused {
			g = Gap{Record: d.plan, Field: "/versions", Item: d.owner.String()}
			g.Message = fmt.Sprintf("The plan lists the treatment of risks of %s, who has not approved it.", d.owner)
		}
		i, ok := at[g.Key()]
		if !ok {
			i = len(gaps)
			at[g.Key()] = i
			gaps = append(gaps, g)
		}
		gaps[i].Records = append(gaps[i].Records, d.risk)
	}
	return gaps
}

// owed returns the treatments in force that are missing in the plan, or are in
// it without the approval of the risk's owner.
func (p *Pass) owed() []duty {
	var due []duty
	for _, r := range p.judged {
		owner := p.owner(r, p.at)
		for _, t := range p.treated(r) {
			if !acts(t) || owner.IsZero() {
				continue
			}
			d := duty{treatment: t.Ref(), risk: r.Ref(), owner: owner}
			d.plan, d.state = p.planned(t, r)
			if d.state == refused || d.state == unlisted && p.late(t.From) {
				due = append(due, d)
			}
		}
	}
	return due
}

// late reports whether an approval that could be given from a day on is late.
func (p *Pass) late(from isms.Date) bool {
	_, past := overdue(from, p.Graces.approve(), p.at)
	return past
}

// planned returns how a treatment of a risk stands in the plans of the scope,
// at best, and in which of them.
func (p *Pass) planned(t isms.Treatment, r isms.Risk) (where isms.Ref, best planned) {
	for _, plan := range p.sys.Plans {
		for _, v := range p.versions(plan) {
			state := awaited
			switch {
			case !slices.Contains(v.Treatments, t.ID):
				continue
			case p.approves(v, r):
				state = approved
			case p.late(v.On):
				state = refused
			}
			if state > best {
				where, best = plan.Ref(), state
			}
		}
	}
	return where, best
}

// hasPlan reports whether the scope has a plan at the date.
func (p *Pass) hasPlan() bool {
	return slices.ContainsFunc(p.sys.Plans, func(plan isms.TreatmentPlan) bool { return len(p.versions(plan)) > 0 })
}

// versions returns the versions of a plan that count: the newest one and,
// while that may still be approved, the one before it.
func (p *Pass) versions(plan isms.TreatmentPlan) []isms.PlanVersion {
	v, ok := plan.VersionAt(p.at)
	if !ok || plan.Scope != "" && plan.Scope != p.scope.ID {
		return nil
	}
	before, ok := plan.VersionAt(v.On.AddDays(-1))
	if !ok || p.late(v.On) {
		return []isms.PlanVersion{v}
	}
	return []isms.PlanVersion{v, before}
}

// approves reports whether the owner of a risk, of the day of the decision or
// of today, has approved a version of the plan for it.
func (k *known) approves(v isms.PlanVersion, r isms.Risk) bool {
	return slices.ContainsFunc(v.Approvals, func(a isms.PlanApproval) bool {
		if !a.Decision.InForce(k.at) || len(a.Risks) > 0 && !slices.Contains(a.Risks, r.ID) {
			return false
		}
		now := k.owner(r, k.at)
		then := cmp.Or(k.owner(r, a.Decision.On), now)
		return k.decidedAs(a.Decision, then) || k.decidedAs(a.Decision, now)
	})
}
