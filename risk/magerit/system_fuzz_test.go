package magerit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/magerit"
)

// FuzzSystem reads three bytes a dependency and compares with the formula of
// the book.
func FuzzSystem(f *testing.F) {
	f.Add([]byte{0, 1, 128, 1, 2, 128})
	f.Add([]byte{0, 1, 128, 0, 2, 128, 1, 3, 255, 2, 3, 255, 3, 4, 128})
	f.Add([]byte{0, 1, 1, 1, 0, 1})
	f.Add([]byte{6, 6, 9})
	f.Fuzz(func(t *testing.T, b []byte) {
		var assets []magerit.Asset
		for i, r := range letters {
			assets = append(assets, magerit.Asset{ID: string(r), Value: float64(i)})
		}
		var depends []magerit.Dependency
		for ; len(b) >= 3 && len(depends) < 24; b = b[3:] {
			name := func(x byte) string { return string(letters[int(x)%len(letters)]) }
			depends = append(depends, magerit.Dependency{Superior: name(b[0]), Inferior: name(b[1]), Degree: float64(b[2]) / 255})
		}
		s, err := magerit.New(assets, depends)
		if err != nil {
			require.Zero(t, s)
			return
		}
		accumulated := s.Accumulated()
		for i, c := range assets {
			value := c.Value
			for _, a := range assets {
				if a.ID == c.ID {
					continue
				}
				got := degree(t, s, a.ID, c.ID)
				require.InDelta(t, byBook(depends, a.ID, c.ID), got, 1e-12)
				require.LessOrEqual(t, got, 1.0)
				value += a.Value * got
			}
			require.InDelta(t, value, accumulated[i].Value, 1e-9)
		}
	})
}
