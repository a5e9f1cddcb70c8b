package main

import (
	"fmt"
	"slices"
)

// A row is one control of another set than Annex A.
type row struct {
	id, group, roles, short string
	title                   string // the identifier under which the sheet of titles has it
	uncertain               bool
}

// edition is the controls of one edition, from the sheets controlsOF and titlesOF.
type edition struct {
	of, name, set string // "27018", "27018v2025", "ISO27018v2025"
	rows          []row
}

func controls27017(s sheets) ([]file, error) {
	e := edition{of: "27017", name: "27017v2015", set: "ISO27017v2015"}
	for _, r := range s["controls27017"].rows {
		e.rows = append(e.rows, row{id: r[0], group: r[1], roles: r[2], short: r[3], title: r[0]})
	}
	return s.editions(e)
}

func controls27018(s sheets) ([]file, error) {
	before := edition{of: "27018", name: "27018v2019", set: "ISO27018v2019"}
	after := edition{of: "27018", name: "27018v2025", set: "ISO27018v2025"}
	for _, r := range s["controls27018"].rows {
		before.rows = append(before.rows, row{id: r[0], group: r[3], roles: r[4], short: r[5], title: r[0]})
		after.rows = append(after.rows, row{id: r[1], group: r[3], roles: r[4], short: r[5], title: r[0], uncertain: r[2] == "yes"})
	}
	slices.SortFunc(after.rows, func(a, b row) int {
		if ascend(number(a.id), number(b.id)) {
			return -1
		}
		return 1
	})
	return s.editions(before, after)
}

func controls27701(s sheets) ([]file, error) {
	e := edition{of: "27701", name: "27701v2025", set: "ISO27701v2025"}
	for _, r := range s["controls27701"].rows {
		e.rows = append(e.rows, row{id: r[0], group: r[1], roles: r[2], short: r[3], title: r[0]})
	}
	return s.editions(e)
}

// editions writes the editions of one standard, which share their headings.
func (s sheets) editions(all ...edition) ([]file, error) {
	of := all[0].of
	groups, err := s.groups(all[0])
	if err != nil {
		return nil, err
	}
	src := s.begin("controls" + of)
	for _, e := range all {
		if err := src.edition(e, groups); err != nil {
			return nil, err
		}
	}
	src.open("What the controls stand under.", "groups"+of, "Group")
	for _, id := range groups {
		src.line("{ID: %q, Title: %s},", id, constant("title"+of, id))
	}
	src.end()
	return finish(src)
}

// edition writes one edition: index, controls, and the row of the heading that
// each stands under.
func (s *source) edition(e edition, groups []string) error {
	ids, under := make([]string, len(e.rows)), make([]int, len(e.rows))
	for i, r := range e.rows {
		ids[i], under[i] = r.id, slices.Index(groups, r.group)
		if under[i] < 0 {
			return fmt.Errorf("gen: controls%s.tsv: %s: got the group %q, want one of %q", e.of, r.id, r.group, groups)
		}
	}
	if err := s.index(e.name, "controls"+e.of, ids); err != nil {
		return err
	}
	s.open("Identifiers, whom each addresses, and our own short names, with the titles of the other file.", "controls"+e.name, "Control")
	for _, r := range e.rows {
		uncertain := ""
		if r.uncertain {
			uncertain = ", Uncertain: true"
		}
		s.line("{Ref: ControlRef{%s, %q}, ShortName: %q, Title: %s, Roles: %s%s},", e.set, r.id, r.short, constant("title"+e.of, r.title), set(r.roles), uncertain)
	}
	s.end()
	s.numbers("The rows in groups"+e.of+" of what they stand under.", "headings"+e.name, under)
	return nil
}

// groups returns the headings of a standard: what its sheet of titles has before
// the titles of the controls, which must follow in their order.
func (s sheets) groups(e edition) ([]string, error) {
	ids := s["titles"+e.of].ids()
	n := len(ids) - len(e.rows)
	for i, r := range e.rows {
		if n < 1 || ids[n+i] != r.title {
			return nil, fmt.Errorf("gen: titles%s.tsv: got other rows than the groups and then the controls of controls%s.tsv in their order", e.of, e.of)
		}
	}
	return ids[:n], nil
}

func titlesOthers(s sheets) ([]file, error) {
	var all []file
	for _, of := range []string{"27017", "27018", "27701"} {
		src, without := s.titles("titles"+of, "title"+of, "Titles of the headings, and of the controls.")
		files, err := finish(src, without)
		if err != nil {
			return nil, err
		}
		all = append(all, files...)
	}
	return all, nil
}
