package iso27005_test

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
)

// sheet reads a file of tab-separated values without its heading.
func sheet(t *testing.T, name string, want int) [][]string {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	r := csv.NewReader(bytes.NewReader(src))
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, want+1)
	return rows[1:]
}

// TestLogarithmicScales compares the scales with the transcriptions of Tables
// A.4 and A.5, and the exponents with the number of events.
func TestLogarithmicScales(t *testing.T) {
	m := iso27005.Logarithmic()
	for _, row := range sheet(t, "log_scales.tsv", 12) {
		factor, label := iso27005.Likelihood, row[1]
		if row[0] == "A.5" {
			factor = iso27005.Consequence
			label = strings.TrimSuffix(strings.TrimPrefix(label, "loss of "), " money units")
			label, _, _ = strings.Cut(label, " (")
		}
		f, ok := m.Factor(factor)
		require.True(t, ok)
		level, ok := f.Scale.Read(label)
		require.True(t, ok, label)
		require.Equal(t, row[2], level.ID)
		require.Equal(t, row[2], strconv.FormatFloat(*level.Value, 'g', -1, 64))
		if row[0] == "A.5" {
			continue
		}
		events, err := strconv.ParseFloat(row[3], 64)
		require.NoError(t, err)
		require.InDelta(t, *level.Value, math.Log10(events), 0.1, label)
		for p, column := range map[iso27005.Printing]int{iso27005.PlusOne: 4, iso27005.AsExponent: 5, 0: 5} {
			printed, err := p.Likelihood(int(*level.Value))
			require.NoError(t, err)
			require.Equal(t, row[column], strconv.Itoa(printed))
		}
	}
}

func TestLogarithmicLikeTheMethod(t *testing.T) {
	m := iso27005.Logarithmic()
	for l := range 6 {
		for c := 1; c <= 6; c++ {
			x := iso27005.Exponents{Likelihood: l, Consequence: c}
			got, err := x.Rate()
			require.NoError(t, err)
			require.Equal(t, l+c, got)
			e, err := x.Explain()
			require.NoError(t, err)
			require.Equal(t, risk.Rating{
				Method: m.Ref(), Level: strconv.Itoa(got), Likelihood: strconv.Itoa(l), Consequence: strconv.Itoa(c),
			}, e.Rating)
			sum := 0.0
			for _, term := range e.Reasons[0].Terms {
				sum += term.Number
			}
			require.InDelta(t, float64(got), sum, 0, "the level follows from the reasons")
		}
	}
}

func TestLogarithmicIsWellFormed(t *testing.T) {
	m := iso27005.Logarithmic()
	require.Empty(t, m.Problems())
	require.Empty(t, m.Advice(), "monotone, every level reachable")
	for _, f := range append(risk.Check(m), risk.Check(iso27005.Qualitative())...) {
		require.Equal(t, risk.Proved, f.Verdict, f.String())
	}
	require.Equal(t, "iso27005/logarithmic@2022", m.Ref().String())
}

func TestExponentsRefuse(t *testing.T) {
	const at = "risk: method iso27005/logarithmic@2022: factor "
	for _, c := range []struct {
		name string
		x    iso27005.Exponents
		want string
	}{
		{"nothing stated", iso27005.Exponents{}, at + `"consequence": got "0", want one of 1, 2, 3, 4, 5, 6`},
		{"above", iso27005.Exponents{Likelihood: 6, Consequence: 7}, at + `"likelihood": got "6", want one of 0, 1, 2, 3, 4, 5` + "\n" +
			at + `"consequence": got "7", want one of 1, 2, 3, 4, 5, 6`},
		{"below", iso27005.Exponents{Likelihood: -1, Consequence: 1}, at + `"likelihood": got "-1", want one of 0, 1, 2, 3, 4, 5`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.x.Rate()
			require.Zero(t, got)
			require.EqualError(t, err, c.want)
			_, err = c.x.MarshalText()
			require.EqualError(t, err, c.want)
		})
	}
}

func TestPrinting(t *testing.T) {
	_, err := iso27005.PlusOne.Likelihood(6)
	require.EqualError(t, err, "iso27005: exponent of likelihood: got 6, want 0 to 5")
	_, err = iso27005.Printing(3).Likelihood(5)
	require.EqualError(t, err, "iso27005: printing: got the number 3, want 0 to 2")
}

// TestCategories compares the words with public lists.
func TestCategories(t *testing.T) {
	threat, vulnerability := iso27005.ThreatCategory(1), iso27005.VulnerabilityCategory(1)
	for _, row := range sheet(t, "categories.tsv", 13) {
		if row[0] == "threat" {
			text, err := threat.MarshalText()
			require.NoError(t, err)
			require.Equal(t, row[1], string(text))
			threat++
			continue
		}
		text, err := vulnerability.MarshalText()
		require.NoError(t, err)
		require.Equal(t, row[1], string(text))
		vulnerability++
	}
	_, err := threat.MarshalText()
	require.Error(t, err, "no more than in the list")
	_, err = vulnerability.MarshalText()
	require.Error(t, err, "no more than in the list")
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		of   interface{ UnmarshalText(text []byte) error }
		want string
	}{
		{new(iso27005.ThreatCategory), `iso27005: category of threats: got "x", want one of physical, natural, infrastructure failures, ` +
			`technical failures, human actions, compromise of functions or services, organizational threats`},
		{new(iso27005.VulnerabilityCategory), `iso27005: category of vulnerabilities: got "x", want one of hardware, software, network, personnel, site, organization`},
		{new(iso27005.Printing), `iso27005: printing: got "x", want one of exponent, exponent plus one`},
	} {
		require.EqualError(t, c.of.UnmarshalText([]byte("x")), c.want)
		require.NoError(t, c.of.UnmarshalText(nil))
	}
	_, err := iso27005.Printing(3).MarshalText()
	require.Error(t, err)
}
