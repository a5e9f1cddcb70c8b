package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
)

// rating is a risk as the method rates it.
type rating struct {
	ID          string            `json:"id"`
	Title       string            `json:"title,omitzero"`
	Rank        int               `json:"-"` // of the level, -1 where it is not rated
	Level       string            `json:"level,omitzero"`
	Label       string            `json:"label,omitzero"`
	Score       *float64          `json:"score,omitzero"`
	Inputs      risk.Inputs       `json:"inputs,omitzero"`
	From        risk.MethodRef    `json:"from,omitzero"` // of the method that the inputs were translated from
	Explanation *risk.Explanation `json:"explanation,omitzero"`
	Reason      string            `json:"reason,omitzero"` // why it is not rated
}

// ratings rates every risk of the register, the highest first.
func (j job) ratings() []rating {
	all := make([]rating, len(j.register))
	for i, r := range j.register {
		all[i] = j.rate(r)
	}
	slices.SortStableFunc(all, func(a, b rating) int {
		return cmp.Or(cmp.Compare(b.Rank, a.Rank), cmp.Compare(b.points(), a.points()))
	})
	return all
}

func (r rating) points() float64 {
	if r.Score == nil {
		return 0
	}
	return *r.Score
}

// rate rates a risk by what was judged for the method, else by the first
// translation that serves.
func (j job) rate(r compare.Risk) rating {
	out := rating{ID: r.ID, Title: r.Title, Rank: -1, Reason: "nothing was judged for " + j.method.Ref().String()}
	for _, judged := range r.Judged {
		if judged.Method == j.method.Ref() {
			return j.explained(out, judged.Inputs)
		}
	}
	for _, t := range j.translations {
		for _, judged := range r.Judged {
			if t.To != j.method.Ref() || t.From != judged.Method {
				continue
			}
			from, _ := j.known.Find(t.From.String()) // reading the translation found it
			in, err := t.Inputs(from, judged.Inputs)
			if err != nil {
				out.Reason = err.Error()
				continue
			}
			out.From = t.From
			return j.explained(out, in)
		}
	}
	return out
}

func (j job) explained(out rating, in risk.Inputs) rating {
	out.Inputs = in
	e, err := j.method.Explain(in)
	if err != nil {
		out.Reason = err.Error()
		return out
	}
	out.Reason, out.Explanation, out.Level = "", &e, e.Rating.Level
	out.Rank, _ = j.method.Rank(out.Level)
	level, _ := j.method.Level(out.Level)
	out.Label = cmp.Or(level.Label, level.ID)
	if score, ok, _ := j.method.Score(in); ok { // Explain has rated them
		out.Score = &score
	}
	return out
}

// score prints a number for people.
func score(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', 6, 64)
}

// explain prints how one risk is rated: readings, cells and sums, with their
// numbers.
func explain(w io.Writer, j job, id string) error {
	at := slices.IndexFunc(j.register, func(r compare.Risk) bool { return r.ID == id })
	if at < 0 {
		return fmt.Errorf("%s: has no risk %q", j.name, id)
	}
	methods := []risk.Method{j.method}
	if j.other.ID != "" {
		methods = append(methods, j.other)
	}
	_, _ = fmt.Fprintf(w, "%s %s\n", id, j.register[at].Title)
	for _, m := range methods {
		j.method = m
		r := j.rate(j.register[at])
		_, _ = fmt.Fprintf(w, "\nby %s, %s\n", m.Ref(), m.Title)
		switch {
		case r.Explanation == nil:
			_, _ = fmt.Fprintf(w, "not rated: %s\n", r.Reason)
			continue
		case r.From.ID != "":
			_, _ = fmt.Fprintf(w, "inputs translated from %s\n", r.From)
		}
		_, _ = fmt.Fprintf(w, "%s→ %s\n", r.Explanation.Text(), r.Label)
	}
	return nil
}
