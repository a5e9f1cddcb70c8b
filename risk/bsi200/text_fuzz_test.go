package bsi200_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/bsi200"
)

// FuzzHazard holds that a text that is read is rated, and written again so that
// it is read as the same.
func FuzzHazard(f *testing.F) {
	for _, s := range []string{
		"", "damage=begrenzt, frequency=häufig", "frequency=often,damage=limited", `"damage"="begrenzt", frequency=selten`,
		"damage=begrenzt", "damage=x, frequency=häufig", "damage=begrenzt, frequency=ha\u0308ufig", "a=b, a=c", "\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var h bsi200.Hazard
		if err := h.UnmarshalText([]byte(s)); err != nil {
			require.Zero(t, h)
			return
		}
		_, err := h.Rate()
		require.NoError(t, err)
		text, err := h.MarshalText()
		require.NoError(t, err)
		var again bsi200.Hazard
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, h, again)
	})
}

// FuzzGraded holds the same of the matrix of chapter 9.
func FuzzGraded(f *testing.F) {
	for _, s := range []string{"", "damage=hoch, frequency=mittel", "frequency=low,damage=very high", "damage=hoch", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var g bsi200.Graded
		if err := g.UnmarshalText([]byte(s)); err != nil {
			require.Zero(t, g)
			return
		}
		text, err := g.MarshalText()
		require.NoError(t, err)
		var again bsi200.Graded
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, g, again)
	})
}

// FuzzDetermine draws objects from bytes. Nothing may panic; what is determined
// is what the textbook says.
func FuzzDetermine(f *testing.F) {
	f.Add([]byte{1, 2, 3, 0, 1, 0, 2, 1})
	f.Add([]byte{3, 3, 3, 1, 2, 2, 1})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		objects := make([]bsi200.Object, min(len(b), 6))
		for i := range objects {
			objects[i] = bsi200.Object{ID: string(rune('a' + i)), Own: bsi200.Needs{Integrity: bsi200.Need(b[i] % 5)}}
		}
		for _, x := range b[len(objects):] {
			if from, to := int(x)%6, int(x)/6%7; from < len(objects) {
				objects[from].On = append(objects[from].On, string(rune('a'+to)))
			}
		}
		got, err := bsi200.Determine(objects)
		if err != nil {
			require.Nil(t, got)
			return
		}
		if len(b) < 20 { // the textbook takes its time
			for _, d := range got {
				require.Equal(t, textbook(objects, d.Object), d.Needs)
			}
		}
	})
}
