// Package plot draws pictures of risk: plain data in, SVG out. It knows no
// methodology and no record of an ISMS; whoever has levels, positions and
// counts can use it.
//
// # The heat map
//
// A [HeatMap] is the risk matrix of an organization with its risks on it.
//
//	h := plot.HeatMap{
//		Title:   "Risks of the web shop",
//		Rows:    plot.Axis{Title: "Likelihood", Labels: []string{"rare", "possible", "likely"}},
//		Columns: plot.Axis{Title: "Consequence", Labels: []string{"minor", "serious", "critical"}},
//		Levels:  []plot.Level{{Label: "low"}, {Label: "medium"}, {Label: "high"}},
//		Cells:   [][]int{{0, 0, 1}, {0, 1, 2}, {1, 2, 2}},
//		Items:   []plot.Item{{ID: "R-1", At: plot.Position{Row: 2, Column: 1}, To: &plot.Position{Row: 0, Column: 1}}},
//	}
//	err := h.WriteSVG(w)
//
// How to read it:
//
//   - Likelihood rises upwards and consequence to the right, so the worst is
//     in the upper right corner. The color of a cell is its level of risk, and
//     the word in its corner says which (or a letter, where the words are too
//     long: the legend explains it).
//   - The large number is how many risks are rated in the cell today. Below
//     it stand their ids, where they fit.
//   - An arrow leads from a rating today to the one expected after treatment.
//     A number on it is how many risks go this way together, no number is one.
//     The arrows of most risks are drawn, twelve unless told otherwise; a line
//     below the picture says when there are more.
//   - The legend counts the risks of each level, "9 → 4": nine today, four
//     after treatment. It counts all of them, also those whose arrow is not
//     drawn. A risk without a residual rating is counted where it is.
//
// What a heat map does not show is how sure anyone is of a rating, and how
// much is at stake in money: two risks in one cell may differ by a factor of
// a hundred. It is a way to find the risks to talk about, not to add them up.
//
// # The slope chart
//
// A [Slope] puts two orders of the same risks side by side, such as those that
// two methods give:
//
//	s := plot.Slope{
//		Left: "Matrix", Right: "Score",
//		Lines: []plot.Line{{ID: "R-1", Left: plot.Place{Rank: 1.5, Level: "high"}, Right: plot.Place{Rank: 3, Level: "low"}}},
//	}
//	err := s.WriteSVG(w)
//
// Every risk has a row of its own on both sides, so labels cannot collide. Risks
// that an order does not tell apart share a place, which a bracket shows, and a
// flat line is a risk on which both agree. Those that move most are emphasized by
// strength, by their letters, by an arrow with the number of places, and by a
// dash where they go down; color only repeats it.
//
// # Charts of losses
//
// Six charts have axes of money, probabilities or trials:
//
//   - [Exceedance]: how likely a larger loss is, beside what is tolerated
//   - [Histogram]: how years are distributed, those without loss apart
//   - [Tornado]: what a figure depends on
//   - [Pareto]: what a reduction of the loss costs, and which plans are best
//   - [Waterfall]: what each control contributes
//   - [Convergence]: whether there were enough trials
//
// Each is a struct like the others:
//
//	e := plot.Exceedance{Currency: "EUR", Curves: []plot.Curve{{Label: "today", Points: plot.Points(year.AEP())}}}
//	err := e.WriteSVG(w)
//
// They are laid out for the Width that is asked for, with letters of one size:
// a picture for a phone is another one than that for a page. What they say in
// words of their own is in [Words], for translation.
//
// # For whom it is drawn
//
// The levels differ in lightness first and in hue second: the order survives a
// gray print and every common color blindness, and all text has a contrast of
// at least 4.5 to 1 (both are computed in the tests, for 2 to 12 levels). Curves
// differ by dashes, plans by forms, bars by fillings, and by color besides. The
// picture follows the reader's preference for light or dark colors, is light
// on paper, and shrinks with the page. It is one image to a screen reader,
// named by its title and described by a summary; its Table says all of it in
// words, and belongs beside it in a document that must be accessible.
//
// There is no script in it and no font, and it loads nothing. The light colors
// are attributes of the elements, so the picture looks right where styles are
// ignored or forbidden: in office programs, in converters, under a strict
// content security policy.
//
// # Promises
//
// Equal data give equal bytes on every machine. Bad data give an error that
// names the place ("Cells[2][3]: got level 7, want 0 to 4"), and no picture.
// Any text may be in any script, or empty.
//
// How wide a text is depends on the reader's font, so it is estimated, at the
// wider end of the usual sans serifs. Labels are broken into lines by that
// estimate and end in an ellipsis where they are too long; the whole text is
// then in the tooltip. The fixed words of heat maps and slope charts ("risks
// today → expected after treatment") are English.
package plot
