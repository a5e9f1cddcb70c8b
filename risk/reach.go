package risk

// reach returns the least and the greatest number that a formula can give:
// exactly where each value is read once on the way, never too narrow elsewhere.
func (c *checker) reach(r *Step, ops *operands) span {
	result, missing := span{usable: true, numbers: true}, 0
	for k, v := range ops.list[:ops.n] {
		s := c.spans[v]
		if s.optional {
			missing++
		}
		if k == 0 {
			result.low, result.high = r.Formula.scaled(s, r.weight(0))
			continue
		}
		low, high := r.Formula.scaled(s, r.weight(k))
		result.low, result.high = r.Formula.join(result.low, result.high, low, high)
	}
	if r.Formula == Mean {
		total := 0.0
		for k := range ops.n {
			total += r.weight(k)
		}
		result.low, result.high = result.low/total, result.high/total
	}
	if missing > 0 && r.Formula.partial() {
		for _, v := range ops.list[:ops.n] {
			result.low, result.high = min(result.low, c.spans[v].low), max(result.high, c.spans[v].high)
		}
	}
	result.optional = missing > 0 && !r.Formula.partial() || missing == ops.n
	return result
}

// scaled returns the ends of weight·value, in order.
func (f Formula) scaled(s span, weight float64) (low, high float64) {
	if f != Sum && f != Mean {
		return s.low, s.high
	}
	a, b := weight*s.low, weight*s.high
	return min(a, b), max(a, b)
}

// join returns the ends of what the formula makes of two ranges.
func (f Formula) join(low, high, low2, high2 float64) (least, greatest float64) {
	switch f {
	case Sum, Mean:
		return low + low2, high + high2
	case Maximum:
		return max(low, low2), max(high, high2)
	case Minimum:
		return min(low, low2), min(high, high2)
	case Product:
		return ends(low*low2, low*high2, high*low2, high*high2)
	case Quotient:
		return ends(low/low2, low/high2, high/low2, high/high2)
	case First: // always given, or all ranges are joined
	}
	return low, high
}

func ends(a, b, c, d float64) (least, greatest float64) { return min(a, b, c, d), max(a, b, c, d) }
