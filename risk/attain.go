package risk

// maxAttain limits the pairs that are put together to find what a rule can
// give.
const maxAttain = 2_000_000

// attainable finds which levels of risk some inputs reach, without looking at
// the combinations: where no value is read twice, what the values of a rule can
// be is independent. exact is false where a value is read twice or there is too
// much to put together.
func (p *program) attainable() (reached []bool, exact bool) {
	read := make([]int, len(p.m.Factors)+len(p.m.Steps))
	for i := range p.rules {
		for _, o := range p.rules[i].of {
			if read[o.value]++; read[o.value] > 1 {
				return nil, false
			}
		}
	}
	sets := make([]map[slot]bool, len(read)+1)
	for f := range p.options {
		sets[f] = map[slot]bool{}
		for option := range p.options[f] {
			p.set(f, option)
			sets[f][p.slots[f]] = true
		}
	}
	for i := range p.rules {
		set, ok := p.rules[i].attain(sets)
		if !ok {
			return nil, false
		}
		sets[len(p.options)+i] = set
	}
	reached = make([]bool, len(p.m.Levels))
	for s := range sets[len(sets)-1] {
		if s.given {
			reached[s.level] = true
		}
	}
	return reached, true
}

// attain finds what a rule can give.
func (g *prog) attain(sets []map[slot]bool) (map[slot]bool, bool) {
	parts, work := map[partly]bool{g.start(): true}, 0
	for k := range g.of {
		o := &g.of[k]
		longer := map[partly]bool{}
		if work += len(parts) * len(sets[o.value]); work > maxAttain {
			return nil, false
		}
		for part := range parts {
			for s := range sets[o.value] {
				next := part
				next.add(o, &s)
				longer[next] = true
			}
		}
		parts = longer
	}
	set := map[slot]bool{}
	for part := range parts {
		set[g.result(&part)] = true
	}
	return set, true
}
