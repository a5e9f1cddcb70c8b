package isms

import (
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/risk"
)

// harmonization checks that levels exist and, where a common method is named,
// that every level has a common one in the same order.
func (c *checker) harmonization(use MethodInUse, v MethodVersion, path string) {
	h := v.Harmonization
	likelihood, _ := use.Method.Coordinate(risk.Likelihood)
	consequence, _ := use.Method.Coordinate(risk.Consequence)
	for _, part := range []struct {
		member string
		list   []CommonLevel
		levels []risk.Level
	}{{"levels", h.Levels, use.Method.Levels}, {"likelihood", h.Likelihood, likelihood.Scale.Levels}, {"consequence", h.Consequence, consequence.Scale.Levels}} {
		seen := make(map[string]bool)
		for i, l := range part.list {
			at := path + "/" + part.member + "/" + strconv.Itoa(i) + "/level"
			c.level(risk.Method{ID: use.Method.ID, Version: use.Method.Version, Levels: part.levels}, l.Level, at)
			if seen[l.Level] && l.Level != "" {
				c.add(CodeTwice, at, message{text: "another entry is for this level", found: l.Level, expected: "one that is used once"})
			}
			seen[l.Level] = true
		}
	}
	if h.To == "" {
		return
	}
	common, err := c.methods.find(h.To, v.From)
	switch {
	case err != nil:
		c.unknown(path+"/to", h.To, err)
	case common.Method.Ref() == use.Method.Ref(), common.Version.Harmonization.To != "":
		c.add(CodeMethod, path+"/to", message{
			text: "the common method is this one, or has another one itself", found: h.To, expected: "a method that is mapped to no other",
		})
	default:
		c.adoptHarmonization(h.harmonization(use.Method, common.Method), use.Method, path)
	}
}

// adoptHarmonization takes over what package risk found in the mapping.
func (c *checker) adoptHarmonization(h risk.Harmonization, method risk.Method, path string) {
	for _, p := range h.Problems(risk.Methods{method}) {
		rest, ok := strings.CutPrefix(p.Path, "/methods/0/")
		if !ok {
			continue // of the common method, reported where that is
		}
		member, _, _ := strings.Cut(rest, "/") // what follows is a level, here an entry of a list
		p.Path = "/" + member
		c.adopt([]risk.Problem{p}, path)
	}
}
