package risk_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/risk/owasp"
)

// alike holds that a prepared method says of inputs what the method says.
func alike(t *testing.T, m risk.Method, p *risk.Prepared, in risk.Inputs) {
	t.Helper()
	want, wantErr := m.Rate(in)
	got, err := p.Rate(in)
	require.Equal(t, wantErr, err, in)
	require.Equal(t, want, got, in)
}

// anyInputs draws words of the scales, ids and labels, and now and then leaves a
// factor out, takes a word of another one or none, or adds a factor.
func anyInputs(r *rand.Rand, m risk.Method) risk.Inputs {
	in := risk.Inputs{}
	for _, f := range m.Factors {
		levels := f.Scale.Levels
		if r.IntN(60) == 0 {
			levels = m.Levels
		}
		l := levels[r.IntN(len(levels))]
		switch r.IntN(90) {
		case 0:
			continue
		case 1:
			in[f.ID] = l.Meaning
		case 2:
			in[f.ID] = ""
		default:
			if in[f.ID] = l.ID; l.Label != "" && r.IntN(2) == 0 {
				in[f.ID] = l.Label
			}
		}
		if f.Optional && r.IntN(4) == 0 {
			delete(in, f.ID)
		}
	}
	if r.IntN(60) == 0 {
		in["further"] = "1"
	}
	return in
}

func TestPreparedOfPublished(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 26))
	for _, m := range methods.All() {
		p, err := m.Prepare()
		require.NoError(t, err, m.ID)
		for range 500 {
			alike(t, m, p, anyInputs(r, m))
		}
	}
}

func TestPreparedOfRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 8))
	rated, refused := 0, 0
	for i := range 600 {
		m := random(r)
		if i%2 > 0 {
			m = randomDerived(r)
		}
		p, err := m.Prepare()
		require.NoError(t, err)
		for range 50 {
			in := anyInputs(r, m)
			alike(t, m, p, in)
			if _, err := p.Rate(in); err == nil {
				rated++
			} else {
				refused++
			}
		}
	}
	require.Greater(t, rated, 15_000)
	require.Greater(t, refused, 1000)
}

// Words that differ in their middle alone have one hash.
func TestPreparedOfWordsMuchAlike(t *testing.T) {
	m := office()
	m.Factors[0].Scale.Levels = nil
	m.Table = m.Table[:1]
	for i := range 100 {
		l := risk.Level{ID: fmt.Sprintf("level %02d of risk", i), Label: fmt.Sprintf("Level %02d of risk", i)}
		m.Factors[0].Scale.Levels = append(m.Factors[0].Scale.Levels, l)
		m.Table = append(m.Table, []string{l.ID, "green", "amber", "red"})
	}
	p, err := m.Prepare()
	require.NoError(t, err)
	for _, l := range append(m.Factors[0].Scale.Levels, risk.Level{ID: "level 1x of risk"}) {
		alike(t, m, p, risk.Inputs{"likelihood": l.ID, "harm": "severe"})
		alike(t, m, p, risk.Inputs{"likelihood": l.Label, "harm": "Major"})
	}
}

func TestPrepareOfMalformed(t *testing.T) {
	for _, c := range brokenMethods() {
		m := office()
		if c.change(&m); len(m.Problems()) == 0 {
			continue
		}
		p, err := m.Prepare()
		require.ErrorIs(t, err, risk.ErrMalformed, c.name)
		require.ErrorContains(t, err, m.Problems()[0].String(), c.name)
		require.Nil(t, p, c.name)
	}
	_, err := risk.Method{}.Prepare()
	require.EqualError(t, err, "risk: method is malformed: no id: "+risk.Method{}.Problems()[0].String())
	var p risk.Prepared // which rates nothing
	_, err = p.Rate(nil)
	require.ErrorIs(t, err, risk.ErrMalformed)
}

func TestPreparedIsForMany(t *testing.T) {
	m := owasp.Method()
	p, err := m.Prepare()
	require.NoError(t, err)
	var all sync.WaitGroup
	for i := range uint64(4) {
		all.Go(func() {
			r := rand.New(rand.NewPCG(1, i))
			for range 200 {
				in := anyInputs(r, m)
				want, _ := m.Rate(in)
				if got, _ := p.Rate(in); got != want {
					t.Errorf("%v: got %v, want %v", in, got, want)
				}
			}
		})
	}
	all.Wait()
}

func TestPreparedAllocatesNothing(t *testing.T) {
	p, err := iso27005.Qualitative().Prepare()
	require.NoError(t, err)
	in := risk.Inputs{"likelihood": "very likely", "consequence": "4"}
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if _, err := p.Rate(in); err != nil {
			t.Fatal(err)
		}
	}))
}
