// Package rearrange finds how large, or how small, the quantiles of a sum can be
// if nothing is known of how its parts depend on each other.
//
// A matrix has a column for each part, the values of which are equally likely. A
// value of each column together make a row, and its sum is one of the sum. Which
// value is in which row is the dependence: the columns are rearranged so that
// the row sums differ as little as can be, by ordering each column oppositely to
// the sum of the others, again and again, until nothing is gained. So the least
// row sum becomes large, and the largest small.
//
// That is the rearrangement algorithm of Embrechts, Puccetti and Rüschendorf,
// Model uncertainty and VaR aggregation, Journal of Banking & Finance 37 (2013).
// It is no proof: it may end at rows that could be more even still.
package rearrange

import (
	"cmp"
	"context"
	"slices"
)

// most is how often all columns are rearranged at most.
const most = 200

// Even rearranges the columns, which are of one length, in place, and returns
// the least and the largest sum of a row. It ends when a round of all columns
// changes neither by more than the tolerance times the largest. The error is
// that of the context.
func Even(ctx context.Context, columns [][]float64, tolerance float64) (least, largest float64, err error) {
	if len(columns) == 0 {
		return 0, 0, nil
	}
	rows := newRows(columns)
	least, largest = rows.span()
	for range most {
		for _, column := range columns {
			if err := ctx.Err(); err != nil {
				return 0, 0, err
			}
			rows.oppose(column)
		}
		low, high := rows.span()
		gain := max(low-least, largest-high)
		least, largest = low, high
		if gain <= float64(tolerance*largest) {
			break
		}
	}
	return least, largest, nil
}

// rows are the sums of the rows, with space to order them.
type rows struct {
	sums   []float64
	others []row
	sorted []float64
}

type row struct {
	index int
	sum   float64
}

func newRows(columns [][]float64) rows {
	n := len(columns[0])
	r := rows{make([]float64, n), make([]row, n), make([]float64, n)}
	for _, column := range columns {
		for i, x := range column {
			r.sums[i] += x
		}
	}
	return r
}

func (r rows) span() (least, largest float64) {
	if len(r.sums) == 0 {
		return 0, 0
	}
	return slices.Min(r.sums), slices.Max(r.sums)
}

// oppose puts the largest value of a column where the others' sum is least.
func (r rows) oppose(column []float64) {
	for i, x := range column {
		r.others[i] = row{i, r.sums[i] - x}
	}
	copy(r.sorted, column)
	slices.Sort(r.sorted)
	slices.SortFunc(r.others, func(a, b row) int {
		return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.index, b.index))
	})
	for k, other := range r.others {
		x := r.sorted[k]
		column[other.index] = x
		r.sums[other.index] = other.sum + x
	}
}
