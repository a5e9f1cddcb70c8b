package report

import "github.com/ismskit/ismskit/isms"

// assessment returns the assessment that says what a risk is rated at a stage
// on a day: for the current stage the one that says where the risk stands.
func assessment(rk isms.Risk, stage isms.Stage, day isms.Date) (isms.Assessment, bool) {
	if stage == isms.Current {
		return rk.PresentAt(day)
	}
	a, ok := rk.AssessmentAt(stage, day)
	return a, ok && a.Says()
}

// remaining returns the rating of what remains of a risk on a day.
func (r *reader) remaining(rk isms.Risk, day isms.Date) isms.Rated {
	return r.v.Rate(rk.RemainingAt(day))
}
