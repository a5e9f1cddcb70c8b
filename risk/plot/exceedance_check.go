package plot

import "fmt"

const (
	mostCurves = 6 // more colors and dashes nobody tells apart
	mostPoints = 100_000
	mostMarks  = 8
)

// check returns the first fault, with its place.
func (e Exceedance) check() error {
	if err := first(
		e.frame().check(), checkCurrency(e.Currency),
		checkScale("Loss", e.Loss), checkScale("Probability", e.Probability), e.checkLeast(),
		checkCount("Curves", len(e.Curves), 1, mostCurves),
	); err != nil {
		return err
	}
	if err := each("Curves", len(e.Curves), e.checkCurve); err != nil {
		return err
	}
	if err := checkCount("Tolerance", len(e.Tolerance), 0, mostPoints); err != nil {
		return err
	}
	return checkPoints("Tolerance", e.Tolerance)
}

func (e Exceedance) checkLeast() error {
	if e.Least != 0 && !(e.Least >= 1e-9 && e.Least <= 0.5) {
		return fmt.Errorf("Least: got %v, want a probability from 1e-9 to 0.5, or 0 for 0.001", e.Least)
	}
	return nil
}

func (e Exceedance) checkCurve(where string, i int) error {
	c := e.Curves[i]
	for j, other := range e.Curves[:i] {
		if other.Label == c.Label {
			return fmt.Errorf("%s.Label: got %q, which is Curves[%d] already, want each label once", where, c.Label, j)
		}
	}
	if err := first(
		checkText(where+".Label", c.Label),
		checkCount(where+".Points", len(c.Points), 2, mostPoints), checkPoints(where+".Points", c.Points),
		checkBands(where+".Epistemic", c.Epistemic), checkBands(where+".Sampling", c.Sampling),
		checkCount(where+".Marks", len(c.Marks), 0, mostMarks),
	); err != nil {
		return err
	}
	if err := each(where+".Marks", len(c.Marks), func(where string, i int) error {
		m := c.Marks[i]
		return first(checkText(where+".Label", m.Label), checkLoss(where+".Loss", m.Loss), checkProbability(where+".Probability", m.Probability))
	}); err != nil {
		return err
	}
	return e.checkShown(where, c)
}

// checkShown refuses a curve of which nothing would be seen.
func (e Exceedance) checkShown(where string, c Curve) error {
	if len(e.shown(c.Points)) == 0 {
		return fmt.Errorf("%s.Points: got none with a loss of %g or more and a probability of %g or more, want one to be shown", where, leastAmount, e.least())
	}
	return nil
}

// checkPoints refuses what is not an exceedance curve.
func checkPoints(where string, points []Point) error {
	return each(where, len(points), func(where string, i int) error {
		p := points[i]
		if err := first(checkLoss(where+".Loss", p.Loss), checkProbability(where+".Probability", p.Probability)); err != nil || i == 0 {
			return err
		}
		switch before := points[i-1]; {
		case p.Loss < before.Loss:
			return fmt.Errorf("%s.Loss: got %v after %v, want losses that do not fall", where, p.Loss, before.Loss)
		case p.Probability > before.Probability:
			return fmt.Errorf("%s.Probability: got %v after %v, want probabilities that do not rise", where, p.Probability, before.Probability)
		}
		return nil
	})
}

func checkBands(where string, bands []Band) error {
	if err := checkCount(where, len(bands), 0, mostPoints); err != nil {
		return err
	}
	return each(where, len(bands), func(where string, i int) error {
		b := bands[i]
		if err := first(checkLoss(where+".Loss", b.Loss), checkProbability(where+".Low", b.Low), checkProbability(where+".High", b.High)); err != nil {
			return err
		}
		switch {
		case b.Low > b.High:
			return fmt.Errorf("%s.Low: got %v, which is more than the high %v", where, b.Low, b.High)
		case i > 0 && b.Loss < bands[i-1].Loss:
			return fmt.Errorf("%s.Loss: got %v after %v, want losses that do not fall", where, b.Loss, bands[i-1].Loss)
		}
		return nil
	})
}
