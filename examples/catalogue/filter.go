package main

import (
	"encoding"
	"flag"
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/page"
)

// A filter is what the flags say of controls. Values of one flag widen the
// choice, flags narrow it.
type filter struct {
	themes       string
	types        annexa.ControlType
	properties   annexa.Property
	concepts     annexa.Concept
	capabilities annexa.Capability
	domains      annexa.Domain
	fresh        bool
}

// words reads the values of a set as people type them: "detect,respond",
// "identity and access management".
type words struct {
	into interface {
		encoding.TextUnmarshaler
		fmt.Stringer
	}
}

func (w words) String() string { return "" }

func (w words) Set(s string) error {
	return w.into.UnmarshalText([]byte(strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(s, ", ", ","), ",", ";"), " ", "_")))
}

func filterFlags(f *flag.FlagSet, c *call) {
	f.StringVar(&c.filter.themes, "theme", "", "`themes`: organizational, people, physical, technological; several with commas")
	f.Var(words{&c.filter.types}, "type", "control `types`: preventive, detective, corrective")
	f.Var(words{&c.filter.properties}, "property", "`properties`: confidentiality, integrity, availability")
	f.Var(words{&c.filter.concepts}, "concept", "cybersecurity `concepts`: identify, protect, detect, respond, recover")
	f.Var(words{&c.filter.capabilities}, "capability", "operational `capabilities`: governance, asset_management …")
	f.Var(words{&c.filter.domains}, "domain", "security `domains`: governance_and_ecosystem, protection, defence, resilience")
	f.BoolVar(&c.filter.fresh, "new", false, "only the controls that are new in 2022")
}

// criteria returns what annexa.Select and annexa.NewView take.
func (f filter) criteria() ([]annexa.Criterion, error) {
	all := []annexa.Criterion{f.types, f.properties, f.concepts, f.capabilities, f.domains}
	for word := range strings.FieldsFuncSeq(f.themes, func(r rune) bool { return r == ',' || r == ' ' }) {
		var theme annexa.Theme
		if err := theme.UnmarshalText([]byte(strings.ToUpper(word[:1]) + strings.ToLower(word[1:]))); err != nil {
			return nil, err
		}
		all = append(all, theme)
	}
	return all, nil
}

// isZero reports whether nothing is filtered.
func (f filter) isZero() bool { return f == filter{} }

// filtered returns the entries that meet the filter; without one all of them,
// clauses too.
func (c *call) filtered() ([]page.Entry, error) {
	if c.filter.isZero() {
		return c.entries, nil
	}
	criteria, err := c.filter.criteria()
	if err != nil {
		return nil, err
	}
	chosen := map[annexa.ControlRef]bool{}
	for control := range annexa.Select(criteria...) {
		chosen[control.Ref] = control.New || !c.filter.fresh
	}
	var all []page.Entry
	for _, e := range c.entries {
		if chosen[e.Control.Ref] {
			all = append(all, e)
		}
	}
	return all, nil
}
