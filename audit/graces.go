package audit

import "github.com/ismskit/ismskit/isms"

// Graces are the days that an organization has before a check speaks. The
// standard sets none of them: it leaves intervals to the organization, and
// these are what auditors mostly take for granted. In each, 0 means the days
// that the field states and a negative number none at all.
type Graces struct {
	// Assess is from the day on which a risk was identified until it is
	// assessed (clause 6.1.2 d). Stated: 30.
	Assess int
	// Treat is from the day on which a risk was found above the acceptance
	// criteria until an option is chosen (clause 6.1.3 a). Stated: 30.
	Treat int
	// Accept is from the day on which a risk was found above the acceptance
	// criteria until its owner has accepted what remains (clause 6.1.3 f).
	// Stated: 60.
	Accept int
	// Approve is from the date of a version of the treatment plan, or the first
	// day of a treatment, until the plan is approved (clause 6.1.3 f). Stated: 30.
	Approve int
	// Evidence is from the day on which a control is implemented until something
	// shows it. Stated: 90, a quarter.
	Evidence int
	// Action is how long an action may be past its due day and still count as a
	// plan. Stated: 0.
	Action int
	// Renew is how long an acceptance may be past its last day. Stated: 0.
	Renew int
}

// orStated returns the days given, else those stated.
func orStated(given, stated int) int {
	if given == 0 {
		return stated
	}
	return max(given, 0)
}

func (g Graces) assess() int   { return orStated(g.Assess, 30) }
func (g Graces) treat() int    { return orStated(g.Treat, 30) }
func (g Graces) accept() int   { return orStated(g.Accept, 60) }
func (g Graces) approve() int  { return orStated(g.Approve, 30) }
func (g Graces) evidence() int { return orStated(g.Evidence, 90) }
func (g Graces) action() int   { return orStated(g.Action, 0) }
func (g Graces) renew() int    { return orStated(g.Renew, 0) }

// overdue returns the last day of a grace that begins on a day, and whether it
// is past at a day. Without a day to begin on there is no grace.
func overdue(from isms.Date, days int, at isms.Date) (due isms.Date, past bool) {
	due = from.AddDays(days)
	return due, at.After(due)
}
