package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
)

// A framework is a crosswalk by the name that people type.
type framework struct {
	name, table string // for people, and of the table in crosswalk.Tables
	set         annexa.Set
	pairs       func() crosswalk.Map // to ISO/IEC 27001:2022
}

var frameworks = []framework{
	{"csf2", "csf20", crosswalk.CSFv2, crosswalk.CSF},
	{"sp800-53", "sp80053r5", crosswalk.SP80053r5, crosswalk.SP80053},
	{"nis2", "nis2", crosswalk.NIS2v2024, crosswalk.NIS2},
	{"gdpr", "gdpr", crosswalk.GDPRv2016, crosswalk.GDPRToISO27001},
	{"hipaa", "hipaa", crosswalk.HIPAAv2013, func() crosswalk.Map { return crosswalk.HIPAA().Compose(crosswalk.SP80053()) }},
}

// crosswalks prints what stands beside items, in whichever of the two frameworks
// they are; without items the whole crosswalk from the side of Annex A.
func crosswalks(c *call) error {
	i := slices.IndexFunc(frameworks, func(f framework) bool { return f.name == c.args[0] })
	if i < 0 {
		var all []string
		for _, f := range frameworks {
			all = append(all, f.name)
		}
		return fmt.Errorf("catalogue: got the framework %q, want one of %s", c.args[0], strings.Join(all, ", "))
	}
	f := frameworks[i]
	to := f.pairs()
	if len(to) == 0 {
		return fmt.Errorf("catalogue: this program was built without the crosswalk %s", f.name)
	}
	both := append(to.Invert(), to...)
	asked := to.To()
	if items := c.args[1:]; len(items) > 0 {
		asked = nil
		for _, item := range items {
			ref, err := f.ref(item, both)
			if err != nil {
				return err
			}
			asked = append(asked, ref)
		}
	}
	for _, ref := range asked {
		c.beside(ref, both)
	}
	c.terms(f)
	return nil
}

// ref reads an item of either side, and finds it in the crosswalk.
func (f framework) ref(item string, both crosswalk.Map) (crosswalk.Ref, error) {
	known := both.From()
	for _, name := range []string{item, "A." + item, string(f.set) + "/" + item} {
		ref, err := crosswalk.Parse(name)
		if err == nil && slices.Contains(known, ref) {
			return ref, nil
		}
	}
	ids := make([]string, len(known))
	for i, ref := range known {
		ids[i] = ref.ID
	}
	return crosswalk.Ref{}, fmt.Errorf("catalogue: the crosswalk %s speaks of no %q; the nearest is %s", f.name, item, nearest(item, ids))
}

// beside prints what stands beside one reference.
func (c *call) beside(ref crosswalk.Ref, both crosswalk.Map) {
	var ids []string
	relation := crosswalk.Relation(0)
	for p := range both.Of(ref) {
		if !slices.Contains(ids, p.To.ID) {
			ids = append(ids, p.To.ID)
		}
		relation = p.Relation
	}
	t := c.text()
	t.hang(0, fmt.Sprintf("%-12s", ref.ID), strings.Join(ids, ", "))
	t.hang(13, "", relation.String()+title(ref))
}

// title names a control or clause of ours.
func title(ref crosswalk.Ref) string {
	if c, ok := ref.Control(); ok {
		if control, known := annexa.Lookup(c); known {
			return ": " + first(control.Title, control.ShortName)
		}
	}
	if c, ok := ref.Clause(); ok {
		if clause, known := annexa.LookupClause(c); known {
			return ": " + first(clause.Title, clause.ShortName)
		}
	}
	return ""
}

func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// terms says who published a crosswalk, and what has to be said with it.
func (c *call) terms(f framework) {
	t := c.text()
	for table := range crosswalk.Tables() {
		if table.Name != f.table {
			continue
		}
		t.linef("")
		t.hang(0, "", fmt.Sprintf("As published by %s: %s. License: %s. %s", table.Publisher, table.Publication, table.License, table.Notice))
	}
	t.linef("")
	t.hang(0, "", "Related says where to look. Nobody states that who meets one meets the other; unknown pairs were composed, and nobody has published them.")
}
