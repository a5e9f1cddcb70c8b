package ordinal

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// table is one of the tables: a level for each level of a row and of a column.
type table uint8

const (
	vulnerability   table = iota // threat capability in the rows, resistance strength in the columns.
	lossEvents                   // threat event frequency in the rows, vulnerability in the columns.
	threatEvents                 // contact frequency in the rows, probability of action in the columns.
	secondaryEvents              // primary LEF in the rows, secondary loss probability in the columns.
	risks                        // loss magnitude in the rows, loss event frequency in the columns.
	overall                      // secondary risk in the rows, primary risk in the columns.
	residual                     // inherent level in the rows, control level in the columns.
)

var cells = [...][5][5]Level{
	vulnerability: {
		{Moderate, Low, VeryLow, VeryLow, VeryLow},
		{High, Moderate, Low, VeryLow, VeryLow},
		{VeryHigh, High, Moderate, Low, VeryLow},
		{VeryHigh, VeryHigh, High, Moderate, Low},
		{VeryHigh, VeryHigh, VeryHigh, High, Moderate},
	},
	lossEvents: {
		{VeryLow, VeryLow, VeryLow, VeryLow, VeryLow},
		{VeryLow, VeryLow, Low, Low, Low},
		{VeryLow, Low, Moderate, Moderate, Moderate},
		{Low, Moderate, High, High, High},
		{Moderate, High, VeryHigh, VeryHigh, VeryHigh},
	},
	threatEvents: {
		{VeryLow, VeryLow, VeryLow, Low, Moderate},
		{VeryLow, VeryLow, Low, Moderate, High},
		{VeryLow, Low, Moderate, High, VeryHigh},
		{Low, Moderate, High, VeryHigh, VeryHigh},
		{Moderate, High, VeryHigh, VeryHigh, VeryHigh},
	},
	secondaryEvents: {
		{VeryLow, VeryLow, VeryLow, Low, Moderate},
		{VeryLow, VeryLow, Low, Moderate, High},
		{VeryLow, Low, Moderate, High, VeryHigh},
		{Low, Moderate, High, VeryHigh, VeryHigh},
		{Moderate, High, VeryHigh, VeryHigh, VeryHigh},
	},
	risks: {
		{VeryLow, VeryLow, VeryLow, Low, Moderate},
		{VeryLow, VeryLow, Low, Moderate, High},
		{VeryLow, Low, Moderate, High, VeryHigh},
		{Low, Moderate, High, VeryHigh, VeryHigh},
		{Moderate, High, VeryHigh, VeryHigh, VeryHigh},
	},
	overall: {
		{VeryLow, Low, Moderate, High, VeryHigh},
		{Low, Low, Moderate, High, VeryHigh},
		{Moderate, Moderate, Moderate, High, VeryHigh},
		{High, High, High, High, VeryHigh},
		{VeryHigh, VeryHigh, VeryHigh, VeryHigh, VeryHigh},
	},
	residual: {
		{VeryLow, VeryLow, VeryLow, VeryLow, VeryLow},
		{Low, Low, VeryLow, VeryLow, VeryLow},
		{Moderate, Moderate, Low, Low, VeryLow},
		{High, High, Moderate, Low, VeryLow},
		{VeryHigh, High, Moderate, Low, VeryLow},
	},
}

// at returns the cell. Both levels are on the scale.
func (t table) at(row, column Level) Level { return cells[t][row-1][column-1] }

// draw draws the table with the id of the factor in its rows.
func (t table) draw(row, column risk.Scale, id string) risk.Table {
	return typed.Grid(id, row.Levels, column.Levels, func(r, c int) string { return levelWords[cells[t][r][c]] })
}
