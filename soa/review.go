package soa

import (
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// Remark is one thing that the person who approves a statement should have
// settled, or know.
type Remark struct {
	// Code is permanent and never given to another rule: "S004".
	Code string `json:"code"`
	// Control or Own names the entry.
	Control annexa.ControlRef `json:"control,omitzero"`
	Own     isms.ControlID    `json:"own,omitzero"`
	// Message says what was found, About which records or entries show it.
	Message string   `json:"message"`
	About   []string `json:"about,omitzero"`
	// Hint says what to do about it.
	Hint string `json:"hint,omitzero"`
	// Blocks says that the statement stays a draft until this is settled.
	Blocks bool `json:"blocks,omitzero"`
}

// Key identifies the remark from one day to the next: code and entry.
func (r Remark) Key() string { return r.Code + " " + r.entry().Ref() }

// entry returns the entry that the remark is about, by name alone.
func (r Remark) entry() Entry { return Entry{Control: r.Control, Own: r.Own} }

// Rule is what Review looks for.
type Rule struct {
	Code   string `json:"code"`
	Title  string `json:"title"`
	Hint   string `json:"hint"`
	Blocks bool   `json:"blocks,omitzero"`
}

// Rules returns the rules of Review in the order of their codes.
func Rules() []Rule {
	list := make([]Rule, len(rules))
	for i, r := range rules {
		list[i] = r.Rule
	}
	return list
}

// Review returns what is wrong or weak with a statement, in the order of its
// entries. It asks the statement alone, so that a frozen one can be reviewed
// without the records; an external edition is not asked for evidence.
//
// A remark that blocks keeps the statement a draft: an entry is undecided, or
// stands without any reason. All others leave it to the approver.
func Review(s Statement) []Remark {
	c := reviewer{Statement: s, repeated: repeated(s.Entries)}
	var remarks []Remark
	for _, e := range s.Entries {
		for _, r := range rules {
			f := r.find(c, e)
			if f.message == "" {
				continue
			}
			remarks = append(remarks, Remark{
				Code: r.Code, Control: e.Control, Own: e.Own,
				Message: f.message, About: f.about, Hint: r.Hint, Blocks: r.Blocks,
			})
		}
	}
	return remarks
}

// reviewer is what the rules see besides an entry.
type reviewer struct {
	Statement

	repeated map[string][]string // by the first entry of each: all that share its reason
}

// finding is what a rule found; without a message, nothing.
type finding struct {
	message string
	about   []string
}

// rule is a Rule with the function that looks for it.
type rule struct {
	Rule

	find func(c reviewer, e Entry) finding
}

var rules = []rule{
	{Rule{
		"S001", "Undecided",
		"decide whether the control is necessary, and record who decided, when and why", true,
	}, undecided},
	{Rule{
		"S002", "Included without justification",
		"name the treatment or requirement that needs the control, or record the reason", true,
	}, includedWithoutReason},
	{Rule{
		"S003", "Excluded without justification",
		"record why the scope does not need the control", true,
	}, excludedWithoutReason},
	{Rule{
		"S004", "Excluded although needed",
		"include the control, or change the treatment or requirement that needs it", false,
	}, excludedButNeeded},
	{Rule{
		"S005", "Excluded although operated",
		"include the control, or say that the own control realizes another", false,
	}, excludedButOperated},
	{Rule{
		"S006", "Implemented without evidence",
		"collect evidence, or record that of the last period", false,
	}, withoutEvidence},
	{Rule{
		"S007", "Not implemented, and no day by when",
		"record the action that is missing, with the day on which it is due", false,
	}, withoutDay},
	{Rule{
		"S008", "Every planned day has passed",
		"record the actions as done, or plan them anew", false,
	}, overdue},
	{Rule{
		"S009", "The reason says nothing",
		"say what in this scope makes the control necessary, or not", false,
	}, emptyWords},
	{Rule{
		"S010", "The reason repeats the control's title",
		"say what in this scope makes the control necessary, or not", false,
	}, repeatsTitle},
	{Rule{
		"S011", "The same reason on many controls",
		"give each control the reason of its own", false,
	}, sameReason},
	{Rule{
		"S012", "The kind of reason is not borne out",
		"link the risk treatment or the requirement that is meant, or correct the kind", false,
	}, basisNotBorneOut},
	{Rule{
		"S013", "A chosen own control does not count",
		"record the control's state and scope, or choose another", false,
	}, chosenButAbsent},
}

func undecided(_ reviewer, e Entry) finding {
	if e.Inclusion != 0 {
		return finding{}
	}
	if len(e.Drivers) > 0 {
		return finding{"not decided, although the records need it", paths(e.Drivers)}
	}
	return finding{message: "not decided whether it is necessary"}
}

func includedWithoutReason(_ reviewer, e Entry) finding {
	if e.Inclusion != isms.Included || len(e.Drivers) > 0 || len(e.Basis) > 0 || !isBlank(e.Reason) {
		return finding{}
	}
	return finding{message: "included, but no risk or requirement drives it and no reason is recorded"}
}

func excludedWithoutReason(_ reviewer, e Entry) finding {
	kind := e.Ground != 0 && e.Ground != isms.OtherGround
	if e.Inclusion != isms.Excluded || kind || !isBlank(e.Reason) {
		return finding{}
	}
	return finding{message: "excluded, but no reason is recorded"}
}

func excludedButNeeded(_ reviewer, e Entry) finding {
	if e.Inclusion != isms.Excluded || len(e.Drivers) == 0 {
		return finding{}
	}
	return finding{"excluded, but the records need it", paths(e.Drivers)}
}

func excludedButOperated(_ reviewer, e Entry) finding {
	if e.Inclusion != isms.Excluded || len(e.Drivers) > 0 || e.Status != Implemented && e.Status != Partial {
		return finding{}
	}
	return finding{"excluded, but own controls realize it", own(e.RealizedBy)}
}

func withoutEvidence(c reviewer, e Entry) finding {
	supported := func(r Realization) bool { return len(r.Evidence) > 0 }
	if c.Audience == External || e.Inclusion != isms.Included || e.Status != Implemented || slices.ContainsFunc(e.RealizedBy, supported) {
		return finding{}
	}
	return finding{"implemented, but there is no evidence that may be relied on at the date", own(e.RealizedBy)}
}

func withoutDay(_ reviewer, e Entry) finding {
	dated := func(p Pending) bool { return !p.Due.IsZero() }
	if e.Inclusion != isms.Included || e.Status == Implemented || slices.ContainsFunc(e.Pending, dated) {
		return finding{}
	}
	about := own(e.RealizedBy)
	for _, p := range e.Pending {
		about = append(about, isms.Ref{Kind: isms.KindAction, ID: string(p.Action)}.String())
	}
	return finding{word(e.Status) + ", but no action says by when it will be implemented", about}
}

func overdue(c reviewer, e Entry) finding {
	var about []string
	for _, p := range e.Pending {
		switch {
		case p.Due.IsZero():
		case p.Due.Before(c.At):
			about = append(about, isms.Ref{Kind: isms.KindAction, ID: string(p.Action)}.String()+due(p.Due))
		default:
			return finding{}
		}
	}
	if e.Inclusion != isms.Included || e.Status == Implemented || len(about) == 0 {
		return finding{}
	}
	return finding{word(e.Status) + ", and every action that has a day is overdue", about}
}

func chosenButAbsent(_ reviewer, e Entry) finding {
	if e.Inclusion == isms.Excluded {
		return finding{}
	}
	counts := make(map[string]bool)
	for _, r := range e.RealizedBy {
		counts[string(r.Control)] = true
	}
	var about []string
	for _, d := range e.Drivers {
		if last := d.Path[len(d.Path)-1]; last.Kind == isms.KindControl && !counts[last.ID] {
			about = append(about, d.String())
		}
	}
	if len(about) == 0 {
		return finding{}
	}
	return finding{"an own control is chosen that is retired, outside the scope, or without a state at the date", about}
}

// paths lists drivers, own the controls of realizations.
func paths(drivers []isms.Driver) []string {
	list := make([]string, len(drivers))
	for i, d := range drivers {
		list[i] = d.String()
	}
	return list
}

func own(realized []Realization) []string {
	var list []string
	for _, r := range realized {
		list = append(list, isms.Ref{Kind: isms.KindControl, ID: string(r.Control)}.String())
	}
	return list
}
