package plot

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// crossed is n things in two orders, the second tied by threes.
func crossed(n int) Slope {
	s := Slope{Left: "one", Right: "other"}
	for i := range n {
		s.Lines = append(s.Lines, Line{
			ID: fmt.Sprintf("R-%03d", i), Label: "A risk that has quite a long name of many words",
			Left:  Place{Rank: float64(i + 1), Level: fmt.Sprint("level ", i/7)},
			Right: Place{Rank: float64((n-1-i)/3*3 + 2), Level: "all"},
		})
	}
	return s
}

// TestSlopeLabelsDoNotCollide: every line has a row of its own on both sides, the
// letters fit the row, and what stands beside them fits the picture.
func TestSlopeLabelsDoNotCollide(t *testing.T) {
	for _, n := range []int{1, 2, 5, 20, 25, 26, 60, 61, 100, 250} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			s := crossed(n)
			require.NoError(t, s.check())
			l := s.layout()
			require.Greater(t, l.row, l.size*1.2)
			for _, side := range []slopeSide{l.left, l.right} {
				require.Len(t, side.order, n)
				rows := make(map[int]bool)
				for _, i := range side.order {
					require.False(t, rows[i])
					rows[i] = true
					require.GreaterOrEqual(t, side.y[i], l.top)
					require.LessOrEqual(t, side.y[i], l.foot())
					require.LessOrEqual(t, width(side.labels[i], l.size), side.label)
				}
				edge := side.at(nodeGap + side.rank + 2*tieGap + side.label + 2*levelGap + side.level)
				require.GreaterOrEqual(t, edge, margin-1)
				require.LessOrEqual(t, edge, l.width-margin+1)
			}
			require.Greater(t, l.right.node, l.left.node)
		})
	}
}

// TestSlopeLinesAreLevelWhereRanksAgree: a place is where its rank is, not where
// its label happens to stand.
func TestSlopeLinesAreLevelWhereRanksAgree(t *testing.T) {
	s := crossed(30)
	for i := range s.Lines {
		s.Lines[i].Left = s.Lines[i].Right
	}
	l := s.layout()
	require.Equal(t, l.left.y, l.right.y)
	require.Empty(t, l.emphasized)
}
