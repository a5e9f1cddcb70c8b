package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	find "github.com/ismskit/ismskit/annexa/search"
)

// list prints a line for each entry, under the headings they stand with.
func list(c *call) error {
	entries, err := c.filtered()
	if err != nil {
		return err
	}
	t, group := c.text(), ""
	for _, e := range entries {
		if e.Group() != group {
			if group != "" {
				t.linef("")
			}
			group = e.Group()
			t.linef("%s", group)
		}
		t.hang(2, fmt.Sprintf("%-8s", e.ID()), e.Title())
	}
	t.linef("\n%s", plural(len(entries), "item"))
	return nil
}

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

func viewFlags(f *flag.FlagSet, c *call) {
	f.StringVar(&c.by, "by", "capability", "`attribute`: control-type, property, concept, capability, domain, theme")
	filterFlags(f, c)
}

// view prints the values of an attribute, each with its controls.
func view(c *call) error {
	by := annexa.Attribute(0)
	if err := by.UnmarshalText([]byte(c.by)); err != nil {
		return err
	}
	criteria, err := c.filter.criteria()
	if err != nil {
		return err
	}
	v, err := annexa.NewView(by, criteria...)
	if err != nil {
		return err
	}
	t := c.text()
	for _, g := range v.Groups {
		t.linef("%-40s%4d", strings.ReplaceAll(g.Value, "_", " "), len(g.Controls))
		ids := make([]string, len(g.Controls))
		for i, ref := range g.Controls {
			ids[i] = ref.String()
		}
		if len(ids) > 0 {
			t.hang(4, "", strings.Join(ids, ", "))
		}
	}
	t.linef("\n%s; one with several values stands under each", plural(v.Controls, "control"))
	return nil
}

func searchFlags(f *flag.FlagSet, c *call) {
	f.IntVar(&c.most, "n", 10, "how `many` results")
}

// search prints the items that answer best, each with its best passage.
func search(c *call) error {
	query := strings.Join(c.args, " ")
	hits := find.New(c.laid.All(), find.Options{}).Search(query+" ", c.most)
	if len(hits) == 0 {
		return fmt.Errorf("catalogue: nothing has any of the words %q", query)
	}
	t := c.text()
	for _, h := range hits {
		e, _, err := c.entry(h.Item)
		if err != nil {
			continue // a clause that is a heading alone
		}
		t.hang(0, fmt.Sprintf("%-8s", h.Item), e.Title())
		if h.Address != "" {
			t.hang(10, strings.TrimPrefix(h.Address, h.Item+"/"), h.Text)
		}
	}
	return nil
}
