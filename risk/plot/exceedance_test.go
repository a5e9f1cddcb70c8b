package plot_test

import (
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/plot"
)

// heavy is the exceedance curve of a loss that happens with probability p and is
// then lognormal, with the given median and spread.
func heavy(p, median, sigma float64) []plot.Point {
	points := []plot.Point{{Loss: 0, Probability: p}}
	for z := -4.0; z <= 4.5; z += 1.0 / 16 {
		points = append(points, plot.Point{Loss: median * mathx.Exp(float64(sigma*z)), Probability: float64(p * mathx.NormSurvival(z))})
	}
	return points
}

// mark is a VaR of such a loss.
func mark(p, median, sigma, at float64) plot.Mark {
	z := mathx.NormSurvivalInv(at / p)
	return plot.Mark{Loss: median * mathx.Exp(float64(sigma*z)), Probability: at}
}

// banded spreads a curve to both sides.
func banded(points []plot.Point, by float64) []plot.Band {
	var out []plot.Band
	for _, p := range points {
		rest := float64(p.Probability * (1 - p.Probability))
		off := by * rest / (rest + .02)
		out = append(out, plot.Band{Loss: p.Loss, Low: max(0, p.Probability*(1-off)), High: min(1, p.Probability*(1+off))})
	}
	return out
}

func plans() plot.Exceedance {
	today := plot.Curve{Label: "today", Points: heavy(.57, 180e3, 1.3), Marks: []plot.Mark{mark(.57, 180e3, 1.3, .05), mark(.57, 180e3, 1.3, .01)}}
	plan := plot.Curve{Label: "plan B", Points: heavy(.43, 90e3, 1.2), Marks: []plot.Mark{mark(.43, 90e3, 1.2, .05)}}
	today.Epistemic, plan.Sampling = banded(today.Points, .45), banded(plan.Points, .25)
	return plot.Exceedance{
		ID: "plans", Title: "What could we lose in a year?", Description: "Ransomware and phishing, before and after plan B",
		Currency: "EUR", Curves: []plot.Curve{today, plan},
		Tolerance: []plot.Point{{100e3, .3}, {1e6, .05}, {5e6, .01}},
	}
}

func exceedances() map[string]plot.Exceedance {
	logarithmic := plans()
	logarithmic.ID, logarithmic.Probability, logarithmic.Least = "log", plot.Log, 1e-4
	linear := plans()
	linear.ID, linear.Loss = "linear", plot.Linear
	phone := plans()
	phone.ID, phone.Width = "phone", 360
	wall := plans()
	wall.ID, wall.Width = "wall", 1160
	crowd := plot.Exceedance{ID: "crowd", Title: "Six plans", Currency: "EUR"}
	for i, label := range []string{"today", "multi-factor authentication", "backups off site", "training of all employees", "insurance", "everything together, as the board was told in spring"} {
		crowd.Curves = append(crowd.Curves, plot.Curve{Label: label, Points: heavy(.6-.02*float64(i), 300e3/(1+.07*float64(i)), 1.2)})
	}
	apart := plot.Exceedance{ID: "apart", Currency: "USD", Curves: []plot.Curve{
		{Label: "notebooks", Points: heavy(.95, 8e3, .6)}, {Label: "outage", Points: heavy(.5, 200e3, .8)}, {Label: "earthquake", Points: heavy(.12, 40e6, .7)},
	}}
	bare := plot.Exceedance{ID: "bare", Light: true, Curves: []plot.Curve{{Points: []plot.Point{{1, 1}, {1, 0}}}}}
	german := plans()
	german.ID, german.Title, german.Description, german.Words = "german", "Was können wir in einem Jahr verlieren?", "", plot.Words{
		Decimal: ",", Thousand: "Tsd.", Million: "Mio.", LossAxis: "Schaden im Jahr", ProbabilityAxis: "Wahrscheinlichkeit eines höheren Schadens",
		Tolerance: "hinnehmbar", Epistemic: "Unkenntnis der Parameter: 5 bis 95 %", Sampling: "Fehler der Simulation: Intervall zu 95 %",
	}
	return map[string]plot.Exceedance{
		"plans": plans(), "log": logarithmic, "linear": linear, "phone": phone, "wall": wall, "crowd": crowd, "apart": apart, "bare": bare, "german": german,
	}
}
