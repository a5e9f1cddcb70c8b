package risk_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

// FuzzMethod decodes a method from anything. Nothing may panic; a method
// without problems rates every combination of levels as its definition says.
func FuzzMethod(f *testing.F) {
	for _, m := range []risk.Method{office(), plant(), bureau(), three(risk.Product), {}} {
		src, err := json.Marshal(m)
		require.NoError(f, err)
		f.Add(src, "likelihood", "likely", "harm", "severe")
	}
	for _, c := range brokenMethods() {
		m := office()
		c.change(&m)
		if src, err := json.Marshal(m); err == nil { // not for bounds that are no numbers
			f.Add(src, "likelihood", "likely", "harm", "severe")
		}
	}
	for _, c := range brokenDerived() {
		m := bureau()
		c.change(&m)
		if src, err := json.Marshal(m); err == nil {
			f.Add(src, "skill", "1", "motive", "9")
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, factor, word, factor2, word2 string) {
		var m risk.Method
		if json.Unmarshal(src, &m) != nil {
			return
		}
		in := risk.Inputs{factor: word, factor2: word2}
		rating, err := m.Rate(in)
		_, explainErr := m.Explain(in)
		require.Equal(t, err == nil, explainErr == nil)
		if err == nil {
			_, ok := m.Rank(rating.Level)
			require.True(t, ok, "a level of risk, even of a malformed method")
		}
		if p, err := m.Prepare(); err == nil {
			alike(t, m, p, in)
		}
		m.Advice()
		m.Matrix()
		risk.Criteria{Levels: []risk.LevelCriterion{{Level: word, Authority: word2}}}.Complete(m)
		if len(m.Problems()) == 0 {
			all(t, m)
		}
	})
}

// all rates up to 1,000 combinations of levels of a method without problems.
func all(t *testing.T, m risk.Method) {
	t.Helper()
	p, err := m.Prepare()
	require.NoError(t, err)
	n := 0
	if len(m.Steps) > 0 || m.Of != nil || m.Formula != 0 || slices.ContainsFunc(m.Factors, func(f risk.Factor) bool { return f.Optional }) {
		for in := range options(m) {
			if n++; n > 1000 {
				return
			}
			got, err := m.Rate(in)
			alike(t, m, p, in)
			want, ok := bySentence(m, in)
			require.Equal(t, ok, err == nil, "%v", err)
			require.Equal(t, want, got.Level)
		}
		return
	}
	cells := textbook(m)
	for in := range tuples(m) {
		n++
		if n > 1000 {
			return
		}
		got, err := m.Rate(in)
		require.NoError(t, err)
		require.Equal(t, cells[key(in)], got.Level)
		alike(t, m, p, in)
		recompute(t, m, in, got)
	}
}

// FuzzMethodRef holds that a text that is read is written again as it was.
func FuzzMethodRef(f *testing.F) {
	for _, s := range []string{"", "acme/office@3", "acme/office", "a@b@c", "a b", "@", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ref, err := risk.ParseMethodRef(s)
		if err != nil {
			require.Zero(t, ref)
			return
		}
		require.Equal(t, s, ref.String())
		text, err := ref.MarshalText()
		require.NoError(t, err)
		var again risk.MethodRef
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, ref, again)
	})
}

// FuzzRole holds the same of the role of a factor.
func FuzzRole(f *testing.F) {
	for _, s := range []string{"", "likelihood", "consequence", "likelihod"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var r risk.Role
		if r.UnmarshalText([]byte(s)) != nil {
			require.Zero(t, r)
			return
		}
		text, err := r.MarshalText()
		require.NoError(t, err)
		require.Equal(t, s, string(text))
	})
}

// FuzzInputsText: what is read is written so that it reads as the same, and
// any inputs at all survive their text.
func FuzzInputsText(f *testing.F) {
	f.Add("likelihood=very likely, consequence=3", "a", "b")
	f.Add(`"a=b"="x, y", c=""`, "\xff", "")
	f.Fuzz(func(t *testing.T, text, factor, word string) {
		if in, err := risk.ParseInputs(text); err == nil {
			again, err := risk.ParseInputs(in.Text())
			require.NoError(t, err)
			require.Equal(t, in, again)
		}
		in := risk.Inputs{factor: word}
		again, err := risk.ParseInputs(in.Text())
		if factor == "" { // no factor has an empty id
			require.Error(t, err)
			return
		}
		require.NoError(t, err)
		require.Equal(t, in, again)
	})
}
