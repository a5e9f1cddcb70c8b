package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

// correspondence prints what became of controls of 2013 and where those of 2022
// come from; without arguments all 115 pairs.
func correspondence(c *call) error {
	var pairs []annexa.Correspondence
	for _, arg := range c.args {
		found, err := pairsOf(arg)
		if err != nil {
			return err
		}
		pairs = append(pairs, found...)
	}
	if len(c.args) == 0 {
		pairs = slices.Collect(annexa.Correspondences())
	}
	t := c.text()
	for _, p := range pairs {
		old, _ := annexa.Lookup(p.Old)
		now, _ := annexa.Lookup(p.New)
		t.hang(0, fmt.Sprintf("%-9s", p.Old.ID), first(old.Title, old.ShortName))
		t.hang(2, fmt.Sprintf("→ %-6s", p.New.ID), first(now.Title, now.ShortName)+" ("+p.Kind.String()+")")
	}
	t.linef("")
	t.hang(0, "", "A correspondence says where to look. It does not say that the two ask the same.")
	return nil
}

// pairsOf reads a control of either edition. In both A.5.1.1 is of 2013, A.5.1 of
// 2022.
func pairsOf(arg string) ([]annexa.Correspondence, error) {
	old := annexa.ControlRef{Set: annexa.ISO27001v2013, ID: arg}
	if _, ok := annexa.Lookup(old); !ok {
		old.ID = "A." + arg
	}
	if _, ok := annexa.Lookup(old); ok {
		return slices.Collect(annexa.Successors(old)), nil
	}
	now, err := annexa.Parse(arg)
	if err != nil {
		return nil, fmt.Errorf("catalogue: got %q, want a control of 2013 such as A.9.2.1 or one of 2022 such as A.5.16; the nearest is %s", arg, nearest(arg, controls()))
	}
	pairs := slices.Collect(annexa.Predecessors(now))
	if len(pairs) == 0 {
		return nil, fmt.Errorf("catalogue: %s is new in 2022: it comes from no control of 2013", strings.TrimPrefix(now.String(), "iso27001:2022/"))
	}
	return pairs, nil
}

func controls() []string {
	var all []string
	for _, set := range []annexa.Set{annexa.ISO27001v2022, annexa.ISO27001v2013} {
		for c := range annexa.Controls(set) {
			all = append(all, c.Ref.ID)
		}
	}
	return all
}
