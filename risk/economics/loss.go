package economics

// SingleLoss is what one event costs: SLE = AssetValue × ExposureFactor.
//
// The formula is common property of the field; examples are in testdata with
// their sources.
type SingleLoss struct {
	AssetValue     float64 `json:"assetValue,omitzero"`     // amount, at least 0
	ExposureFactor float64 `json:"exposureFactor,omitzero"` // share of the value that one event destroys, 0 to 1
}

// Expectancy returns the single loss expectancy (SLE), an amount.
func (s SingleLoss) Expectancy() (float64, error) {
	var in inspection
	in.amount("assetValue", s.AssetValue)
	in.share("exposureFactor", s.ExposureFactor)
	return in.figure(func() float64 { return s.AssetValue * s.ExposureFactor })
}

// AnnualLoss is what events cost in a year: ALE = SLE × ARO.
//
// ARO is a rate. Who has the probability of at least one event in a year, p,
// has something else (see [Scenario]); they come close where both are small.
type AnnualLoss struct {
	SLE float64 `json:"sle,omitzero"` // amount lost by one event, at least 0; see [SingleLoss], or [LogNormal.Mean]
	ARO float64 `json:"aro,omitzero"` // annual rate of occurrence: events per year, at least 0, may exceed 1
}

// Expectancy returns the annual loss expectancy (ALE), an amount per year.
func (a AnnualLoss) Expectancy() (float64, error) {
	var in inspection
	in.amount("sle", a.SLE)
	in.rate("aro", a.ARO)
	return in.figure(func() float64 { return a.SLE * a.ARO })
}
