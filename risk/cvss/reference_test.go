package cvss_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/cvss"
)

// The formulas of the specification of 3.1, section 7, written down once more,
// slowly, to judge the scores.

// weights are those of section 7.4, by metric and value.
var weights = map[string]map[string]float64{
	"AV": {"N": 0.85, "A": 0.62, "L": 0.55, "P": 0.2},
	"AC": {"L": 0.77, "H": 0.44},
	"PR": {"N": 0.85, "L": 0.62, "H": 0.27},
	"UI": {"N": 0.85, "R": 0.62},
	"C":  {"H": 0.56, "L": 0.22, "N": 0},
	"E":  {"X": 1, "H": 1, "F": 0.97, "P": 0.94, "U": 0.91},
	"RL": {"X": 1, "U": 1, "W": 0.97, "T": 0.96, "O": 0.95},
	"RC": {"X": 1, "C": 1, "R": 0.96, "U": 0.92},
	"CR": {"X": 1, "H": 1.5, "M": 1, "L": 0.5},
}

// roundup is that of appendix A: to one decimal, up.
func roundup(x float64) float64 {
	n := int(math.Round(x * 100_000))
	if n%10_000 == 0 {
		return float64(n) / 100_000
	}
	return (math.Floor(float64(n)/10_000) + 1) / 10
}

// reference computes base, temporal and environmental score of the metrics,
// each of which has a value.
func reference(m map[string]string) [3]float64 {
	exploitability := func(av, ac, pr, ui, s string) float64 {
		p := weights["PR"][pr]
		if s == "C" {
			p = map[string]float64{"N": 0.85, "L": 0.68, "H": 0.5}[pr]
		}
		return 8.22 * weights["AV"][av] * weights["AC"][ac] * p * weights["UI"][ui]
	}
	total := func(impact, exploitability float64, s string) float64 {
		switch {
		case impact <= 0:
			return 0
		case s == "C":
			return roundup(math.Min(1.08*(impact+exploitability), 10))
		}
		return roundup(math.Min(impact+exploitability, 10))
	}
	c := weights["C"]
	iss := 1 - (1-c[m["C"]])*(1-c[m["I"]])*(1-c[m["A"]])
	impact := 6.42 * iss
	if m["S"] == "C" {
		impact = 7.52*(iss-0.029) - 3.25*math.Pow(iss-0.02, 15)
	}
	base := total(impact, exploitability(m["AV"], m["AC"], m["PR"], m["UI"], m["S"]), m["S"])
	temporal := weights["E"][m["E"]] * weights["RL"][m["RL"]] * weights["RC"][m["RC"]]

	here := func(id string) string {
		if v := m["M"+id]; v != "X" {
			return v
		}
		return m[id]
	}
	r := weights["CR"]
	miss := math.Min(1-(1-r[m["CR"]]*c[here("C")])*(1-r[m["IR"]]*c[here("I")])*(1-r[m["AR"]]*c[here("A")]), 0.915)
	modified := 6.42 * miss
	if here("S") == "C" {
		modified = 7.52*(miss-0.029) - 3.25*math.Pow(miss*0.9731-0.02, 13)
	}
	environmental := total(modified, exploitability(here("AV"), here("AC"), here("PR"), here("UI"), here("S")), here("S"))
	return [3]float64{base, roundup(base * temporal), roundup(environmental * temporal)}
}

// domain is the values of each metric of a version, in the order of the
// specification.
type domain struct {
	label  string
	base   int // how many of them are base metrics
	values []string
}

var domain31 = domain{"CVSS:3.1", 8, strings.Fields(`
	AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:H,L,N I:H,L,N A:H,L,N
	E:X,H,F,P,U RL:X,U,W,T,O RC:X,C,R,U CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L
	MAV:X,N,A,L,P MAC:X,L,H MPR:X,N,L,H MUI:X,N,R MS:X,U,C MC:X,H,L,N MI:X,H,L,N MA:X,H,L,N`)}

var domain40 = domain{"CVSS:4.0", 11, strings.Fields(`
	AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N
	E:X,A,P,U CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L
	MAV:X,N,A,L,P MAC:X,L,H MAT:X,N,P MPR:X,N,L,H MUI:X,N,P,A MVC:X,H,L,N MVI:X,H,L,N MVA:X,H,L,N
	MSC:X,H,L,N MSI:X,S,H,L,N MSA:X,S,H,L,N S:X,N,P AU:X,N,Y R:X,A,U,I V:X,D,C RE:X,L,M,H U:X,Clear,Green,Amber,Red`)}

// pick gives each metric a value: the one that choose names of n.
func (d domain) pick(choose func(metric, n int) int) map[string]string {
	m := map[string]string{}
	for i, row := range d.values {
		id, list, _ := strings.Cut(row, ":")
		values := strings.Split(list, ",")
		m[id] = values[choose(i, len(values))]
	}
	return m
}

// vector writes the metrics in the order of the specification.
func (d domain) vector(m map[string]string) string {
	var b strings.Builder
	b.WriteString(d.label)
	for _, row := range d.values {
		id, _, _ := strings.Cut(row, ":")
		fmt.Fprintf(&b, "/%s:%s", id, m[id])
	}
	return b.String()
}

// random gives each metric a value by chance, optional ones mostly none.
func (d domain) random(r *rand.Rand) map[string]string {
	return d.pick(func(metric, n int) int {
		if metric >= d.base && r.IntN(3) == 0 {
			return 0
		}
		return r.IntN(n)
	})
}

func values31(t *testing.T, vector string) [3]float64 {
	t.Helper()
	v, err := cvss.Parse(vector)
	require.NoError(t, err)
	s := v.Scores()
	return [3]float64{s[0].Value, s[1].Value, s[2].Value}
}

// TestScores31 compares all 2592 base vectors, and many others, with the formulas.
func TestScores31(t *testing.T) {
	count := 0
	for n := range 4 * 2 * 3 * 2 * 2 * 3 * 3 * 3 {
		m := domain31.pick(func(metric, of int) int {
			if metric >= domain31.base {
				return 0
			}
			chosen := n % of
			n /= of
			return chosen
		})
		vector := domain31.vector(m)
		require.Equal(t, reference(m), values31(t, vector), vector)
		count++
	}
	require.Equal(t, 2592, count)
	r := rand.New(rand.NewPCG(31, 1))
	for range 4000 {
		m := domain31.random(r)
		vector := domain31.vector(m)
		require.Equal(t, reference(m), values31(t, vector), vector)
	}
}

func value40(t *testing.T, m map[string]string) float64 {
	t.Helper()
	v, err := cvss.Parse(domain40.vector(m))
	require.NoError(t, err)
	return v.Score().Value
}

// TestModified40 holds section 4.2 of 4.0: a modified metric does what the base
// metric would do that had its value. Before 0.6.3 go-cvss looked at the base
// metrics alone where all impacts were None.
func TestModified40(t *testing.T) {
	r := rand.New(rand.NewPCG(40, 1))
	for n := range 4000 {
		m := domain40.random(r)
		if n%4 == 0 { // the case of issue 292
			for _, id := range []string{"VC", "VI", "VA", "SC", "SI", "SA"} {
				m[id] = "N"
			}
		}
		stated := map[string]string{}
		for id, value := range m {
			stated[id] = value
			if of, ok := strings.CutPrefix(id, "M"); ok && value != "X" && value != "S" {
				stated[of], stated[id] = value, "X"
			}
		}
		for id := range m { // base metrics may have come later
			if by := m["M"+id]; by != "" && by != "X" && by != "S" {
				stated[id] = by
			}
		}
		require.InDelta(t, value40(t, stated), value40(t, m), 0, domain40.vector(m))
	}
}

// TestUndefined40 holds what counts for metrics that are not stated, and that
// supplemental metrics count for nothing.
func TestUndefined40(t *testing.T) {
	r := rand.New(rand.NewPCG(40, 2))
	for range 2000 {
		m := domain40.random(r)
		want := value40(t, m)
		for id, as := range map[string]string{"E": "A", "CR": "H", "IR": "H", "AR": "H"} {
			if m[id] == "X" {
				m[id] = as
			}
		}
		for id := range strings.FieldsSeq("S AU R V RE U") {
			m[id] = "X"
		}
		require.InDelta(t, want, value40(t, m), 0, domain40.vector(m))
	}
}

// TestRounding40 pins scores in the middle between two, where the
// specification does not say how to round and calculators differ by 0.1.
func TestRounding40(t *testing.T) {
	v, err := cvss.Parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:L/VA:N/SC:H/SI:H/SA:H")
	require.NoError(t, err)
	require.InDelta(t, 8.55, v.Score().Value, 0.0501) // 8.5 of FIRST's calculator, 8.6 of Red Hat's
}
