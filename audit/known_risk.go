package audit

import (
	"fmt"

	"github.com/ismskit/ismskit/isms"
)

func (k *known) indexRisks() {
	k.parts = make(map[isms.RiskID][]isms.Risk)
	for _, r := range k.sys.Risks {
		if k.stands(r) {
			k.open = append(k.open, r)
			k.parts[r.PartOf] = append(k.parts[r.PartOf], r)
		}
	}
	for _, r := range k.open {
		if k.judge(r) {
			k.judged = append(k.judged, r)
		}
	}
}

// stands reports whether a risk is open and belongs to the scope.
func (k *known) stands(r isms.Risk) bool {
	return r.StateAt(k.at) == isms.Open && r.In(k.scope.ID)
}

// judge reports whether the level of a risk is found at itself. A whole whose
// level follows from its parts is judged at its open parts; a part of a
// whole that is assessed as such is judged there.
func (k *known) judge(r isms.Risk) bool {
	return !k.isHeading(r) && !k.isCovered(r)
}

func (k *known) isHeading(r isms.Risk) bool {
	return r.Combine.FromParts() && len(k.parts[r.ID]) > 0
}

func (k *known) isCovered(r isms.Risk) bool {
	if r.PartOf == "" {
		return false
	}
	whole, _ := k.view.Risk(r.PartOf)
	return k.stands(whole) && (!whole.Combine.FromParts() || k.isCovered(whole))
}

// chain returns a risk and the risks it is a part of.
func (k *known) chain(r isms.Risk) []isms.Risk {
	list := []isms.Risk{r}
	for r.PartOf != "" {
		r, _ = k.view.Risk(r.PartOf)
		list = append(list, r)
	}
	return list
}

// family returns the chain of a risk and its open parts, at every depth.
func (k *known) family(r isms.Risk) []isms.Risk {
	return append(k.chain(r), k.below(r)...)
}

func (k *known) below(r isms.Risk) []isms.Risk {
	var list []isms.Risk
	for _, part := range k.parts[r.ID] {
		list = append(append(list, part), k.below(part)...)
	}
	return list
}

// owner returns who owns a risk on a day: its owner, else that of the risk it
// is a part of.
func (k *known) owner(r isms.Risk, day isms.Date) isms.Party {
	for _, r := range k.chain(r) {
		if who := r.OwnerAt(day); !who.IsZero() {
			return who
		}
	}
	return isms.Party{}
}

// identified returns the day since which a risk stands open without a break;
// zero where no day is recorded.
func (k *known) identified(r isms.Risk) isms.Date {
	return runSince(r.Status, k.at,
		func(f isms.RiskFact) isms.Date { return f.Since },
		func(f isms.RiskFact) bool { return f.Is == isms.Open })
}

// before returns the assessment of a risk on a day that no treatment is taken
// off from: the current one, else the inherent one, else none.
func before(r isms.Risk, day isms.Date) isms.Assessment {
	for _, stage := range []isms.Stage{isms.Current, isms.Inherent} {
		if a, _ := r.AssessmentAt(stage, day); a.Says() {
			return a
		}
	}
	return isms.Assessment{}
}

// tolerable reports whether the criteria let a risk at this level be retained
// without a further decision; known is false where they do not say.
func tolerable(r isms.Rated) (yes, known bool) {
	c, known := r.Criterion()
	return c.Acceptable, known
}

// above reports whether the criteria refuse the level.
func above(r isms.Rated) bool {
	yes, known := tolerable(r)
	return known && !yes
}

// aboveSince returns the first day of the unbroken run of assessments that
// found a risk above the criteria; false where it is not above them now.
func (k *known) aboveSince(r isms.Risk) (isms.Date, bool) {
	now, ok := r.PresentAt(k.at)
	if !ok {
		return isms.Date{}, false
	}
	first := runSince(r.Assessments, k.at,
		func(a isms.Assessment) isms.Date {
			if a.Stage != now.Stage {
				return isms.Date{}
			}
			return a.On
		},
		func(a isms.Assessment) bool { return above(k.view.Rate(a)) })
	return first, !first.IsZero()
}

// treated returns the treatments in force of a risk, of what it is a part of,
// and of its open parts.
func (k *known) treated(r isms.Risk) []isms.Treatment {
	var list []isms.Treatment
	seen := make(map[isms.TreatmentID]bool)
	for _, r := range k.family(r) {
		for _, t := range k.treatments[r.ID] {
			if !seen[t.ID] {
				seen[t.ID] = true
				list = append(list, t)
			}
		}
	}
	return list
}

// accepted returns the acceptance of a risk that was decided last by the date.
// That of a whole accepts none of its parts, and the other way round.
func (k *known) accepted(r isms.Risk) (isms.Acceptance, bool) {
	list := k.acceptances[r.ID]
	i := latest(list, k.at, func(a isms.Acceptance) isms.Date {
		if a.Decision.By.IsZero() {
			return isms.Date{}
		}
		return a.Decision.On
	})
	if i < 0 {
		return isms.Acceptance{}, false
	}
	return list[i], true
}

// nobody says that nobody has accepted a risk, and of what it is a part where
// somebody has accepted that.
func (k *known) nobody(r isms.Risk) string {
	for _, whole := range k.chain(r)[1:] {
		if _, ok := k.accepted(whole); ok {
			return fmt.Sprintf("nobody has accepted it; the acceptance of %s, of which it is a part, is of the whole alone", whole.Ref())
		}
	}
	return "nobody has accepted it"
}
