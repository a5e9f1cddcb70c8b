package crosswalk_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/crosswalk"
)

func FuzzParse(f *testing.F) {
	for _, m := range all() {
		for _, p := range m[:10] {
			f.Add(p.From.String())
			f.Add(p.To.String())
		}
	}
	for _, text := range []string{"", "/", "A.5.7", "5.7", "A.", "iso27001:2022/A.5.10", "iso27001:2013/A.5.1.1", "6.1.3 d)", "a:1/A.5.7", "4.2 z", "\x00", "5․7"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := crosswalk.Parse(text)
		if err != nil {
			require.Zero(t, r)
			return
		}
		written, err := r.MarshalText()
		require.NoError(t, err)
		require.Equal(t, r.String(), string(written))
		var again crosswalk.Ref
		require.NoError(t, again.UnmarshalText(written))
		require.Equal(t, r, again)
		require.Zero(t, r.Compare(again))
		if c, ok := r.Control(); ok {
			require.Equal(t, r, crosswalk.Control(c))
		}
		if c, ok := r.Clause(); ok {
			require.Equal(t, r, crosswalk.Clause(c))
		}
	})
}

func FuzzRelation(f *testing.F) {
	for _, r := range relations {
		f.Add(r.String())
	}
	for _, text := range []string{"", "Equal", "subsets", " related", "\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var r crosswalk.Relation
		if r.UnmarshalText([]byte(text)) != nil {
			require.Zero(t, r)
			return
		}
		require.Equal(t, text, r.String())
	})
}
