package report

import "github.com/ismskit/ismskit/isms"

// assessment returns the assessment that says what a risk is rated at a stage
// on a day. Where nobody assessed the current stage, a risk stands where the
// controls in place leave it, which is a residual assessment that follows from
// an inherent one and presumes no treatment; else where it is without any.
func assessment(rk isms.Risk, stage isms.Stage, day isms.Date) (isms.Assessment, bool) {
	a, ok := rk.AssessmentAt(stage, day)
	if ok && says(a) || stage != isms.Current {
		return a, ok && says(a)
	}
	before, ok := assessment(rk, isms.Inherent, day)
	left, expected := assessment(rk, isms.Residual, day)
	if ok && expected && len(left.Presumes) == 0 {
		return left, true
	}
	return before, ok
}

// says reports whether an assessment says anything.
func says(a isms.Assessment) bool {
	return a.Judged() || a.Rating.Level != "" || a.Override.Level != ""
}

// remaining returns the rating of what remains of a risk on a day: the residual
// one, unless a later assessment says where the risk stands.
func (r *reader) remaining(rk isms.Risk, day isms.Date) isms.Rated {
	now, _ := assessment(rk, isms.Current, day)
	left, ok := assessment(rk, isms.Residual, day)
	if ok && !left.On.Before(now.On) {
		return r.v.Rate(left)
	}
	return r.v.Rate(now)
}
