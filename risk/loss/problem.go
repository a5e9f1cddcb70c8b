package loss

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Problem is one fault of a model.
type Problem struct { //nolint:errname // one of several faults, as everywhere here
	Path  string `json:"path,omitzero"`  // JSON Pointer: "/scenarios/0/frequency/rate"
	Found string `json:"found,omitzero"` // what stands there
	Want  string `json:"want,omitzero"`  // what may stand there
}

func (p Problem) Error() string {
	return fmt.Sprintf("loss: %s: got %s, want %s", p.Path, p.Found, p.Want)
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
type problems struct{ all Problems }

func (ps *problems) add(path, found, want string) {
	ps.all = append(ps.all, Problem{path, clip(found), want})
}

// number adds a fault unless low ≤ x ≤ high.
func (ps *problems) number(path string, x, low, high float64, want string) {
	if !(x >= low && x <= high) {
		ps.add(path, number(x), want)
	}
}

func (ps *problems) money(path string, x float64) {
	ps.number(path, x, 0, mostMoney, "an amount from 0 to 1e30")
}

// uncertain adds the faults of a parameter whose values are from low to high.
func (ps *problems) uncertain(path string, u Uncertain, low, high float64, want string) {
	if u.Dist == nil {
		ps.add(path, "nothing", want)
		return
	}
	if x, known := u.value(); known {
		ps.number(path, x, low, high, want)
		return
	}
	if _, err := u.Per.MarshalText(); err != nil || u.Per == 0 {
		ps.add(path+"/per", strconv.Itoa(int(u.Per)), "event, year or once")
	}
	least, most := u.Dist.Support()
	mean := u.Dist.Mean()
	if !(least >= low && (most <= high || high == mostEvents && mean <= high)) {
		ps.add(path+"/dist", u.Dist.String(), want)
	}
}

func (ps *problems) probability(path string, u Uncertain) {
	ps.uncertain(path, u, 0, 1, "a probability from 0 to 1")
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
