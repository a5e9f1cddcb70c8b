package annexa

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/enum"
)

// Problem is one fault of a Catalogue, at one place of its data.
type Problem struct {
	Code     string `json:"code"`              // permanent, see docs/sets.md
	Path     string `json:"path,omitzero"`     // JSON Pointer (RFC 6901): "/controls/3/group"
	Message  string `json:"message"`           // what is wrong, in one clause; see Sentence
	Found    string `json:"found,omitzero"`    // what stands there, "" for nothing
	Expected string `json:"expected,omitzero"` // what may stand there
	Hint     string `json:"hint,omitzero"`     // what may have been meant, "" where that is not known
}

// Sentence returns the message with what was found and what was expected.
func (p Problem) Sentence() string {
	s := p.Message
	if p.Found != "" {
		s += fmt.Sprintf(": got %q", clip(p.Found))
	}
	if p.Expected != "" {
		s += ", want " + p.Expected
	}
	return s
}

// String returns the problem in one line.
func (p Problem) String() string {
	s := fmt.Sprintf("%s: %s (%s)", p.Path, p.Sentence(), p.Code)
	if p.Hint != "" {
		s += "; " + p.Hint
	}
	return s
}

// Codes of problems. A code is permanent: it keeps its meaning, and that of a
// problem no longer reported is not used again.
const (
	codeSetName    = "CA001"
	codeSetTaken   = "CA002"
	codeTitle      = "CA003"
	codeNoControl  = "CA004"
	codeIdentifier = "CA005"
	codeTwice      = "CA006"
	codeGroup      = "CA007"
)

// Problems lists everything that is wrong with a Catalogue, in the order of its
// members: nothing, where references can name each of its controls, and a
// statement can list them.
func (c Catalogue) Problems() []Problem {
	var ps []Problem
	add := func(p Problem) { ps = append(ps, p) }
	if _, err := ParseSet(string(c.Set)); err != nil {
		add(Problem{Code: codeSetName, Path: "/set", Message: "the name of the set cannot stand in a reference", Found: string(c.Set), Expected: `name:edition in lower case, such as "acme:1"`})
	}
	if _, shipped := Describe(c.Set); shipped {
		add(Problem{Code: codeSetTaken, Path: "/set", Message: "the set is one that this library has a table of", Found: string(c.Set), Expected: "a name of its own"})
	}
	if p, bad := titleFault("/title", c.Title); bad {
		add(p)
	}
	groups := make([]entry, len(c.Groups))
	for i, g := range c.Groups {
		groups[i] = entry{g.ID, g.Title}
	}
	ps = append(ps, entryFaults("groups", groups)...)
	if len(c.Controls) == 0 {
		add(Problem{Code: codeNoControl, Path: "/controls", Message: "the set has no control", Expected: "at least one"})
	}
	controls := make([]entry, len(c.Controls))
	for i, control := range c.Controls {
		controls[i] = entry{control.ID, control.Title}
	}
	ps = append(ps, entryFaults("controls", controls)...)
	return append(ps, c.groupFaults()...)
}

// groupFaults lists the controls that stand under no group that there is.
func (c Catalogue) groupFaults() []Problem {
	var ps []Problem
	known, list := map[string]bool{"": true}, make([]string, len(c.Groups))
	for i, g := range c.Groups {
		known[g.ID], list[i] = true, g.ID
	}
	for i, control := range c.Controls {
		if known[control.Group] {
			continue
		}
		p := Problem{Code: codeGroup, Path: fmt.Sprintf("/controls/%d/group", i), Message: "the control stands under no group of the set", Found: control.Group, Expected: "the id of one of its groups"}
		if near, ok := enum.Nearest(control.Group, list); ok {
			p.Hint = fmt.Sprintf("did you mean %q?", near)
		}
		ps = append(ps, p)
	}
	return ps
}

// An entry is what a group and a control have in common.
type entry struct{ id, title string }

// entryFaults lists what is wrong with the entries of a list.
func entryFaults(list string, entries []entry) []Problem {
	var ps []Problem
	first := map[string]int{}
	for i, e := range entries {
		path := fmt.Sprintf("/%s/%d", list, i)
		before, twice := first[e.id]
		switch {
		case !isID(e.id):
			ps = append(ps, Problem{Code: codeIdentifier, Path: path + "/id", Message: "the id cannot stand in a reference", Found: e.id, Expected: `at most 64 letters of ASCII, digits and . - _ ( ), beginning with a letter or a digit, such as "X-7"`})
		case twice:
			ps = append(ps, Problem{Code: codeTwice, Path: path + "/id", Message: fmt.Sprintf("the id is that of /%s/%d already", list, before), Found: e.id, Expected: "each id once"})
		default:
			first[e.id] = i
		}
		if p, bad := titleFault(path+"/title", e.title); bad {
			ps = append(ps, p)
		}
	}
	return ps
}

// mostTitle is how many bytes a title may have: it has to fit a cell.
const mostTitle = 500

// titleFault returns what is wrong with a title.
func titleFault(path, title string) (Problem, bool) {
	good := title != "" && len(title) <= mostTitle && utf8.ValidString(title) &&
		strings.TrimSpace(title) == title && !strings.ContainsFunc(title, unicode.IsControl)
	return Problem{Code: codeTitle, Path: path, Message: "the title is missing or cannot be printed in one line", Found: title, Expected: "one line of at most 500 bytes, without spaces at its ends"}, !good
}
