package copula

import "fmt"

// tile is how many trials are worked on at once, so that the scores of ten
// variables stay in the nearest cache.
const tile = 256

// Correlate makes independent normal draws of each variable, scores[i] of variable
// i, into scores of the copula, in place. The words are those of what the scores of
// a trial share under Student's copula, one a trial; a Gaussian one has none. It is
// an error if there are not as many of each as there should be.
func (c *Copula) Correlate(scores [][]float64, words []uint64) error {
	if len(scores) != c.n {
		return fmt.Errorf("copula: scores: got %d variables, want %d", len(scores), c.n)
	}
	trials := len(scores[0])
	for i, row := range scores {
		if len(row) != trials {
			return fmt.Errorf("copula: scores[%d]: got %d trials, want %d", i, len(row), trials)
		}
	}
	want := trials
	if c.mixing == nil {
		want = 0
	}
	if len(words) != want {
		return fmt.Errorf("copula: words: got %d, want %d", len(words), want)
	}
	for from := 0; from < trials; from += tile {
		to := min(from+tile, trials)
		c.multiply(scores, from, to)
		if c.mixing != nil {
			c.mix(scores, from, words[from:to])
		}
	}
	return nil
}

// multiply multiplies the scores of some trials by the factor. It begins with the
// last variable, as no other needs its draws.
func (c *Copula) multiply(scores [][]float64, from, to int) {
	for i := c.n - 1; i >= 0; i-- {
		row := c.factor[i*(i+1)/2:][:i+1]
		sum := scores[i][from:to]
		if own := row[i]; own != 1 {
			for t, x := range sum {
				sum[t] = float64(own * x)
			}
		}
		j := 0
		for ; j+4 <= i; j += 4 {
			add(sum, [4]float64(row[j:]), scores[j][from:to], scores[j+1][from:to], scores[j+2][from:to], scores[j+3][from:to])
		}
		for ; j < i; j++ {
			if row[j] != 0 {
				for t, x := range scores[j][from:to] {
					sum[t] += float64(row[j] * x)
				}
			}
		}
	}
}

// add adds four weighted variables to the sums, one after the other.
func add(sum []float64, weights [4]float64, a, b, c, d []float64) {
	if weights == [4]float64{} {
		return
	}
	a, b, c, d = a[:len(sum)], b[:len(sum)], c[:len(sum)], d[:len(sum)]
	for t, s := range sum {
		s += float64(weights[0] * a[t])
		s += float64(weights[1] * b[t])
		s += float64(weights[2] * c[t])
		sum[t] = s + float64(weights[3]*d[t])
	}
}

// mix multiplies the scores of the trials from one on by what they share.
func (c *Copula) mix(scores [][]float64, from int, words []uint64) {
	var space [tile]float64
	shared := space[:c.mixing.Fill(space[:], words)]
	for _, row := range scores {
		row = row[from : from+len(shared)]
		for t, x := range row {
			row[t] = float64(x * shared[t])
		}
	}
}
