package owasp

import "fmt"

// PaybackYears returns how many years a control has to work until it has saved
// what it costs (step 5 of the publication): cost divided by the loss a year
// that it prevents, both in one currency. The cost must be 0 or more and the
// loss above 0.
func PaybackYears(cost, annualLoss float64) (float64, error) {
	if !(cost >= 0) {
		return 0, fmt.Errorf("owasp: cost: got %v, want 0 or more", cost)
	}
	if !(annualLoss > 0) {
		return 0, fmt.Errorf("owasp: annual loss: got %v, want more than 0", annualLoss)
	}
	return cost / annualLoss, nil
}
