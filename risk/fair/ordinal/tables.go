package ordinal

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// grid has a level for each level of a row and of a column.
type grid [5][5]Level

var (
	// vulnerability: threat capability in the rows, resistance strength in the columns.
	vulnerability = grid{
		{Moderate, Low, VeryLow, VeryLow, VeryLow},
		{High, Moderate, Low, VeryLow, VeryLow},
		{VeryHigh, High, Moderate, Low, VeryLow},
		{VeryHigh, VeryHigh, High, Moderate, Low},
		{VeryHigh, VeryHigh, VeryHigh, High, Moderate},
	}
	// lossEvents: threat event frequency in the rows, vulnerability in the columns.
	lossEvents = grid{
		{VeryLow, VeryLow, VeryLow, VeryLow, VeryLow},
		{VeryLow, VeryLow, Low, Low, Low},
		{VeryLow, Low, Moderate, Moderate, Moderate},
		{Low, Moderate, High, High, High},
		{Moderate, High, VeryHigh, VeryHigh, VeryHigh},
	}
	// threatEvents: contact frequency in the rows, probability of action in the columns.
	threatEvents = grid{
		{VeryLow, VeryLow, VeryLow, Low, Moderate},
		{VeryLow, VeryLow, Low, Moderate, High},
		{VeryLow, Low, Moderate, High, VeryHigh},
		{Low, Moderate, High, VeryHigh, VeryHigh},
		{Moderate, High, VeryHigh, VeryHigh, VeryHigh},
	}
	// secondaryEvents: primary LEF in the rows, secondary loss probability in the columns.
	secondaryEvents = grid{
		{VeryLow, VeryLow, VeryLow, Low, Moderate},
		{VeryLow, VeryLow, Low, Moderate, High},
		{VeryLow, Low, Moderate, High, VeryHigh},
		{Low, Moderate, High, VeryHigh, VeryHigh},
		{Moderate, High, VeryHigh, VeryHigh, VeryHigh},
	}
	// risks: loss magnitude in the rows, loss event frequency in the columns.
	risks = grid{
		{VeryLow, VeryLow, VeryLow, Low, Moderate},
		{VeryLow, VeryLow, Low, Moderate, High},
		{VeryLow, Low, Moderate, High, VeryHigh},
		{Low, Moderate, High, VeryHigh, VeryHigh},
		{Moderate, High, VeryHigh, VeryHigh, VeryHigh},
	}
	// overall: secondary risk in the rows, primary risk in the columns.
	overall = grid{
		{VeryLow, Low, Moderate, High, VeryHigh},
		{Low, Low, Moderate, High, VeryHigh},
		{Moderate, Moderate, Moderate, High, VeryHigh},
		{High, High, High, High, VeryHigh},
		{VeryHigh, VeryHigh, VeryHigh, VeryHigh, VeryHigh},
	}
	// residual: inherent level in the rows, control level in the columns.
	residual = grid{
		{VeryLow, VeryLow, VeryLow, VeryLow, VeryLow},
		{Low, Low, VeryLow, VeryLow, VeryLow},
		{Moderate, Moderate, Low, Low, VeryLow},
		{High, High, Moderate, Low, VeryLow},
		{VeryHigh, High, Moderate, Low, VeryLow},
	}
)

// at returns the cell. Both levels are on the scale.
func (g *grid) at(row, column Level) Level { return g[row-1][column-1] }

// table draws the grid with the ids of its factors.
func (g *grid) table(row, column risk.Scale, id string) risk.Table {
	return typed.Grid(id, row.Levels, column.Levels, func(r, c int) string { return levelWords[g[r][c]] })
}
