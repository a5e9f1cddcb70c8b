package soa

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// Known kinds of reason for an inclusion: the words of Entry.Basis beside the
// organization's own, and beside isms.Legal, Regulatory, Contractual and
// Business.
const (
	BasisRisk         = "risk assessment"
	BasisBestPractice = "best practice"
)

// hollow are reasons that give none, as plain returns them. They are what
// people write to fill a field; each would be asked about in an audit.
var hollow = []string{
	"a", "annex a", "applicable", "as per standard", "as required", "because iso", "because of iso 27001", "because the standard requires it",
	"best practice", "best practices", "compliance", "control is applicable", "control is not applicable", "does not apply", "excluded", "general",
	"good practice", "good practices", "included", "industry best practice", "industry standard", "irrelevant", "iso", "iso 27001", "iso 27002",
	"iso iec 27001", "iso iec 27001 2022", "iso 27001 requirement", "iso 27001 requires it", "mandatory", "n a", "na", "necessary", "needed", "no",
	"no need", "none", "not applicable", "not applicable to us", "not in scope", "not necessary", "not needed", "not relevant", "not required",
	"out of scope", "relevant", "required", "required by iso 27001", "required by iso iec 27001", "required by the standard", "requirement",
	"same as above", "security", "see above", "standard", "tba", "tbc", "tbd", "to be confirmed", "to be decided", "to be defined", "to be determined",
	"to do", "todo", "x", "xx", "xxx", "yes",
}

// plain returns a text in lower case, with each run of anything but letters
// and digits as one space.
func plain(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// isBlank reports whether a text has no letter and no digit: "", "-", "…".
func isBlank(text string) bool { return plain(text) == "" }

func emptyWords(_ reviewer, e Entry) finding {
	reason := plain(e.Reason)
	if slices.Contains(hollow, reason) {
		return finding{"the reason “" + e.Reason + "” gives none", nil}
	}
	practice := func(kind string) bool { return slices.Contains(hollow, plain(kind)) }
	if reason != "" || e.Inclusion != isms.Included || len(e.Drivers) > 0 || len(e.Basis) == 0 {
		return finding{}
	}
	if !slices.ContainsFunc(e.Basis, func(kind string) bool { return !practice(kind) }) {
		return finding{"“" + strings.Join(e.Basis, ", ") + "” alone is no reason", nil}
	}
	return finding{}
}

func repeatsTitle(_ reviewer, e Entry) finding {
	reason := plain(e.Reason)
	if reason == "" || !slices.Contains(titles(e), reason) {
		return finding{}
	}
	return finding{message: "the reason is the control's own title"}
}

// titles returns what an entry is called: identifier, titles, short name, and
// the identifier before each.
func titles(e Entry) []string {
	c, _ := annexa.Lookup(e.Control)
	id := plain(e.Control.ID)
	list := []string{id}
	for _, title := range []string{e.Title, c.Title, c.Title27002, c.ShortName} {
		if title = plain(title); title != "" {
			list = append(list, title, id+" "+title, strings.TrimPrefix(id, "a ")+" "+title)
		}
	}
	return list
}

// many is how many entries may share a reason before it is taken for one that
// was pasted.
const many = 5

// repeated groups entries that share a reason, where there are many. What has
// drivers is left out, for they are reasons of its own, and so are exclusions
// with a ground: one activity that is not performed explains many.
func repeated(entries []Entry) map[string][]string {
	byReason := make(map[string][]string)
	for _, e := range entries {
		reason := plain(e.Reason)
		grounded := e.Inclusion == isms.Excluded && e.Ground != 0 && e.Ground != isms.OtherGround
		if e.Inclusion == 0 || len(e.Drivers) > 0 || grounded || reason == "" || slices.Contains(hollow, reason) {
			continue
		}
		reason = word(e.Inclusion) + " " + reason
		byReason[reason] = append(byReason[reason], e.Ref())
	}
	groups := make(map[string][]string)
	for _, refs := range byReason {
		if len(refs) >= many {
			groups[refs[0]] = refs
		}
	}
	return groups
}

func sameReason(c reviewer, e Entry) finding {
	refs := c.repeated[e.Ref()]
	if len(refs) == 0 {
		return finding{}
	}
	return finding{count(len(refs), "control") + " without a driver stand on this one reason", refs}
}

func basisNotBorneOut(_ reviewer, e Entry) finding {
	if e.Inclusion != isms.Included {
		return finding{}
	}
	var missing []string
	for _, kind := range e.Basis {
		driver := isms.KindRequirement
		switch plain(kind) {
		case BasisRisk, "risk", "risks":
			driver = isms.KindRisk
		case isms.Legal, isms.Regulatory, isms.Contractual:
		default:
			continue
		}
		if !slices.ContainsFunc(e.Drivers, func(d isms.Driver) bool { return d.Kind() == driver }) {
			missing = append(missing, "“"+kind+"”, but no "+driver.String()+" drives it")
		}
	}
	if len(missing) == 0 {
		return finding{}
	}
	return finding{message: "the reason is said to be " + strings.Join(missing, "; ")}
}
