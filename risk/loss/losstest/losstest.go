// Package losstest makes loss models that hold anything a model can hold, for
// tests of what reads, writes or computes them.
package losstest

import (
	"fmt"
	"math/rand/v2"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// Generate returns a model that compiles: up to six scenarios, and sometimes
// links, causes, layers and controls over them. Every field but
// [loss.Scenario.Own] is filled in some of them: a function is not data.
func Generate(r *rand.Rand) loss.Model {
	g := generator{r}
	m := loss.Model{ID: g.id("m", 0), Title: g.title(), Currency: pick(r, "", "EUR", "USD"), Years: r.IntN(4), Discount: g.share()}
	n := 1 + r.IntN(6)
	for i := range n {
		m.Scenarios = append(m.Scenarios, g.scenario(i))
	}
	ids := g.counted(m)
	if len(ids) >= 2 && g.often() {
		m.Links = []loss.Link{g.link(ids[:2])}
	}
	if len(ids) > 0 && g.often() {
		m.Causes = []loss.Cause{g.cause(ids[len(ids)-1])}
	}
	if g.often() {
		m.Layers = g.layers(m.Scenarios[0].ID)
	}
	if len(ids) > 0 && g.often() {
		m.Controls = g.controls(m, ids[0])
	}
	return m
}

// generator draws the parts of a model.
type generator struct{ *rand.Rand }

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

func (g generator) often() bool { return g.IntN(2) == 0 }

// id returns an identifier: a word that YAML might take for something else is
// among them.
func (g generator) id(kind string, i int) string {
	return fmt.Sprintf(pick(g.Rand, "%s-%d", "%s %d", "no: %s #%d", "010 %s %d", "Ä%s~/%d"), kind, i)
}

func (g generator) title() string {
	return pick(g.Rand, "", "Ransomware", "5.10", "yes", "a: b\n- c\n", " \t", `"q"`)
}

// number returns one of few digits, from 0 up to about the size.
func (g generator) number(size float64) float64 {
	return float64(g.IntN(1000)) / 1000 * size
}

func (g generator) share() float64 { return pick(g.Rand, 0, 0.05, -0.1, 0.333333333333) }

// uncertain returns a parameter from 0 to 1 times the size.
func (g generator) uncertain(size float64, pers ...loss.Per) loss.Uncertain {
	if g.often() {
		return loss.Fixed(g.number(size))
	}
	d := pick[dist.Dist](g.Rand, must(dist.NewUniform(0, size)), must(dist.NewPERT(0, 0.25*size, size)), must(dist.NewBetaBetween(2, 3, 0, size)))
	u := loss.Uncertain{Per: pick(g.Rand, pers...), Dist: d}
	if g.often() {
		u.Name = fmt.Sprintf("%s %v", d, u.Per) // the same wherever it stands
	}
	return u
}

func (g generator) severity() dist.Dist {
	return pick[dist.Dist](g.Rand,
		must(dist.LogNormal90(20e3, 1e6)), must(dist.NewConstant(2.5e5)), must(dist.NewConstant(0.1)), must(dist.NewGamma(2, 1e4)),
		must(dist.NewPareto(1e3, 1.5)), must(dist.NewHistogram([]float64{0, 1e3, 1e5}, []float64{3, 1})),
		must(dist.NewMixture([]float64{0.9, 0.1}, []dist.Dist{must(dist.NewExponential(1e4)), must(dist.NewConstant(1e6))})),
	)
}

func must[T any](v T, _ error) T { return v }

// counted lists the scenarios with a number of events, so that links and causes
// have a meaning.
func (g generator) counted(m loss.Model) []string {
	var ids []string
	for _, s := range m.Scenarios {
		if _, product := s.Frequency.(loss.Multiplied); !product {
			ids = append(ids, s.ID)
		}
	}
	return ids
}
