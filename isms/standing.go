package isms

import "github.com/ismskit/ismskit/risk"

// Says reports whether an assessment says anything: inputs, a rating, or a level
// that a person set.
func (a Assessment) Says() bool {
	return a.Judged() || a.Rating.Level != "" || a.Override.Level != ""
}

// PresentAt returns the assessment that says where the risk stands on a day: the
// current one; else the residual one that presumes no treatment, where there is
// an inherent one that it follows from, which is what the controls in place
// leave; else the inherent one.
func (r Risk) PresentAt(day Date) (Assessment, bool) {
	if now, ok := r.saidAt(Current, day); ok {
		return now, true
	}
	before, ok := r.saidAt(Inherent, day)
	if left, expected := r.saidAt(Residual, day); ok && expected && len(left.Presumes) == 0 {
		return left, true
	}
	return before, ok
}

// RemainingAt returns the assessment that says what remains of the risk on a day:
// the residual one, unless the present one is later. It is zero where there is
// neither.
func (r Risk) RemainingAt(day Date) Assessment {
	now, _ := r.PresentAt(day)
	if left, ok := r.saidAt(Residual, day); ok && !left.On.Before(now.On) {
		return left
	}
	return now
}

// saidAt returns the assessment of a stage that holds at a day, if it says
// anything.
func (r Risk) saidAt(stage Stage, day Date) (Assessment, bool) {
	a, ok := r.AssessmentAt(stage, day)
	if !ok || !a.Says() {
		return Assessment{}, false
	}
	return a, true
}

// Settled returns the rating that an acceptance accepts, as stated or else as
// what remained of the risk was rated on the day of the decision, and the method
// it is of; that is nil where it is not known.
func (v *View) Settled(a Acceptance, r Risk) (risk.Rating, *MethodInUse) {
	then := v.Rate(r.RemainingAt(a.Decision.On))
	if a.Rating.Level == "" {
		return risk.Rating{Level: then.Level}, then.Use
	}
	named := a.Rating.Method.String()
	use, ok := v.MethodOf(named, a.Decision.On)
	switch {
	case named == "" || then.Use != nil && use.Method.Ref() == then.Use.Method.Ref():
		return a.Rating, then.Use
	case ok:
		return a.Rating, &use
	}
	return a.Rating, nil
}
