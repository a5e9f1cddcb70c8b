package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
	"github.com/ismskit/ismskit/risk/plot"
)

// Judged returns the register for a comparison of methods: every risk that is
// open at the date of the view, with the inputs of its latest assessment for each
// method; of the current stage or, where nobody assessed that, of the one at
// which the risk stands. A risk whose level follows from others, or whose
// consequences were judged one by one, has none.
func Judged(v *isms.View) []compare.Risk {
	var register []compare.Risk
	for _, rk := range v.System().Risks {
		if rk.StateAt(v.At()) != isms.Open {
			continue
		}
		line := compare.Risk{ID: string(rk.ID), Title: rk.Title}
		if !rk.Combine.FromParts() {
			line.Judged = judged(v, rk)
		}
		register = append(register, line)
	}
	return register
}

// judged lists what was judged of a risk, the latest assessment for each method.
func judged(v *isms.View, rk isms.Risk) []compare.Judgement {
	var list []isms.Assessment
	for _, a := range rk.Assessments {
		if a.Stage == isms.Current && !a.On.IsZero() && !a.On.After(v.At()) {
			list = append(list, a)
		}
	}
	if len(list) == 0 {
		if a, ok := assessment(rk, isms.Current, v.At()); ok {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b isms.Assessment) int {
		switch {
		case a.On.Before(b.On):
			return -1
		case b.On.Before(a.On):
			return 1
		}
		return 0
	})
	var all []compare.Judgement
	for _, a := range list {
		use, ok := v.MethodOf(a.Method, a.On)
		if !ok || len(a.Inputs) == 0 {
			continue
		}
		ref := use.Method.Ref()
		all = slices.DeleteFunc(all, func(j compare.Judgement) bool { return j.Method == ref })
		all = append(all, compare.Judgement{Method: ref, Inputs: a.Inputs})
	}
	return all
}

// mostDrawn is how many risks a slope chart shows: more cannot be read.
const mostDrawn = 100

// Comparison returns what package compare found of two methods as a document:
// how far their orders agree, the picture, every risk with both ranks, why those
// that move most do, and the risks that could not be compared. The methods are
// those of the comparison: their titles and labels are printed.
func Comparison(c compare.Comparison, a, b risk.Method) (docinfo.Document, error) {
	if a.Ref() != c.A || b.Ref() != c.B {
		return docinfo.Document{}, fmt.Errorf("report: comparison: got methods %s and %s, want %s and %s", a.Ref(), b.Ref(), c.A, c.B)
	}
	d := docinfo.Document{
		Name: "method-comparison", Title: "Comparison of methods", Language: "en",
		Subtitle: seen(a.Title, a.Ref().String()) + " and " + seen(b.Title, b.Ref().String()),
		Meta: []docinfo.Field{
			{Name: "A", Value: docinfo.Plain(titled(a.Title, a.Ref().String()))},
			{Name: "B", Value: docinfo.Plain(titled(b.Title, b.Ref().String()))},
		},
		Blocks: []docinfo.Block{agreement(c)},
		Footer: "Comparison of methods",
	}
	figure, err := slope(c, a, b)
	if err != nil {
		return docinfo.Document{}, fmt.Errorf("report: comparison: %w", err)
	}
	if figure.SVG != nil {
		d.Blocks = append(d.Blocks, figure)
	}
	d.Blocks = append(d.Blocks, rankTable(c, a, b), moverTable(c))
	if len(c.Left) > 0 {
		d.Blocks = append(d.Blocks, leftTable(c))
	}
	d.Blocks = append(d.Blocks, reading(
		"Levels of the two methods are not compared, orders are. 1 is the highest place; risks that a method does not tell apart share the mean of their places.",
		"A method orders by its levels and, within a level, by its score where it has one.",
		"τ-b and ρ are 1 where both methods give the same order, -1 where one is the other turned round. They say how far two methods agree, not which one is right.",
		"A risk that was not judged for a method is rated by it where a translation of the scales was declared; what has no translation is named, and counts for nothing.",
	))
	return d, nil
}

// agreement are the figures of a comparison.
func agreement(c compare.Comparison) docinfo.Fields {
	fields := docinfo.Fields{
		{Name: "Risks compared", Value: docinfo.Plain(strconv.Itoa(len(c.Rows)))},
		{Name: "Risks that could not be compared", Value: docinfo.Plain(strconv.Itoa(len(c.Left)))},
		{Name: "Kendall's τ-b", Value: docinfo.Plain(coefficient(c.Tau.Value))},
		{Name: "Spearman's ρ", Value: docinfo.Plain(coefficient(c.Rho.Value))},
	}
	if c.Tau.Pairs > 0 {
		tied := c.Tau.Pairs - c.Tau.Concordant - c.Tau.Discordant
		fields = append(fields, docinfo.Field{Name: "Pairs of risks", Value: docinfo.Plain(fmt.Sprintf(
			"%d: %d in the same order, %d turned round, %d not told apart by one method or both", c.Tau.Pairs, c.Tau.Concordant, c.Tau.Discordant, tied))})
	}
	return fields
}

func coefficient(v *float64) string {
	if v == nil {
		return "not defined: a method tells no two risks apart"
	}
	return strconv.FormatFloat(*v, 'f', 3, 64)
}

// slope draws the comparison, or those of its risks that move most.
func slope(c compare.Comparison, a, b risk.Method) (docinfo.Figure, error) {
	rows, caption := c.Rows, ""
	if len(rows) > mostDrawn {
		rows = c.Movers(mostDrawn)
		caption = fmt.Sprintf("The %d of %s that move most.", len(rows), count(len(c.Rows), "risk"))
	}
	s := plot.Slope{Left: line(seen(a.Title, a.Ref().String())), Right: line(seen(b.Title, b.Ref().String()))}
	ids := make(map[string]bool)
	for _, r := range rows {
		l := plot.Line{
			ID: line(r.ID), Label: line(r.Title),
			Left:  plot.Place{Rank: r.A.Rank, Level: line(levelLabel(a, r.A))},
			Right: plot.Place{Rank: r.B.Rank, Level: line(levelLabel(b, r.B))},
		}
		if ids[l.ID] { // two identifiers that only look the same
			l.ID, l.Label = "", joined(" ", l.ID, l.Label)
		}
		ids[l.ID] = true
		s.Lines = append(s.Lines, l)
	}
	if len(s.Lines) == 0 { // no risk, or many and none of which moves
		return docinfo.Figure{}, nil
	}
	svg, err := s.SVG()
	if err != nil {
		return docinfo.Figure{}, err
	}
	return docinfo.Figure{ID: "slope", SVG: svg, Caption: caption, Alt: "Slope chart of " + count(len(rows), "risk") + ", told in words in the table below."}, nil
}

func levelLabel(m risk.Method, p compare.Place) string {
	l, _ := m.Level(p.Level())
	return seen(l.Label, p.Level())
}

// places writes a number of places or points, halves included.
func places(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// moved says by how many places a risk goes up or down.
func moved(r compare.Row) string {
	switch m := r.Moved(); {
	case m > 0:
		return "▲ " + places(m)
	case m < 0:
		return "▼ " + places(math.Abs(m))
	}
	return "="
}
