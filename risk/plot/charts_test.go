package plot_test

import (
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/plot"
)

// binned is a lognormal loss of probability p in bins of a third of a power of
// ten.
func binned(p, median, sigma float64, from, to int) []plot.Bin {
	var bins []plot.Bin
	at := func(i int) float64 { return mathx.Exp(float64(float64(i) * mathx.Log(10) / 6)) }
	below := func(x float64) float64 { return p * mathx.NormCDF(mathx.Log(x/median)/sigma) }
	for i := from; i < to; i++ {
		bins = append(bins, plot.Bin{From: at(i), To: at(i + 1), Probability: below(at(i+1)) - below(at(i))})
	}
	return bins
}

func histograms() map[string]plot.Histogram {
	year := plot.Histogram{
		ID: "year", Title: "The loss of a year", Description: "Ransomware and phishing", Currency: "EUR", Zero: .43, Bins: binned(.57, 180e3, 1.3, 20, 44),
		Marks: []plot.At{{"mean", 237e3}, {"VaR 95 %", 1.05e6}, {"VaR 99 %", 2.8e6}},
	}
	phone := year
	phone.ID, phone.Width = "hist-phone", 360
	linear := plot.Histogram{ID: "hist-linear", Loss: plot.Linear, Currency: "USD", Zero: .1, Marks: []plot.At{{"mean", 45e3}, {"VaR 95 %", 160e3}}}
	for i := range 20 {
		linear.Bins = append(linear.Bins, plot.Bin{From: float64(i) * 1e4, To: float64(i+1) * 1e4, Probability: .88 * mathx.Exp(-float64(i)/4) * .2212})
	}
	uneven := plot.Histogram{ID: "uneven", Title: "Ranges of unequal width", Zero: .02, Bins: []plot.Bin{{1, 10, .2}, {10, 20, .2}, {20, 50, .3}, {50, 1000, .2}, {1e6, 2e6, .05}}}
	fine := plot.Histogram{ID: "fine", Width: 1160, Title: "Many bins", Currency: "EUR", Bins: nil}
	at := func(i int) float64 { return mathx.Exp(float64(i) / 40) }
	for i := 320; i < 680; i++ {
		fine.Bins = append(fine.Bins, plot.Bin{From: at(i), To: at(i + 1), Probability: mathx.NormCDF(mathx.Log(at(i+1)/2e5)/1.2) - mathx.NormCDF(mathx.Log(at(i)/2e5)/1.2)})
	}
	fine.Marks = []plot.At{{"median", 2e5}, {"mean", 4.1e5}, {"VaR 90 %", 9.3e5}, {"VaR 95 %", 1.44e6}, {"VaR 99 %", 3.26e6}, {"VaR 99.9 %", 8.2e6}}
	one := plot.Histogram{ID: "one", Light: true, Bins: []plot.Bin{{5, 6, 1}}}
	return map[string]plot.Histogram{"year": year, "phone": phone, "linear": linear, "uneven": uneven, "fine": fine, "one": one}
}

func tornados() map[string]plot.Tornado {
	var95 := plot.Tornado{
		ID: "tornado", Title: "What should we find out first?", Description: "Each input at its 5 and at its 95 %, all others at their median", Currency: "EUR", Of: "VaR 95 %", Base: 1.05e6,
		Swings: []plot.Swing{
			{"Attempts that succeed", plot.Effect{"8 %", 610e3}, plot.Effect{"35 %", 1.62e6}},
			{"Ransomware a year", plot.Effect{"0.5", 420e3}, plot.Effect{"12", 2.9e6}},
			{"Hours without the shop", plot.Effect{"4 h", 930e3}, plot.Effect{"72 h", 1.4e6}},
			{"Fine of the supervisory authority for personal data", plot.Effect{"50 k", 1.01e6}, plot.Effect{"3 M", 1.31e6}},
			{"Age of the last backup that can be restored", plot.Effect{"1 day", 1.2e6}, plot.Effect{"1 hour", 990e3}},
			{"Insurance", plot.Effect{"none", 1.05e6}, plot.Effect{"policy", 890e3}},
			{"Day rate of the forensic team", plot.Effect{"900", 1.06e6}, plot.Effect{"1,800", 1.11e6}},
		},
	}
	phone := var95
	phone.ID, phone.Width, phone.Most = "tornado-phone", 360, 5
	log := var95
	log.ID, log.Scale, log.Width, log.Title = "tornado-log", plot.Log, 1160, ""
	flat := plot.Tornado{ID: "flat", Light: true, Swings: []plot.Swing{{Label: "nothing"}}}
	return map[string]plot.Tornado{"var95": var95, "phone": phone, "log": log, "flat": flat}
}

func waterfalls() map[string]plot.Waterfall {
	plan := plot.Waterfall{
		ID: "waterfall", Title: "What each control contributes", Description: "Shapley values of the expected loss in a year, with 95 % intervals", Currency: "EUR", Of: "Expected loss in a year", Before: 850e3,
		Steps: []plot.Contribution{
			{"Multi-factor authentication", -260e3, -290e3, -230e3},
			{"Backups off site, tested every quarter", -180e3, -215e3, -140e3},
			{"Training", -35e3, -70e3, 5e3},
			{"New web shop", 90e3, 60e3, 130e3},
			{"Cyber policy, after a retention of 100,000", -120e3, -128e3, -111e3},
		},
	}
	phone := plan
	phone.ID, phone.Width = "waterfall-phone", 360
	wall := plan
	wall.ID, wall.Width = "waterfall-wall", 1160
	over := plot.Waterfall{ID: "over", Light: true, Before: 10, Steps: []plot.Contribution{{Label: "too much", Change: -25}, {Label: "nothing"}}}
	return map[string]plot.Waterfall{"plan": plan, "phone": phone, "wall": wall, "over": over}
}

func paretos() map[string]plot.Pareto {
	budget := plot.Pareto{ID: "pareto", Title: "Which plan is best under the budget?", Description: "All sets of eight controls", Currency: "EUR", Budget: 150e3, Chosen: "MFA + backups + training", RunnerUp: "MFA + backups + EDR"}
	costs := []float64{40e3, 30e3, 12e3, 55e3, 20e3, 80e3, 8e3, 25e3}
	keeps := []float64{.62, .70, .9, .72, .93, .66, .97, .9}
	for set := range 256 {
		plan := plot.Plan{Loss: 850e3}
		for i := range costs {
			if set>>i&1 == 1 {
				plan.Cost += costs[i]
				plan.Loss = float64(plan.Loss * keeps[i])
			}
		}
		switch set {
		case 0:
			plan.Label = "nothing"
		case 1:
			plan.Label = "MFA"
		case 3:
			plan.Label = "MFA + backups"
		case 1 + 2 + 4 + 8:
			plan.Label = "MFA + backups + training"
		case 1 + 2 + 8 + 16:
			plan.Label = "MFA + backups + EDR"
		case 255:
			plan.Label = "everything"
		}
		budget.Plans = append(budget.Plans, plan)
	}
	phone := budget
	phone.ID, phone.Width = "pareto-phone", 360
	wall := budget
	wall.ID, wall.Width = "pareto-wall", 1160
	one := plot.Pareto{ID: "pareto-one", Light: true, Plans: []plot.Plan{{}}, Of: "TVaR 95 %"}
	log := plot.Pareto{ID: "pareto-log", Cost: plot.Log, Loss: plot.Log, Currency: "EUR", Plans: []plot.Plan{{"a", 1e3, 1e7}, {"b", 1e4, 2e6}, {"c", 2e5, 3e5}, {"d", 2e5, 3e5}, {"e", 4e5, 3e5}}, Chosen: "d"}
	return map[string]plot.Pareto{"budget": budget, "phone": phone, "wall": wall, "one": one, "log": log}
}

func convergences() map[string]plot.Convergence {
	sure := plot.Convergence{ID: "sure", Title: "Have we simulated enough?", Currency: "EUR", Of: "VaR 99 %", Asked: .02}
	state := uint64(7)
	for k := 6; k <= 22; k++ {
		state = state*6364136223846793005 + 1442695040888963407
		noise := float64(state>>11)/(1<<52) - 1
		half := 2.8e6 * 8 / mathx.Pow(2, float64(k)/2)
		value := 2.79e6 + float64(noise*half*.6)
		sure.Steps = append(sure.Steps, plot.Stage{Trials: 1 << k, Value: value, Low: value - half, High: value + half*1.1})
	}
	phone := sure
	phone.ID, phone.Width = "sure-phone", 360
	unsure := sure
	unsure.ID, unsure.Asked, unsure.Width, unsure.Title = "unsure", .001, 1160, ""
	flat := plot.Convergence{ID: "flat-line", Light: true, Steps: []plot.Stage{{Trials: 1}, {Trials: 2}}}
	return map[string]plot.Convergence{"sure": sure, "phone": phone, "unsure": unsure, "flat": flat}
}
