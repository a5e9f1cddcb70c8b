package plot

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// slopeLayout says where the parts of a slope chart are.
type slopeLayout struct {
	row, size    float64 // height of a row, size of its letters
	top          float64 // of the first row
	left, right  slopeSide
	width        float64
	title, about []string
	heads        [2][]string
	emphasized   map[int]bool
}

// slopeSide is one of the two orders.
type slopeSide struct {
	node   float64   // where the lines end
	out    float64   // direction away from the lines, -1 or 1
	rank   float64   // width of the ranks
	label  float64   // of the labels
	level  float64   // of the levels, 0 where there are none
	order  []int     // the lines from the top down
	y      []float64 // of each line, the middle of those that share its rank
	labels []string
	levels []string
	ranks  []float64
}

const (
	slopeSpan  = 250.0 // between the two orders
	nodeGap    = 9.0   // between a node and its rank
	tieGap     = 7.0   // on both sides of the bracket of a tie
	levelGap   = 12.0  // on both sides of the bracket of a level
	mostLabel  = 230.0
	mostLevel  = 96.0
	leastTitle = 150.0
)

func (s Slope) layout() slopeLayout {
	l := slopeLayout{row: 22, size: 13, emphasized: s.movers()}
	switch n := len(s.Lines); {
	case n > 60:
		l.row, l.size = 15, 11
	case n > 25:
		l.row, l.size = 18, 12
	}
	l.left = s.side(-1, l.size, l.emphasized, func(line Line) (Place, Place) { return line.Left, line.Right })
	l.right = s.side(1, l.size, l.emphasized, func(line Line) (Place, Place) { return line.Right, line.Left })
	l.left.node = margin + l.left.width()
	l.right.node = l.left.node + slopeSpan
	l.width = math.Ceil(l.right.node + l.right.width() + margin)
	l.title = wrap(s.Title, titleSize*1.1, l.width-2*margin, 3)
	l.about = wrap(s.Description, bodySize, l.width-2*margin, 4)
	l.heads = [2][]string{wrap(s.Left, bodySize*1.17, l.left.width(), 2), wrap(s.Right, bodySize*1.17, l.right.width(), 2)}
	l.top = l.head()
	for _, side := range []*slopeSide{&l.left, &l.right} {
		for i := range side.y {
			side.y[i] = l.top + float64(side.y[i]*l.row)
		}
	}
	return l
}

// width is all that one side takes.
func (d slopeSide) width() float64 {
	w := nodeGap + d.rank + 2*tieGap + d.label
	if d.level > 0 {
		w += 2*levelGap + d.level
	}
	return max(w, leastTitle)
}

// side sets one order: those that share a rank stand in the order of the other
// side, so that their lines do not cross.
func (s Slope) side(out, size float64, emphasized map[int]bool, places func(Line) (this, other Place)) slopeSide {
	n := len(s.Lines)
	d := slopeSide{out: out, y: make([]float64, n), labels: make([]string, n), levels: make([]string, n), ranks: make([]float64, n)}
	for i, line := range s.Lines {
		this, _ := places(line)
		d.order, d.ranks[i], d.levels[i] = append(d.order, i), this.Rank, this.Level
		strong, mark := 1.0, 0.0
		if emphasized[i] {
			strong = 1.17 // bold letters are wider
		}
		if text := s.mark(i, out, emphasized); text != "" {
			mark = width(text, float64(size*strong)) + float64(size/2)
		}
		d.labels[i] = clip(s.called(i), float64(size*strong), mostLabel-mark)
		d.label = max(d.label, width(d.labels[i], float64(size*strong))+mark)
		d.level = max(d.level, min(mostLevel, width(shorten(this.Level), size)))
		d.rank = max(d.rank, width(rankText(this.Rank), size))
	}
	slices.SortStableFunc(d.order, func(i, j int) int {
		a, b := s.Lines[i], s.Lines[j]
		thisA, otherA := places(a)
		thisB, otherB := places(b)
		return cmp.Or(cmp.Compare(thisA.Rank, thisB.Rank), cmp.Compare(otherA.Rank, otherB.Rank))
	})
	for from, to := range d.runs(func(i, j int) bool { return d.ranks[i] == d.ranks[j] }) {
		for _, i := range d.order[from:to] {
			d.y[i] = float64(float64(from+to) / 2)
		}
	}
	return d
}

// runs yields the parts of the order whose neighbors are the same.
func (d slopeSide) runs(same func(i, j int) bool) func(func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		for from := 0; from < len(d.order); {
			to := from + 1
			for to < len(d.order) && same(d.order[from], d.order[to]) {
				to++
			}
			if !yield(from, to) {
				return
			}
			from = to
		}
	}
}

// at is a place so far outward from the node.
func (d slopeSide) at(far float64) float64 { return d.node + float64(d.out*far) }

// anchor is where a text begins that stands outward of a place.
func (d slopeSide) anchor() string {
	if d.out < 0 {
		return "end"
	}
	return "start"
}

// movers are the lines that move most, as many as are asked for.
func (s Slope) movers() map[int]bool {
	most := s.Movers
	if most == 0 {
		most = 5
	}
	var moving []int
	for i, l := range s.Lines {
		if l.moved() != 0 {
			moving = append(moving, i)
		}
	}
	slices.SortStableFunc(moving, func(i, j int) int {
		return cmp.Compare(math.Abs(s.Lines[j].moved()), math.Abs(s.Lines[i].moved()))
	})
	all := make(map[int]bool)
	for _, i := range moving[:min(len(moving), max(0, most))] {
		all[i] = true
	}
	return all
}

func (s Slope) called(i int) string {
	l := s.Lines[i]
	switch {
	case l.ID == "":
		return named(l.Label, "without a name")
	case l.Label == "":
		return l.ID
	}
	return l.ID + " " + l.Label
}

// mark is what stands behind the label of an emphasized line on the right: by
// how many places it moves.
func (s Slope) mark(i int, out float64, emphasized map[int]bool) string {
	if !emphasized[i] || out < 0 {
		return ""
	}
	moved := s.Lines[i].moved()
	if moved > 0 {
		return " ▲ " + rankText(moved)
	}
	return " ▼ " + rankText(-moved)
}

// rankText writes a rank with one decimal at most, which halves need.
func rankText(rank float64) string {
	return strconv.FormatFloat(math.Round(float64(rank*10))/10, 'f', -1, 64)
}

// head is where the rows begin.
func (l slopeLayout) head() float64 {
	y := margin
	if n := len(l.title); n > 0 {
		y += float64(float64(n)*titleSize*leading) + 4
	}
	if n := len(l.about); n > 0 {
		y += float64(float64(n)*bodySize*leading) + 4
	}
	if y > margin {
		y += 10
	}
	return y + float64(float64(max(len(l.heads[0]), len(l.heads[1])))*bodySize*leading) + 8
}

// foot is the lower edge of the rows.
func (l slopeLayout) foot() float64 { return l.top + float64(float64(len(l.left.order))*l.row) }
