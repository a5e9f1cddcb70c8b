package loss

// Model is what may be lost over some years: scenarios, which are independent of
// each other but for parameters with a name, links and causes, and layers that
// somebody else bears.
//
// Amounts are in one currency. A model is data: it is written and read as JSON,
// and means nothing before [Compile] has checked it.
type Model struct {
	ID       string `json:"id,omitzero"`
	Title    string `json:"title,omitzero"`
	Currency string `json:"currency,omitzero"` // of all amounts, ISO 4217: EUR; may be left out

	// Years is the horizon, 1 to 50; 0 is 1.
	Years int `json:"years,omitzero"`

	// Discount is the rate, per year, at which later losses weigh less: a loss
	// of year y counts (1+Discount)^-(y-1) of itself in a present value. Amounts
	// of the first year are not discounted.
	Discount float64 `json:"discount,omitzero"`

	Scenarios []Scenario `json:"scenarios,omitzero"`
	Links     []Link     `json:"links,omitzero"`
	Causes    []Cause    `json:"causes,omitzero"`
	Layers    []Layer    `json:"layers,omitzero"`

	// Controls are those that could be had: none acts in the plan of a model.
	Controls []Control `json:"controls,omitzero"`
}

// The sizes that a model may have.
const (
	mostScenarios = 1000
	mostStages    = 20
	mostWith      = 20  // losses that come with the severity of a stage
	mostLinked    = 200 // scenarios in a link, or hit by a cause
	mostLayers    = 100
	mostControls  = 64
	mostEffects   = 200 // of a control
	mostYears     = 50
	mostTerms     = 5000 // scenarios times years
	mostMixed     = 200  // rates with a distribution, times the years if they have a trend
	mostEvents    = 1e6  // in a year, on average
	mostMoney     = 1e30
)

// mixed counts the rates that have a distribution.
func (m Model) mixed() int {
	n := 0
	for _, s := range m.Scenarios {
		f, ok := s.Frequency.(Poisson)
		if _, known := f.Rate.value(); !ok || known {
			continue
		}
		if n++; s.RateTrend != 0 {
			n += m.years() - 1
		}
	}
	return n
}

func (m Model) years() int { return max(m.Years, 1) }

// unit is what faults say after an amount.
func (m Model) unit() string {
	if m.Currency == "" {
		return ""
	}
	return " " + clip(m.Currency)
}
