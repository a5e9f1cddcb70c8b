package report

import (
	"strconv"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// totals counts the open risks: by current level, the highest of each method
// first, and those about which something has to be decided.
func (r *reader) totals() docinfo.Fields {
	bare, above, judged := 0, 0, false
	var levels []level
	for _, e := range r.risks {
		if !e.open {
			continue
		}
		l := e.levels[isms.Current]
		levels = append(levels, l)
		c, ok := l.Criterion()
		judged = judged || ok
		if ok && !c.Acceptable {
			above++
		}
		if r.bare(e) {
			bare++
		}
	}
	fields := docinfo.Fields{{Name: "Open risks", Value: docinfo.Plain(strconv.Itoa(len(levels)))}}
	fields = append(fields, r.byLevel(levels)...)
	if judged {
		fields = append(fields, docinfo.Field{Name: "Above the acceptance criteria", Value: docinfo.Plain(strconv.Itoa(above))})
	}
	return append(fields, docinfo.Field{Name: "Neither treated nor accepted", Value: docinfo.Plain(strconv.Itoa(bare))})
}

// byLevel counts levels in their order, a field for each method.
func (r *reader) byLevel(levels []level) docinfo.Fields {
	var fields docinfo.Fields
	for len(levels) > 0 {
		title, label := r.heading(levels[0]), levels[0].word()
		n := 1
		for n < len(levels) && r.heading(levels[n]) == title && levels[n].word() == label {
			n++
		}
		levels = levels[n:]
		text := joined(" ", strconv.Itoa(n), label)
		if last := len(fields) - 1; last >= 0 && fields[last].Name == title {
			fields[last].Value[0].Text += ", " + text
			continue
		}
		fields = append(fields, docinfo.Field{Name: title, Value: docinfo.Plain(text)})
	}
	return fields
}

// heading says of which levels a count is.
func (r *reader) heading(l level) string {
	switch {
	case l.IsZero():
		return "Without a level"
	case r.orders[l.terms()].shared && len(r.orders) < 2:
		return "By common level"
	case len(r.orders) < 2:
		return "By current level"
	}
	return seen(titled(r.orders[l.terms()].title, l.terms()), "Without a method")
}

// bare reports whether an open risk is neither treated nor accepted, and is not
// within the criteria as it is.
func (r *reader) bare(e *entry) bool {
	return e.open && e.standing != accepted && e.standing != needless && len(r.parts[e.ID]) == 0 && len(e.treated) == 0
}
