package risk

import "fmt"

// Cox holds what the checks of L. A. Cox, What's Wrong with Risk Matrices?
// (Risk Analysis 28(2), 2008, 497–512) say of a matrix, where risk is likelihood
// times consequence: the lowest level of risk is green, the top level red. The
// definitions are given as remembered, not compared with the paper.
//
// They are observations about a picture, not rules: matrices that standards
// print fail some of them.
type Cox struct {
	// Bounds says that the levels of both scales have bounds, none below 0, and
	// the figures are computed from these. Otherwise both axes are divided
	// equally from 0 to 1.
	Bounds bool `json:"bounds,omitzero"`
	// RedFrom is the least risk within a red cell, GreenTo the greatest within
	// a green one, as shares of the greatest risk of the matrix.
	RedFrom float64 `json:"redFrom"`
	GreenTo float64 `json:"greenTo"`
	// WeaklyConsistent: no risk in a green cell exceeds one in a red cell.
	WeaklyConsistent bool `json:"weaklyConsistent"`
	// NoRedGreenEdge: no red cell shares an edge with a green one.
	NoRedGreenEdge bool `json:"noRedGreenEdge"`
	// NoRedOnAxis: neither the lowest likelihood nor the lowest consequence has
	// a red cell.
	NoRedOnAxis bool `json:"noRedOnAxis"`
	// Between: from a green cell no single step up in likelihood, consequence or
	// both leads to a red one.
	Between bool `json:"between"`
	// GreenOnAxis and NoRedInSecond follow from a consistent coloring: all cells
	// of the lowest likelihood and of the lowest consequence are green, and none
	// of the second lowest are red.
	GreenOnAxis   bool `json:"greenOnAxis"`
	NoRedInSecond bool `json:"noRedInSecond"`
	// Widest is the largest share of the whole range of risk that falls into a
	// single cell: as much is told apart by nothing.
	Widest float64 `json:"widest"`
}

// Cox applies the checks. A matrix has at least two levels of risk and rows of
// equal length, as [Method.Matrix] gives it; of others the result is zero.
func (x Matrix) Cox() Cox {
	g, ok := x.colored()
	if !ok {
		return Cox{}
	}
	c := Cox{
		Bounds: g.bounds, RedFrom: 1, NoRedGreenEdge: true, NoRedOnAxis: true, Between: true,
		GreenOnAxis: true, NoRedInSecond: true,
	}
	for l := range g.rank {
		for k := range g.rank[l] {
			g.cell(&c, l, k)
		}
	}
	c.WeaklyConsistent = c.RedFrom >= c.GreenTo
	return c
}

// grid of ranks with the risk at the corners of its cells.
type colored struct {
	rank             [][]int
	red              int
	low, high        []float64 // of likelihood
	least, most      []float64 // of consequence
	bottom, greatest float64
	bounds           bool
}

func (x Matrix) colored() (g colored, ok bool) {
	n, m := len(x.Likelihood.Levels), len(x.Consequence.Levels)
	if n == 0 || m == 0 || len(x.Levels) < 2 || len(x.Cells) != n {
		return g, false
	}
	g.red = len(x.Levels) - 1
	for _, cells := range x.Cells {
		if len(cells) != m {
			return g, false
		}
		row := make([]int, m)
		for k, id := range cells {
			if row[k] = find(x.Levels, id); row[k] < 0 {
				return g, false
			}
		}
		g.rank = append(g.rank, row)
	}
	var byLikelihood, byConsequence bool
	g.low, g.high, byLikelihood = ranges(x.Likelihood.Levels)
	g.least, g.most, byConsequence = ranges(x.Consequence.Levels)
	if g.bounds = byLikelihood && byConsequence; !g.bounds {
		g.low, g.high = equal(n)
		g.least, g.most = equal(m)
	}
	g.bottom, g.greatest = g.low[0]*g.least[0], g.high[n-1]*g.most[m-1]
	return g, g.greatest > g.bottom
}

// ranges returns the bounds of levels, where all have both and none is below 0.
func ranges(levels []Level) (low, high []float64, ok bool) {
	for _, l := range levels {
		if l.Min == nil || l.Max == nil || *l.Min < 0 {
			return nil, nil, false
		}
		low, high = append(low, *l.Min), append(high, *l.Max)
	}
	return low, high, true
}

func equal(n int) (low, high []float64) {
	for i := range n {
		low, high = append(low, float64(i)/float64(n)), append(high, float64(i+1)/float64(n))
	}
	return low, high
}

// cell adds what the cell at likelihood l and consequence k says.
func (g *colored) cell(c *Cox, l, k int) {
	low, high, rank := g.low[l]*g.least[k], g.high[l]*g.most[k], g.rank[l][k]
	c.Widest = max(c.Widest, (high-low)/(g.greatest-g.bottom))
	switch rank {
	case g.red:
		c.RedFrom = min(c.RedFrom, low/g.greatest)
		c.NoRedOnAxis = c.NoRedOnAxis && l > 0 && k > 0
		c.NoRedInSecond = c.NoRedInSecond && l != 1 && k != 1
	case 0:
		c.GreenTo = max(c.GreenTo, high/g.greatest)
		for _, step := range [][2]int{{0, 1}, {1, 0}, {1, 1}, {0, -1}, {-1, 0}} {
			if !g.isRed(l+step[0], k+step[1]) {
				continue
			}
			c.Between = c.Between && step[0] < 0 || c.Between && step[1] < 0
			c.NoRedGreenEdge = c.NoRedGreenEdge && step == [2]int{1, 1}
		}
	}
	if rank != 0 && (l == 0 || k == 0) {
		c.GreenOnAxis = false
	}
}

func (g *colored) isRed(l, k int) bool {
	return l >= 0 && k >= 0 && l < len(g.rank) && k < len(g.rank[l]) && g.rank[l][k] == g.red
}

// Advice says in words what the checks of [Matrix.Cox] find unusual. It is never
// a reason to refuse a matrix.
func (x Matrix) Advice() []Problem {
	c := x.Cox()
	if c.Widest == 0 {
		return nil
	}
	var ps problems
	top, lowest := clip(x.Levels[len(x.Levels)-1].ID), clip(x.Levels[0].ID)
	if !c.WeaklyConsistent {
		ps.add(Problem{
			Code: codeInconsistent, Path: "/table", Message: fmt.Sprintf("some risks rated %s are greater than some rated %s", lowest, top),
			Found: fmt.Sprintf("%s up to %.3g, %s from %.3g of the greatest risk on", lowest, c.GreenTo, top, c.RedFrom),
		})
	}
	if !c.Between {
		ps.add(Problem{
			Code: codeBetween, Path: "/table", Message: fmt.Sprintf("one step up leads from %s to %s", lowest, top),
			Hint: "a small change of the inputs passes over all levels between",
		})
	}
	if !c.GreenOnAxis || !c.NoRedInSecond {
		ps.add(Problem{
			Code: codeColoring, Path: "/table", Message: "coloring is not the one that goes with likelihood times consequence",
			Expected: fmt.Sprintf("%s throughout at the lowest likelihood and the lowest consequence, %s nowhere at the second lowest", lowest, top),
		})
	}
	if c.Widest > .5 {
		ps.add(Problem{
			Code: codeCompressed, Path: "/table", Message: "one cell holds more than half of the range of risk",
			Found: fmt.Sprintf("%.0f %%", 100*c.Widest), Hint: "risks within it are not told apart",
		})
	}
	return ps
}
