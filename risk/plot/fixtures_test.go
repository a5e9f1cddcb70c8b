package plot_test

import (
	"fmt"
	"strconv"

	"github.com/ismskit/ismskit/risk/plot"
)

// office is the matrix of the examples: five likelihoods, five consequences,
// five levels, not the product of the two.
func office() plot.HeatMap {
	return plot.HeatMap{
		ID:          "office",
		Title:       "Information security risks",
		Description: "Example GmbH, 21 November 2026",
		Rows:        plot.Axis{Title: "Likelihood", Labels: []string{"rare", "unlikely", "possible", "likely", "almost certain"}},
		Columns:     plot.Axis{Title: "Consequence", Labels: []string{"minor", "noticeable", "serious", "critical", "existential"}},
		Levels:      levels("very low", "low", "medium", "high", "very high"),
		Cells:       [][]int{{0, 0, 1, 1, 2}, {0, 1, 1, 2, 3}, {1, 1, 2, 3, 3}, {1, 2, 3, 3, 4}, {2, 3, 3, 4, 4}},
	}
}

// few is the office with four risks: two that treatment moves together, one
// that stays, one without a residual rating.
func few() plot.HeatMap {
	h := office()
	h.Items = []plot.Item{
		{ID: "R-001", Label: "Phishing of an administrator", At: plot.Position{Row: 3, Column: 3}, To: to(1, 3)},
		{ID: "R-002", Label: "Ransomware on file servers", At: plot.Position{Row: 3, Column: 3}, To: to(1, 3)},
		{ID: "R-003", Label: "Loss of a notebook", At: plot.Position{Row: 2, Column: 1}, To: to(2, 1)},
		{ID: "R-004", Label: "Fire in the server room", At: plot.Position{Row: 0, Column: 4}},
	}
	return h
}

func to(row, column int) *plot.Position { return &plot.Position{Row: row, Column: column} }

func levels(labels ...string) []plot.Level {
	out := make([]plot.Level, len(labels))
	for i, label := range labels {
		out[i].Label = label
	}
	return out
}

// numbered is a matrix of any size whose labels are numbers.
func numbered(rows, columns, ranks int) plot.HeatMap {
	h := plot.HeatMap{
		ID: fmt.Sprintf("m%dx%d", rows, columns), Title: fmt.Sprintf("%d × %d", rows, columns),
		Rows:    plot.Axis{Title: "Likelihood", Labels: numbers(rows)},
		Columns: plot.Axis{Title: "Consequence", Labels: numbers(columns)},
		Levels:  levels(numbers(ranks)...),
	}
	for r := range rows {
		h.Cells = append(h.Cells, nil)
		for c := range columns {
			h.Cells[r] = append(h.Cells[r], min(ranks-1, (r+c)*ranks/max(1, rows+columns-1)))
		}
	}
	return h
}

func numbers(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = strconv.Itoa(i + 1)
	}
	return out
}

// filled puts n risks on a matrix, most of them in its middle, two of three
// with a residual rating. The same n gives the same risks.
func filled(h plot.HeatMap, n int) plot.HeatMap {
	state := uint64(1)
	dice := func(sides int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int(state>>33) % sides
	}
	rows, columns := len(h.Rows.Labels), len(h.Columns.Labels)
	for i := range n {
		item := plot.Item{ID: fmt.Sprintf("R-%03d", i+1), Label: fmt.Sprintf("Risk number %d", i+1)}
		item.At = plot.Position{Row: (dice(rows) + dice(rows) + 1) / 2, Column: (dice(columns) + dice(columns) + 1) / 2}
		if dice(3) > 0 {
			item.To = to(max(0, item.At.Row-dice(3)), max(0, item.At.Column-dice(2)))
		}
		h.Items = append(h.Items, item)
	}
	return h
}

// wordy has labels of many scripts and lengths, some of them empty.
func wordy() plot.HeatMap {
	h := filled(office(), 30)
	h.ID = "wordy"
	h.Title = "Gesamtdarstellung der Informationssicherheitsrisiken der Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
	h.Description = `Quotes " and ' and <tags> & ampersands stay what they are`
	h.Rows = plot.Axis{Title: "Eintrittswahrscheinlichkeit in den nächsten zwölf Monaten", Labels: []string{
		"äußerst unwahrscheinlich, seltener als einmal in hundert Jahren", "unwahrscheinlich", "möglich", "", "Wahrscheinlichkeitsgrenzwertüberschreitung",
	}}
	h.Columns = plot.Axis{Title: "影響の大きさ", Labels: []string{"軽微な影響", "中程度の影響がある場合", "غير مقبول", "बहुत गंभीर परिणाम", "существенный ущерб"}}
	h.Levels = levels("akzeptabel", "akzeptabel mit Zustimmung der Risikoeigentümerin", "zu behandeln", "",
		"nicht hinnehmbar: der Betrieb ist einzustellen, bis die Geschäftsführung über das weitere Vorgehen entschieden hat")
	return h
}
