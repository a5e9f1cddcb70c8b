package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/risk"
)

// level is what a risk is rated at a stage, with the assessment that says so.
type level struct {
	isms.Rated

	of     isms.Assessment // zero where there is none
	method string          // "id@version", else as the assessment names it
	common common          // zero where the level has no place among those of another method
}

// level rates a risk: by its own assessment, or by its parts.
func (r *reader) level(rk isms.Risk, stage isms.Stage) level {
	l := level{Rated: isms.Rated{Rank: -1}}
	if rk.Combine.FromParts() {
		l.Rated = r.v.RateRisk(rk, stage)
		if l.From != "" {
			l.of, _ = r.record[l.From].AssessmentAt(stage, r.at)
		}
	} else if a, ok := assessment(rk, stage, r.at); ok {
		l.Rated, l.of = r.v.Rate(a), a
		l.From = rk.ID
	}
	l.method = seen(l.Rating().Method.String(), l.of.Method)
	l.common = r.inCommon(l)
	return l
}

// label is what people call the level; a level that shows nothing still counts.
func (l level) label() string {
	if l.IsZero() {
		return ""
	}
	return seen(l.Label(), l.Level, "without a name")
}

// tone judges the level by the acceptance criteria; neutral where there are
// none.
func (l level) tone() docinfo.Tone {
	c, ok := l.Criterion()
	switch {
	case !ok:
		return 0
	case c.Acceptable:
		return docinfo.Good
	case l.Rank == len(l.Use.Method.Levels)-1:
		return docinfo.Bad
	}
	return docinfo.Attention
}

// coordinate is what people call a coordinate of the rating; "" where it has
// none.
func (l level) coordinate(role risk.Role) string {
	rating := l.coordinates()
	id := rating.Likelihood
	if role == risk.Consequence {
		id = rating.Consequence
	}
	if l.Use != nil {
		f, _ := l.Use.Method.Coordinate(role)
		if i := slices.IndexFunc(f.Scale.Levels, func(l risk.Level) bool { return l.ID == id }); i >= 0 {
			return seen(f.Scale.Levels[i].Label, id)
		}
	}
	return id
}

// coordinates returns the rating with the coordinates recorded or, unless both
// are, those that the method gives.
func (l level) coordinates() risk.Rating {
	if l.Recorded.Likelihood != "" && l.Recorded.Consequence != "" {
		return l.Recorded
	}
	return l.Computed
}

// levelCell prints the level of a risk at a stage, and what it rests on.
func (r *reader) levelCell(e *entry, stage isms.Stage) docinfo.Cell {
	l := e.levels[stage]
	c := docinfo.Cell{Text: l.label(), Note: joined("; ", r.basis(e, stage)...)}
	switch {
	case c.Text == "" && stage == isms.Current:
		c.Text = r.unrated(e, l)
		c.Tone = docinfo.Attention
	case c.Text == "" && l.From != "":
		c.Text = "not rated"
	case stage != isms.Inherent:
		c.Tone = l.tone()
	}
	if !e.open {
		c.Tone = 0
	}
	return c
}

// unrated says why a risk has no level.
func (r *reader) unrated(e *entry, l level) string {
	switch {
	case l.From != "":
		return "not rated"
	case !e.whole:
		return "not assessed"
	case slices.ContainsFunc(r.parts[e.ID], func(id isms.RiskID) bool { return !r.risks[r.place[id]].levels[isms.Current].IsZero() }):
		return "parts not comparable"
	}
	return "parts not assessed"
}

// basis says what a level rests on.
func (r *reader) basis(e *entry, stage isms.Stage) []string {
	l := e.levels[stage]
	if l.From == "" {
		return nil
	}
	var list []string
	if l.From != e.ID {
		list = append(list, "highest of its parts: "+string(l.From))
	}
	list = append(list, joined(" ", l.of.On.String(), phrase("by", r.party(l.of.By))))
	if l.of.Stage != stage {
		list = append(list, "assessed as "+word(l.of.Stage))
	}
	if len(l.of.Presumes) > 0 {
		list = append(list, "presumes "+strings.Join(texts(l.of.Presumes), ", "))
	}
	if l.method != e.levels[isms.Current].method {
		list = append(list, "by "+l.method)
	}
	if l.Use == nil && l.of.Method != "" {
		list = append(list, "method "+l.of.Method+" is not known here")
	}
	return append(list, r.departure(l))
}

// departure says where the level that holds is not the one that the method
// makes of the inputs.
func (r *reader) departure(l level) string {
	made := ""
	if computed := l.Computed.Level; computed != "" && computed != l.Level {
		level, _ := l.Use.Method.Level(computed)
		made = "the inputs give " + seen(level.Label, computed)
	}
	if !l.Overridden {
		return made
	}
	d := l.of.Override.Decision
	return joined(", ", "set by "+cmp.Or(r.decider(d), "a person")+phrase(":", d.Reason), made)
}

// scale lists the levels that risks have at a stage, the highest of each
// method first.
func (r *reader) scale(stage isms.Stage) []string {
	list := make([]level, len(r.risks))
	for i, e := range r.risks {
		list[i] = e.levels[stage]
	}
	slices.SortFunc(list, func(a, b level) int {
		return cmp.Or(strings.Compare(a.terms(), b.terms()), cmp.Compare(b.rank(), a.rank()),
			strings.Compare(a.method, b.method), cmp.Compare(b.Rank, a.Rank), strings.Compare(a.label(), b.label()))
	})
	var labels []string
	for i, l := range list {
		if label := l.label(); label != "" && (i == 0 || label != list[i-1].label()) {
			labels = append(labels, label)
		}
	}
	return labels
}
