package plot

import (
	"cmp"
	"slices"
)

// flags are values of the axis of x that are pointed out: a pole up from the
// axis with its text at the top, in rows, so that none hides another.
type flags struct {
	list []flag // from the left to the right
	rows int
}

// flag is one of them. Its row counts upwards from 0, -1 is without room for its
// text.
type flag struct {
	x    float64
	text string
	left bool // the text is to the left of the pole
	row  int
}

const flagRow = 17.0

// arrange gives each flag the lowest row in which no text meets a text or a
// pole. Texts stand to the right of their poles or, where more have room then,
// to the left.
func (f *flags) arrange(within area) {
	slices.SortStableFunc(f.list, func(a, b flag) int { return cmp.Compare(a.x, b.x) })
	right, left := f.facing(within, false), f.facing(within, true)
	*f = right
	if a, b := right.missing(), left.missing(); a > b || a == b && right.rows > left.rows {
		*f = left
	}
}

// facing arranges the flags with the texts to one side of their poles, and to
// the other where there is room on that alone. The one whose text reaches out
// from under all others comes first.
func (f *flags) facing(within area, left bool) flags {
	out := flags{list: slices.Clone(f.list)}
	order := make([]int, len(f.list))
	for i := range order {
		order[i] = i
	}
	if !left {
		slices.Reverse(order)
	}
	for n, i := range order {
		out.list[i].row = -1
		out.seat(i, order[:n], within, left)
	}
	return out
}

// seat gives one flag its row, beside those that have theirs.
func (f *flags) seat(i int, others []int, within area, left bool) {
	for _, side := range []bool{left, !left} {
		for row := range mostMarks {
			tried := flag{f.list[i].x, f.list[i].text, side, row}
			if tried.from() < within.left || tried.from()+tried.broad() > within.right || f.meets(others, tried) {
				continue
			}
			f.list[i], f.rows = tried, max(f.rows, row+1)
			return
		}
	}
}

func (f *flags) missing() int {
	n := 0
	for _, flag := range f.list {
		if flag.row < 0 {
			n++
		}
	}
	return n
}

// from is where the text begins.
func (f flag) from() float64 {
	if f.left {
		return f.x - 4 - f.broad()
	}
	return f.x + 4
}

func (f flag) broad() float64 { return width(f.text, tickSize) }

// covers reports whether the text is where a pole would be.
func (f flag) covers(x float64) bool {
	return x > f.from()-3 && x < f.from()+f.broad()+3
}

// meets reports whether a flag is in the way of others, or they in its way.
func (f *flags) meets(others []int, one flag) bool {
	for _, i := range others {
		o := f.list[i]
		texts := o.row == one.row && o.from() < one.from()+one.broad()+8 && one.from() < o.from()+o.broad()+8
		if texts || o.row >= 0 && o.row <= one.row && o.covers(one.x) || one.row <= o.row && one.covers(o.x) {
			return true
		}
	}
	return false
}

// high is the height that the texts take, clear of the axis to the left.
func (f *flags) high() float64 {
	if f.rows == 0 {
		return 0
	}
	return float64(float64(f.rows)*flagRow) + 5
}

// plant draws the flags over an area, with a seam of paper where their poles
// cross what is dark, and returns the texts without room.
func (c *chart) plant(f flags, a area) (missing []string) {
	for _, flag := range f.list {
		foot, top := point{flag.x, a.bottom}, point{flag.x, a.top - float64(float64(flag.row)*flagRow) - 20}
		if flag.row < 0 {
			top.y = a.top
			missing = append(missing, flag.text)
		}
		c.rule(foot, top, "paper", "stroke-width", "3.5")
		c.rule(foot, top, "ink", "stroke-width", "1.3", "stroke-dasharray", "4 3")
		if flag.row >= 0 {
			c.inked(flag.text, point{flag.from(), top.y + 9}, "ink", "start")
		}
	}
	return missing
}
