package file

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// scenario is a scenario as it stands in a file: in place of what it is made of,
// it may have a FAIR tree. Trees are read by themselves, since they know more
// than a form that is the same for all.
type scenario struct {
	plain

	Fair        json.RawMessage `json:"fair,omitzero"`        // event by event
	FairProduct json.RawMessage `json:"fairProduct,omitzero"` // the product of the factors, as some tools compute
}

type plain loss.Scenario

// The words of trees, with what makes a scenario of one.
var trees = []struct {
	member string
	make   func(t fair.Tree, id string) (loss.Scenario, error)
}{
	{"fair", fair.Tree.Scenario},
	{"fairProduct", fair.Tree.Product},
}

// standsFor are the members of a scenario that a tree says.
var standsFor = []string{"frequency", "period", "vulnerability", "rateFactor", "severity", "then", "own", "fair", "fairProduct"}

// codeTree is the code of a scenario that has a tree and what the tree stands for.
const codeTree = "LF001"

// grow makes scenarios of the trees in the text. The faults of their text come
// apart from what is wrong with the trees.
func grow(m *loss.Model, root *doc.Node) ([]doc.Fault, loss.Problems) {
	var faults []doc.Fault
	var found loss.Problems
	list := root.Member("scenarios")
	for i := range m.Scenarios {
		for _, form := range trees {
			n := list.Items[i].Member(form.member)
			if n == nil {
				continue
			}
			path := fmt.Sprintf("/scenarios/%d", i)
			found = append(found, beside(&list.Items[i], path, form.member)...)
			var t fair.Tree
			bad := doc.Decode(n, &t, doc.Options{Forms: forms})
			for j := range bad {
				bad[j].Path = path + "/" + form.member + bad[j].Path
			}
			faults = append(faults, bad...)
			s, err := form.make(t, m.Scenarios[i].ID)
			found = append(found, wrong(err, path+"/"+form.member)...)
			become(&m.Scenarios[i], s, err != nil)
		}
	}
	return faults, found
}

// beside returns the faults of members that the tree stands for.
func beside(n *doc.Node, path, tree string) loss.Problems {
	var all loss.Problems
	for _, m := range n.Items {
		if m.Name != tree && slices.Contains(standsFor, m.Name) {
			all = append(all, loss.Problem{Code: codeTree, Path: path + "/" + m.Name, Found: m.Name + " beside " + tree, Want: "one of the two"})
		}
	}
	return all
}

// wrong returns what is wrong with a tree.
func wrong(err error, path string) loss.Problems {
	ps, _ := errors.AsType[fair.Problems](err)
	all := make(loss.Problems, len(ps))
	for i, p := range ps {
		all[i] = loss.Problem{Code: p.Code, Path: path + p.Path, Found: p.Found, Want: p.Want}
	}
	return all
}

// become puts what a tree says into the scenario; if it says nothing, what is not
// wrong.
func become(s *loss.Scenario, of loss.Scenario, nothing bool) {
	if nothing {
		zero, _ := dist.NewConstant(0)
		of = loss.Scenario{Frequency: loss.Exactly{}, Severity: zero}
	}
	if s.Title == "" {
		s.Title = of.Title
	}
	s.Frequency, s.Period, s.RateFactor, s.Vulnerability = of.Frequency, of.Period, of.RateFactor, of.Vulnerability
	s.Severity, s.Then, s.Own = of.Severity, of.Then, nil
}

// planted returns the pointer to the tree from which something in a scenario
// came, or the pointer itself.
func planted(root *doc.Node, path string) string {
	parts := strings.SplitN(path, "/", 5)
	if len(parts) < 4 || parts[1] != "scenarios" || !slices.Contains(standsFor, parts[3]) {
		return path
	}
	above := strings.Join(parts[:3], "/")
	n, _ := root.At(above)
	for _, form := range trees {
		if n.Member(form.member) != nil && n.Member(parts[3]) == nil {
			return above + "/" + form.member
		}
	}
	return path
}
