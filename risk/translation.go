package risk

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Translation declares how what was judged for one method is put in the words
// of another, factor by factor. Somebody has to declare it: that "likely" here
// is "4" there follows from nothing.
type Translation struct {
	From    MethodRef          `json:"from,omitzero"`
	To      MethodRef          `json:"to,omitzero"`
	Factors []TranslatedFactor `json:"factors,omitzero"`
}

// TranslatedFactor says where the level of one factor comes from.
type TranslatedFactor struct {
	// Factor is the ID of a factor of the method translated to.
	Factor string `json:"factor,omitzero"`
	// Of is the ID of the factor of the other method that it is read from, one
	// factor for as many as one likes.
	Of string `json:"of,omitzero"`
	// Levels gives IDs of levels of Factor by IDs of levels of Of. A level that is
	// not in it has no translation. Nil is every level of the same ID.
	Levels map[string]string `json:"levels,omitzero"`
	// Always is a level of Factor that is assumed of every risk, in place of Of.
	Always string `json:"always,omitzero"`
}

// Inputs translates inputs of the method that the translation is from. The
// error names each input that has no translation. Factors that were left out
// stay so; whether the result can be rated is for the other method to say.
func (t Translation) Inputs(from Method, in Inputs) (Inputs, error) {
	if from.Ref() != t.From {
		return nil, fmt.Errorf("risk: translation: got inputs of method %s, want %s", from.Ref(), t.From)
	}
	if errs := from.inputErrors(in); len(errs) > 0 {
		return nil, errs
	}
	out := make(Inputs, len(t.Factors))
	var faults []string
	for _, f := range t.Factors {
		if f.Always != "" {
			out[f.Factor] = f.Always
			continue
		}
		source, _ := from.Factor(f.Of)
		level, ok := source.Scale.Read(in[f.Of])
		if !ok {
			continue // left out
		}
		id, ok := level.ID, true
		if f.Levels != nil {
			id, ok = f.Levels[level.ID]
		}
		if !ok {
			faults = append(faults, fmt.Sprintf("level %q of factor %q has no translation for factor %q", clip(level.ID), clip(f.Of), clip(f.Factor)))
			continue
		}
		out[f.Factor] = id
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("risk: translation to %s: %s", t.To, strings.Join(faults, "; "))
	}
	return out, nil
}

// Problems lists what is wrong with a translation between two methods: factors
// and levels that they do not have, a factor that is translated twice or, though
// not optional, not at all. Where the methods are not those that it names, that is
// the only problem. That some levels have no translation is none: the
// risks judged so are named when they are met.
func (t Translation) Problems(from, to Method) []Problem {
	var ps problems
	for _, m := range []struct {
		path      string
		got, want MethodRef
	}{{"/from", t.From, from.Ref()}, {"/to", t.To, to.Ref()}} {
		if m.got == m.want {
			continue
		}
		what := "translation is of another method"
		if m.want == (MethodRef{}) {
			what = "method is not known"
		}
		ps.add(Problem{Code: codeTranslated, Path: m.path, Message: what, Found: m.got.String(), Expected: clip(m.want.String())})
	}
	if len(ps) > 0 {
		return ps // all else would follow from that
	}
	first := make(map[string]int, len(t.Factors))
	for i, f := range t.Factors {
		path := fmt.Sprintf("/factors/%d", i)
		target, ok := to.Factor(f.Factor)
		if !ok {
			ps.noFactor(path+"/factor", f.Factor, to)
			continue
		}
		if at, twice := first[f.Factor]; twice {
			ps.add(Problem{Code: codeTranslatedTwo, Path: path + "/factor", Message: "factor is translated already", Found: f.Factor, Hint: fmt.Sprintf("the other is /factors/%d", at)})
		}
		first[f.Factor] = i
		f.problems(&ps, path, from, target)
	}
	for _, f := range to.Factors {
		if _, ok := first[f.ID]; !ok && !f.Optional {
			ps.add(Problem{Code: codeUntranslated, Path: "/factors", Message: "factor is not translated", Expected: clip(f.ID)})
		}
	}
	return ps
}

func (ps *problems) noFactor(path, id string, m Method) {
	known := make([]string, len(m.Factors))
	for i, f := range m.Factors {
		known[i] = f.ID
	}
	ps.add(Problem{
		Code: codeTranslatedOf, Path: path, Message: "method " + clip(m.Ref().String()) + " has no such factor",
		Found: id, Expected: oneOf(known), Hint: didYouMean(id, known),
	})
}

// problems judges where the levels of the target come from.
func (f TranslatedFactor) problems(ps *problems, path string, from Method, target Factor) {
	if (f.Of == "") == (f.Always == "") || f.Always != "" && f.Levels != nil {
		ps.add(Problem{Code: codeTranslatedBy, Path: path, Message: "factor is read from another, or always the same", Expected: "one of \"of\" and \"always\""})
		return
	}
	level := func(path, id string, levels []Level) {
		if find(levels, id) < 0 {
			ps.add(Problem{Code: codeTranslatedTo, Path: path, Message: "level is not on the scale", Found: id, Expected: oneOf(words(levels)), Hint: levelHint(levels, id)})
		}
	}
	if f.Always != "" {
		level(path+"/always", f.Always, target.Scale.Levels)
		return
	}
	source, ok := from.Factor(f.Of)
	if !ok {
		ps.noFactor(path+"/of", f.Of, from)
		return
	}
	for _, id := range slices.Sorted(maps.Keys(f.Levels)) {
		at := member(path+"/levels", id)
		level(at, id, source.Scale.Levels)
		level(at, f.Levels[id], target.Scale.Levels)
	}
}

// member is the JSON Pointer of a member of an object.
func member(path, name string) string {
	return path + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}
