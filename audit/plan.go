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

// planUnapproved reports one gap for each treatment that no plan lists, for
// each plan and owner who has not approved it, and where there is no plan.
func planUnapproved(p *Pass) {
	for _, r := range p.judged {
		owner := p.owner(r, p.at)
		for _, t := range p.treated(r) {
			if !acts(t) || owner.IsZero() {
				continue
			}
			switch plan, state := p.planned(t, r); {
			case state == refused:
				p.Report(Gap{
					Record: plan, Field: "/versions", Item: owner.String(), Records: []isms.Ref{r.Ref()},
					Message: fmt.Sprintf("The plan lists the treatment of risks of %s, who has not approved it.", owner),
				})
			case state != unlisted || !p.late(t.From):
			case p.hasPlan():
				p.Report(Gap{Record: t.Ref(), Records: []isms.Ref{r.Ref()}, Message: "The treatment is in force, but no version of the risk treatment plan lists it."})
			default:
				p.Report(Gap{Record: isms.SystemRef, Field: "/plans", Item: p.ofScope(), Records: []isms.Ref{t.Ref(), r.Ref()}, Message: "There is no risk treatment plan."})
			}
		}
	}
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
	if p.late(v.On) {
		return []isms.PlanVersion{v}
	}
	before, _ := plan.VersionAt(v.On.AddDays(-1)) // without one, a version that lists nothing
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
