package audit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/isms"
)

// Checks of clause 4, context of the organization.

// Amendment 1:2024 of ISO/IEC 27001:2022, climate action changes, was
// published on 23 February 2024 and has applied since, without a transition
// (joint communiqué of ISO and IAF).
const amended = "2024-02-23"

func climateUndetermined(p *Pass) {
	if p.at.String() < amended {
		return
	}
	where := Gap{Record: isms.SystemRef, Field: "/determinations", Message: "Whether climate change is a relevant issue has not been determined."}
	for _, d := range p.sys.Determinations {
		switch {
		case d.Topic != isms.ClimateChange:
		case d.Outcome != 0 && d.Decision.InForce(p.at):
			return
		case d.Decision.On.After(p.at):
		case d.Outcome == 0:
			where.Record, where.Field = d.Ref(), "/outcome"
		default:
			where.Record, where.Field = d.Ref(), "/decision"
			where.Message = "Whether climate change is a relevant issue has an answer, but not who gave it, and on which day."
		}
	}
	p.Report(where)
}

func issuesOneSided(p *Pass) {
	var internal, external bool
	for _, i := range p.sys.Issues {
		if i.InForce(p.at) {
			internal = internal || i.Nature == isms.Internal
			external = external || i.Nature == isms.External
		}
	}
	if internal && external {
		return
	}
	message := "No issue is recorded, neither external nor internal."
	switch {
	case internal:
		message = "Internal issues are recorded, external ones are not."
	case external:
		message = "External issues are recorded, internal ones are not."
	}
	p.Report(Gap{Record: isms.SystemRef, Field: "/issues", Message: message})
}

// requirements returns the requirements that bind the scope at the date.
func (k *known) requirements() []isms.Requirement {
	var list []isms.Requirement
	for _, q := range k.sys.Requirements {
		if q.InForce(k.at) && k.concerns(q.Scopes) {
			list = append(list, q)
		}
	}
	return list
}

// concerns reports whether a list of scopes, where none means all, has the scope.
func (k *known) concerns(scopes []isms.ScopeID) bool {
	return isms.Control{Where: isms.Where{Scopes: scopes}}.In(k.scope.ID)
}

func requirementUndecided(p *Pass) {
	for _, q := range p.requirements() {
		if q.Addressed == 0 && len(q.Controls) == 0 && len(q.MetBy) == 0 {
			p.Report(Gap{Record: q.Ref(), Field: "/addressed", Message: "It is not decided whether the ISMS addresses the requirement."})
		}
	}
}

func requirementUnserved(p *Pass) {
	for _, q := range p.requirements() {
		ahead, missed := p.ahead(q.Ref())
		if q.Addressed != isms.Addressed || len(q.Controls) > 0 || p.anyStands(q.MetBy) || ahead {
			continue
		}
		message := "The requirement is to be addressed, but no control, document or process is named that meets it."
		if len(q.MetBy) > 0 {
			message = "The requirement is to be addressed, but nothing that is named to meet it stands any longer: " + list(q.MetBy) + "."
		}
		p.Report(Gap{Record: q.Ref(), Field: "/metBy", Message: message, Records: q.MetBy, Due: missed})
	}
}

// anyStands reports whether one of some records still stands: a control that
// is not retired, a document that is not withdrawn, a process.
func (k *known) anyStands(refs []isms.Ref) bool {
	for _, ref := range refs {
		c, _ := isms.Find[isms.Control](k.view, ref) // without one, a Control of no state
		d, _ := isms.Find[isms.Document](k.view, ref)
		if c.StateAt(k.at) != isms.Retired && d.StateAt(k.at) != isms.Withdrawn {
			return true
		}
	}
	return false
}

func scopeUndefined(p *Pass) {
	switch {
	case p.scope.ID == "":
		p.Report(Gap{Record: isms.SystemRef, Field: "/scopes", Message: "No scope of the ISMS is recorded."})
	case blank(p.scope.Statement):
		p.Report(Gap{Record: p.scope.Ref(), Field: "/statement", Message: "The scope has no statement that says what it covers."})
	}
}

func interfaceUnhandled(p *Pass) {
	for _, i := range p.scope.Interfaces {
		if !blank(i.Handling) || p.anyStands(i.By) {
			continue
		}
		g := Gap{Record: p.scope.Ref(), Field: "/interfaces", Item: i.Title, Records: i.By}
		g.Message = fmt.Sprintf("Nothing says how the interface %q is handled.", i.Title)
		if !i.With.IsZero() {
			g.Records = append(slices.Clip(g.Records), i.With)
		}
		p.Report(g)
	}
}

// blank reports whether a text says nothing.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// list writes references in a row, not more than a reader can hold: the gap
// has them all.
func list(refs []isms.Ref) string {
	const most = 8
	words := make([]string, 0, most)
	for _, ref := range refs[:min(len(refs), most)] {
		words = append(words, ref.String())
	}
	row := strings.Join(words, ", ")
	if more := len(refs) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", row, more)
	}
	return row
}
