package report

import (
	"cmp"
	"encoding"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// reader puts the records of a view into the words of documents.
type reader struct{ v *isms.View }

// document returns a document about the whole System as of the view's date.
func (r reader) document(stem, title string) docinfo.Document {
	sys := r.v.System()
	return docinfo.Document{
		Name: stem, Title: title, Subtitle: sys.Title, Language: sys.Language,
		Meta: []docinfo.Field{
			{Name: "As of", Value: docinfo.Plain(r.v.At().String())},
			{Name: "Management system", Value: docinfo.Plain(name(string(sys.ID), sys.Title))},
		},
	}
}

// name joins an identifier and what people call the thing.
func name(id, title string) string {
	if title == "" || title == id {
		return id
	}
	return id + " " + title
}

// word returns the word of an enumeration.
func word(v encoding.TextMarshaler) string {
	text, err := v.MarshalText()
	if err != nil {
		return "unknown"
	}
	return string(text)
}

// risks returns the risks identified by the date: open ones first, the highest
// level first, then by identifier. Levels of different methods are not
// compared: risks of one method stand together.
func (r reader) risks() []isms.Risk {
	var list []isms.Risk
	rated := make(map[isms.RiskID]isms.Rated)
	for _, risk := range r.v.System().Risks {
		if risk.StateAt(r.v.At()) != 0 {
			list = append(list, risk)
			rated[risk.ID] = r.v.RateRisk(risk, isms.Current)
		}
	}
	slices.SortStableFunc(list, func(a, b isms.Risk) int {
		x, y := rated[a.ID], rated[b.ID]
		return cmp.Or(
			cmp.Compare(a.StateAt(r.v.At()), b.StateAt(r.v.At())),
			cmp.Compare(methodOf(x), methodOf(y)),
			cmp.Compare(y.Rank, x.Rank),
		)
	})
	return list
}

func methodOf(rated isms.Rated) string { return rated.Rating().Method.String() }

func (r reader) status(risk isms.Risk) string {
	if risk.StateAt(r.v.At()) == isms.Closed {
		return "Closed"
	}
	return "Open"
}

// summary counts the open risks by current level, the highest first.
func (r reader) summary(risks []isms.Risk) docinfo.Block {
	type level struct {
		label, method string
		rank          int
	}
	counts := make(map[level]int)
	open := 0
	for _, risk := range risks {
		if risk.StateAt(r.v.At()) != isms.Open {
			continue
		}
		open++
		rated := r.v.RateRisk(risk, isms.Current)
		key := level{rated.Label(), methodOf(rated), rated.Rank}
		if rated.IsZero() {
			key.label = "not assessed"
		}
		counts[key]++
	}
	var levels []level
	for l := range counts {
		levels = append(levels, l)
	}
	slices.SortFunc(levels, func(a, b level) int {
		return cmp.Or(cmp.Compare(a.method, b.method), cmp.Compare(b.rank, a.rank), cmp.Compare(a.label, b.label))
	})
	f := docinfo.Fields{{Name: "Open risks", Value: docinfo.Plain(strconv.Itoa(open))}}
	for _, l := range levels {
		label := strings.ToUpper(l.label[:1]) + l.label[1:]
		if l.method != "" {
			label += " (" + l.method + ")"
		}
		f = append(f, docinfo.Field{Name: label, Value: docinfo.Plain(strconv.Itoa(counts[l]))})
	}
	return f
}

// scenario says what a risk is about, in one line.
func (r reader) scenario(risk isms.Risk) string {
	if risk.Event != "" {
		return risk.Event
	}
	var parts []string
	for _, id := range risk.Threats {
		parts = append(parts, r.v.Title(isms.Ref{Kind: isms.KindThreat, ID: string(id)}))
	}
	for _, id := range risk.Weaknesses {
		parts = append(parts, r.v.Title(isms.Ref{Kind: isms.KindWeakness, ID: string(id)}))
	}
	var assets []string
	for _, id := range risk.Assets {
		assets = append(assets, r.v.Title(isms.Ref{Kind: isms.KindAsset, ID: string(id)}))
	}
	text := strings.Join(parts, ", ")
	if len(assets) > 0 {
		text = strings.TrimPrefix(text+" → "+strings.Join(assets, ", "), " → ")
	}
	return text
}

func (r reader) harms(risk isms.Risk) docinfo.Cell {
	var c docinfo.Cell
	seen := make(map[isms.Property]bool)
	for _, q := range risk.Consequences {
		if q.Property != 0 && !seen[q.Property] {
			seen[q.Property] = true
			c.Items = append(c.Items, docinfo.Plain(word(q.Property)))
		}
	}
	return c
}

func (r reader) party(p isms.Party) docinfo.Cell {
	if p.IsZero() {
		return docinfo.Cell{Text: "none", Tone: docinfo.Attention}
	}
	return docinfo.Cell{Text: r.v.Title(p.Ref())}
}

// level returns the level of a risk at a stage: good where it is acceptable,
// bad where it is not and the highest of its scale.
func (r reader) level(risk isms.Risk, stage isms.Stage) docinfo.Cell {
	rated := r.v.RateRisk(risk, stage)
	if rated.IsZero() {
		if stage == isms.Residual {
			return docinfo.Cell{}
		}
		return docinfo.Cell{Text: "not assessed", Tone: docinfo.Attention}
	}
	c := docinfo.Cell{Text: rated.Label(), Tone: tone(rated)}
	a, ok := risk.AssessmentAt(stage, r.v.At())
	switch {
	case !ok || rated.From != risk.ID:
		c.Note = "highest of its parts: " + string(rated.From)
	case stage == isms.Residual:
		c.Note = presumed(a)
	default:
		c.Note = a.On.String()
	}
	if rated.Overridden {
		c.Note = strings.TrimPrefix(c.Note+", set by a person", ", ")
	}
	return c
}

func presumed(a isms.Assessment) string {
	ids := make([]string, len(a.Presumes))
	for i, id := range a.Presumes {
		ids[i] = string(id)
	}
	return strings.Join(ids, ", ")
}

func tone(rated isms.Rated) docinfo.Tone {
	c, ok := rated.Criterion()
	switch {
	case !ok:
		return 0
	case c.Acceptable:
		return docinfo.Good
	case rated.Rank == len(rated.Use.Method.Levels)-1:
		return docinfo.Bad
	}
	return docinfo.Attention
}

// inForce returns the treatments of a risk in force at the date.
func (r reader) inForce(risk isms.Risk) []isms.Treatment {
	var list []isms.Treatment
	for rec, err := range r.v.Into(risk.Ref(), isms.KindTreatment) {
		if t, ok := rec.(isms.Treatment); ok && err == nil && t.InForce(r.v.At()) {
			list = append(list, t)
		}
	}
	return list
}

func (r reader) options(risk isms.Risk) docinfo.Cell {
	var c docinfo.Cell
	seen := make(map[isms.Option]bool)
	for _, t := range r.inForce(risk) {
		if t.Option != 0 && !seen[t.Option] {
			seen[t.Option] = true
			c.Items = append(c.Items, docinfo.Plain(word(t.Option)))
		}
	}
	return c
}

func (r reader) treatments(risk isms.Risk) docinfo.Cell {
	var c docinfo.Cell
	for _, t := range r.inForce(risk) {
		c.Items = append(c.Items, docinfo.Plain(name(string(t.ID), t.Title)))
	}
	return c
}

// acceptance returns the latest acceptance of a risk by the date.
func (r reader) acceptance(risk isms.Risk) docinfo.Cell {
	var last isms.Acceptance
	for rec, err := range r.v.Into(risk.Ref(), isms.KindAcceptance) {
		a, ok := rec.(isms.Acceptance)
		if ok && err == nil && a.Decision.InForce(r.v.At()) && !a.Decision.On.Before(last.Decision.On) {
			last = a
		}
	}
	switch {
	case last.ID == "":
		return docinfo.Cell{}
	case last.Until.IsZero():
		return docinfo.Cell{Text: "accepted", Note: r.v.Title(last.Decision.By.Ref()) + ", " + last.Decision.On.String()}
	case last.Until.Before(r.v.At()):
		return docinfo.Cell{Text: "expired on " + last.Until.String(), Tone: docinfo.Bad}
	}
	return docinfo.Cell{Text: "accepted until " + last.Until.String(), Note: r.v.Title(last.Decision.By.Ref()) + ", " + last.Decision.On.String()}
}

// actions returns the actions not done at the date by due date, then the
// others by the day they were done.
func (r reader) actions() []isms.Action {
	list := slices.Clone(r.v.System().Actions)
	slices.SortStableFunc(list, func(a, b isms.Action) int {
		doneA, doneB := a.DoneAt(r.v.At()), b.DoneAt(r.v.At())
		switch {
		case doneA != doneB && doneA:
			return 1
		case doneA != doneB:
			return -1
		case doneA:
			return a.Done.Compare(b.Done)
		case a.Due.IsZero() != b.Due.IsZero():
			return b.Due.Compare(a.Due) // one without a date comes last
		}
		return a.Due.Compare(b.Due)
	})
	return list
}

func (r reader) amount(a isms.Amount) string {
	if a == (isms.Amount{}) {
		return ""
	}
	currency := a.Currency
	if currency == "" {
		currency = r.v.System().Currency
	}
	return strings.TrimSpace(fmt.Sprintf("%.2f %s", a.Value, currency))
}
