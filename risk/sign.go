package risk

// sign says which way a value goes where another rises: a set of directions.
type sign uint8

const (
	rising  sign = 1 << iota // it may rise
	falling                  // it may fall
)

// then is the direction through two rules.
func (s sign) then(t sign) sign {
	var both sign
	if s&rising != 0 {
		both |= t
	}
	if s&falling != 0 {
		both |= t<<1&falling | t>>1
	}
	return both
}

// wayTo finds which way the level of risk can go where a value rises, from the
// rules alone.
func (c *checker) wayTo(p *program, value int) sign {
	of := make([]sign, len(c.m.Factors)+len(p.rules))
	of[value] = rising
	for i := range p.rules {
		at := len(c.m.Factors) + i
		if at == value {
			continue
		}
		for k, o := range p.rules[i].of {
			if of[o.value] != 0 {
				of[at] |= of[o.value].then(c.way(&p.rules[i], k))
			}
		}
	}
	return of[len(of)-1]
}

// way finds which way a rule goes where its k-th value rises by itself.
func (c *checker) way(g *prog, k int) sign {
	if g.formula == 0 {
		return g.wayOfTable(k)
	}
	return wayOfValues(g.of[k].values).then(c.wayOfFormula(g, k))
}

// wayOfTable compares neighbors in the k-th value.
func (g *prog) wayOfTable(k int) sign {
	stride, levels := g.of[k].stride, g.of[k].levels
	var s sign
	for i, rank := range g.table {
		if i/stride%levels == 0 {
			continue
		}
		if below := g.table[i-stride]; rank > below {
			s |= rising
		} else if rank < below {
			s |= falling
		}
	}
	return s
}

// wayOfValues finds which way the numbers go where the level rises; nil is a
// number of itself.
func wayOfValues(values []float64) sign {
	if values == nil {
		return rising
	}
	var s sign
	for i := 1; i < len(values); i++ {
		if values[i] > values[i-1] {
			s |= rising
		} else if values[i] < values[i-1] {
			s |= falling
		}
	}
	return s
}

// wayOfFormula finds which way a formula goes where its k-th number rises.
func (c *checker) wayOfFormula(g *prog, k int) sign {
	switch g.formula {
	case Sum, Mean:
		return signed(g.of[k].weight, g.of[k].weight)
	case Product:
		way := rising
		for i, o := range g.of {
			if i != k {
				way = way.then(signed(c.spans[o.value].low, c.spans[o.value].high))
			}
		}
		return way
	case Quotient:
		by := c.spans[g.of[1].value]
		if k == 0 {
			return signed(by.low, by.high)
		}
		return falling.then(signed(c.spans[g.of[0].value].low, c.spans[g.of[0].value].high))
	case Maximum, Minimum, First:
	}
	return rising
}

// signed is the direction of a multiplication by a number between low and high.
func signed(low, high float64) sign {
	var s sign
	if high > 0 {
		s |= rising
	}
	if low < 0 {
		s |= falling
	}
	return s
}
