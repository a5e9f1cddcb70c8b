package loss

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
)

// Problem is one fault of a model.
type Problem struct { //nolint:errname // one of several faults, as everywhere here
	Code  string `json:"code,omitzero"`  // permanent, see [Codes]
	Path  string `json:"path,omitzero"`  // JSON Pointer: "/scenarios/0/frequency/rate"
	Found string `json:"found,omitzero"` // what stands there
	Want  string `json:"want,omitzero"`  // what may stand there
	Hint  string `json:"hint,omitzero"`  // what may have been meant, "" where that is not known
}

func (p Problem) Error() string {
	s := fmt.Sprintf("loss: %s: got %s, want %s", p.Path, p.Found, p.Want)
	if p.Hint != "" {
		s += "; " + p.Hint
	}
	return s
}

// Problems is every fault of a model, in the order of its fields.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// problems collects faults.
type problems struct {
	all  Problems
	unit string // of amounts, " EUR"; "" where the model says no currency
	time string // that rates are per
}

func (ps *problems) add(code, path, found, want string) {
	ps.all = append(ps.all, Problem{Code: code, Path: path, Found: clip(found), Want: want})
}

// refer adds the fault that an id names nothing of the model.
func refer[V any](ps *problems, path, id, want string, ids map[string]V) {
	ps.add(codeUnknown, path, strconv.Quote(clip(id)), want)
	const most = 20 // hints, each of which looks at all ids
	if len(ps.all) > most || len(id) < 3 {
		return
	}
	if near, ok := enum.Nearest(id, slices.Sorted(maps.Keys(ids))); ok && near != id {
		ps.all[len(ps.all)-1].Hint = fmt.Sprintf("did you mean %q?", clip(near))
	}
}

// number adds a fault unless low ≤ x ≤ high.
func (ps *problems) number(path string, x, low, high float64, want string) {
	ps.within(codeNumber, path, x, low, high, want)
}

func (ps *problems) within(code, path string, x, low, high float64, want string) {
	if !(x >= low && x <= high) {
		ps.add(code, path, number(x), want)
	}
}

func (ps *problems) money(path string, x float64) { ps.number(path, x, 0, mostMoney, ps.amount()) }

// amount says what amounts may be, in which currency.
func (ps *problems) amount() string { return "an amount from 0 to 1e30" + ps.unit }

// uncertain adds the faults of a parameter whose values are from 0 to high.
func (ps *problems) uncertain(path string, u Uncertain, high float64, want string) {
	if u.Dist == nil {
		ps.add(codeParameter, path, "nothing", want)
		return
	}
	if x, known := u.value(); known {
		ps.within(codeParameter, path, x, 0, high, want)
		return
	}
	if _, err := u.Per.MarshalText(); err != nil || u.Per == 0 {
		ps.add(codePer, path+"/per", strconv.Itoa(int(u.Per)), "event, year or once")
	}
	least, most := u.Dist.Support()
	mean := u.Dist.Mean()
	if !(least >= 0 && (most <= high || high == mostEvents && mean <= high)) {
		ps.add(codeParameter, path+"/dist", u.Dist.String(), want)
	}
}

func (ps *problems) probability(path string, u Uncertain) {
	ps.uncertain(path, u, 1, "a probability from 0 to 1")
}

// number writes x so that reading it gives the same bits.
func number(x float64) string {
	if math.IsNaN(x) {
		return "no finite number"
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// clip shortens what is shown of the model.
func clip(s string) string {
	const most = 100
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
