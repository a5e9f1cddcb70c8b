package fair

import (
	"fmt"
	"strings"
)

// Problem is one fault of a tree.
type Problem struct { //nolint:errname // one of several faults, as everywhere here
	Code  string `json:"code,omitzero"`  // permanent, see [Codes]
	Path  string `json:"path,omitzero"`  // JSON Pointer: "/secondary/0/slef"
	Found string `json:"found,omitzero"` // what stands there
	Want  string `json:"want,omitzero"`  // what may stand there
}

func (p Problem) Error() string {
	return fmt.Sprintf("fair: %s: got %s, want %s", p.Path, p.Found, p.Want)
}

// Problems is every fault of a tree: first those of the tree, then those of the
// values.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// problems collects faults.
type problems struct{ all Problems }

func (ps *problems) add(code, path, found, want string) {
	ps.all = append(ps.all, Problem{code, path, found, want})
}

// err returns the faults, if there are any, as an error.
func (ps *problems) err() error {
	if len(ps.all) == 0 {
		return nil
	}
	return ps.all
}

// Codes of problems. A code is permanent: it keeps its meaning, and that of a
// problem no longer reported is not used again.
const (
	codeBoth    = "FT001"
	codeHalf    = "FT002"
	codeMissing = "FT003"
	codeStream  = "FT004"
	codeSize    = "FT005"
)

// Code is what a [Problem] of one code means.
type Code struct {
	ID    string `json:"id"`
	Means string `json:"means"`
}

// Codes lists the codes of problems of trees in their order; docs/quant/fair.md
// has an example of each. Faults of values have the codes of package loss.
func Codes() []Code {
	return []Code{
		{codeBoth, "a factor is given, and so is what it would be derived from"},
		{codeHalf, "one of two factors that say something together is missing"},
		{codeMissing, "a factor that the tree needs is missing"},
		{codeStream, "the id of a stream of secondary loss is missing, or another has it"},
		{codeSize, "there are more streams, and forms of primary loss, than a scenario has stages"},
	}
}
