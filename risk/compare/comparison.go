package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk"
)

// Risk is a line of a register: a risk, and what was judged of it for one method
// or several.
type Risk struct {
	ID     string      `json:"id,omitzero"`
	Title  string      `json:"title,omitzero"`
	Judged []Judgement `json:"judged,omitzero"`
}

// Judgement is what was judged of a risk for a method.
type Judgement struct {
	Method risk.MethodRef `json:"method,omitzero"`
	Inputs risk.Inputs    `json:"inputs,omitzero"`
}

// Comparison is a register rated by two methods.
type Comparison struct { //nolint:recvcheck // built in place, read as a value
	A risk.MethodRef `json:"a,omitzero"`
	B risk.MethodRef `json:"b,omitzero"`
	// Rows are the risks that both methods rate, in the order of A, then of B,
	// then of the register.
	Rows []Row `json:"rows,omitzero"`
	// Left are the risks that one of the methods cannot rate, in the order of the
	// register.
	Left []Absence `json:"left,omitzero"`
	Tau  Tau       `json:"tau,omitzero"`
	Rho  Rho       `json:"rho,omitzero"`
}

// Row is a risk with its places under both methods.
type Row struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`
	A     Place  `json:"a,omitzero"`
	B     Place  `json:"b,omitzero"`
}

// Moved is by how many places the risk is higher under B than under A: negative
// where it is lower, 0 where it stays.
func (r Row) Moved() float64 { return r.A.Rank - r.B.Rank }

// Place is how a method rates a risk.
type Place struct {
	// Rank is the place in the order of the method: 1 is the highest. Risks that
	// it does not tell apart share the mean of their places, so halves occur.
	Rank float64 `json:"rank,omitzero"`
	// Score is the number that the level was read from, nil where the method has
	// none.
	Score  *float64    `json:"score,omitzero"`
	Inputs risk.Inputs `json:"inputs,omitzero"`
	// From is the method that the inputs were translated from, zero where they
	// are the ones recorded.
	From risk.MethodRef `json:"from,omitzero"`
	// Explanation has the rating and its reasons.
	Explanation risk.Explanation `json:"explanation,omitzero"`
}

// Level is the ID of the level of risk.
func (p Place) Level() string { return p.Explanation.Rating.Level }

// Absence is a risk that is not compared.
type Absence struct {
	ID     string         `json:"id,omitzero"`
	Title  string         `json:"title,omitzero"`
	Method risk.MethodRef `json:"method,omitzero"` // the one that cannot rate it
	Reason string         `json:"reason,omitzero"`
}

// Methods compares two methods on a register. A translation serves the risks that
// were not judged for one of the methods; each is between the two, and of several
// in one direction the first counts. The error is that of a method or translation with problems,
// or of two methods of one name; a risk that cannot be rated is no error.
func Methods(register []Risk, a, b risk.Method, translations ...risk.Translation) (Comparison, error) {
	if a.Ref() == b.Ref() {
		return Comparison{}, fmt.Errorf("compare: got method %s twice, want two", a.Ref())
	}
	for _, m := range []risk.Method{a, b} {
		if ps := m.Problems(); len(ps) > 0 {
			return Comparison{}, fmt.Errorf("compare: method %s: %s", m.Ref(), ps[0])
		}
	}
	for i, t := range translations {
		from, to := a, b
		if t.From == b.Ref() {
			from, to = b, a
		}
		if ps := t.Problems(from, to); len(ps) > 0 {
			return Comparison{}, fmt.Errorf("compare: translation %d: %s", i, ps[0])
		}
	}
	c := Comparison{A: a.Ref(), B: b.Ref()}
	for _, r := range register {
		c.add(r, side{a, b, translations}, side{b, a, translations})
	}
	c.rank(a, b)
	return c, nil
}

// add rates a risk by both methods.
func (c *Comparison) add(r Risk, a, b side) {
	row := Row{ID: r.ID, Title: r.Title}
	for _, s := range []struct {
		side
		at *Place
	}{{a, &row.A}, {b, &row.B}} {
		place, err := s.rate(r)
		if err != nil {
			c.Left = append(c.Left, Absence{ID: r.ID, Title: r.Title, Method: s.method.Ref(), Reason: err.Error()})
			return
		}
		*s.at = place
	}
	c.Rows = append(c.Rows, row)
}

// side is a method, with the way to its words from those of the other.
type side struct {
	method, other risk.Method
	translations  []risk.Translation
}

// rate rates a risk by what was judged for the method, else by what can be
// translated. The error is for the reader of the list, not of a program.
func (s side) rate(r Risk) (Place, error) {
	in, ok := r.judged(s.method.Ref())
	if ok {
		return s.place(in, risk.MethodRef{})
	}
	in, ok = r.judged(s.other.Ref())
	if !ok {
		return Place{}, fmt.Errorf("no inputs for %s or %s are recorded", s.method.Ref(), s.other.Ref())
	}
	for _, t := range s.translations {
		if t.From != s.other.Ref() {
			continue
		}
		translated, err := t.Inputs(s.other, in)
		if err != nil {
			return Place{}, err
		}
		return s.place(translated, t.From)
	}
	return Place{}, fmt.Errorf("inputs are recorded for %s alone, and no translation to %s was given", s.other.Ref(), s.method.Ref())
}

func (s side) place(in risk.Inputs, from risk.MethodRef) (Place, error) {
	e, err := s.method.Explain(in)
	if err != nil {
		return Place{}, err
	}
	p := Place{Inputs: in, From: from, Explanation: e}
	if score, ok, _ := s.method.Score(in); ok { // Explain has rated them
		p.Score = &score
	}
	return p, nil
}

func (r Risk) judged(ref risk.MethodRef) (risk.Inputs, bool) {
	for _, j := range r.Judged {
		if j.Method == ref && len(j.Inputs) > 0 {
			return j.Inputs, true
		}
	}
	return nil, false
}

// rank gives every row its ranks, and the comparison its figures.
func (c *Comparison) rank(a, b risk.Method) {
	x := ranks(len(c.Rows), func(i, j int) int { return compare(a, c.Rows[i].A, c.Rows[j].A) })
	y := ranks(len(c.Rows), func(i, j int) int { return compare(b, c.Rows[i].B, c.Rows[j].B) })
	for i := range c.Rows {
		c.Rows[i].A.Rank, c.Rows[i].B.Rank = float64(x[i])/2, float64(y[i])/2
	}
	c.Tau, c.Rho = kendall(x, y), spearman(x, y)
	slices.SortStableFunc(c.Rows, func(a, b Row) int { return cmp.Or(cmp.Compare(a.A.Rank, b.A.Rank), cmp.Compare(a.B.Rank, b.B.Rank)) })
}

// compare puts the higher level first, and at one level the higher score.
func compare(m risk.Method, a, b Place) int {
	order, _ := m.Compare(b.Explanation.Rating, a.Explanation.Rating)
	if order == 0 && a.Score != nil && b.Score != nil {
		return cmp.Compare(*b.Score, *a.Score)
	}
	return order
}

// Movers returns the risks that change most places, at most so many; among equals
// those that stand first in Rows. Risks that stay are none. Why one moved is in
// the explanations of its places.
func (c Comparison) Movers(most int) []Row {
	rows := slices.DeleteFunc(slices.Clone(c.Rows), func(r Row) bool { return r.Moved() == 0 })
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(math.Abs(b.Moved()), math.Abs(a.Moved())) })
	return rows[:min(len(rows), max(0, most))]
}
