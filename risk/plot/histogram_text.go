package plot

import "strings"

// binInWords is the range of a bin.
func (h Histogram) binInWords(w Words, b Bin) string {
	return fill(w.LossFrom, "from", w.money(b.From, h.Currency), "to", w.money(b.To, h.Currency))
}

// summary says what the picture shows, for someone who does not see it.
func (h Histogram) summary(w Words) string {
	var parts []string
	if h.Zero > 0 {
		parts = append(parts, fill(w.NoLoss, "percent", w.percent(h.Zero)))
	}
	most := h.Bins[0]
	for _, b := range h.Bins {
		if b.Probability > most.Probability {
			most = b
		}
	}
	parts = append(parts, fill(w.MostYears, "percent", w.percent(most.Probability), "from", w.money(most.From, h.Currency), "to", w.money(most.To, h.Currency)))
	for _, m := range h.Marks {
		parts = append(parts, fill(w.Reading, "label", m.Label, "amount", w.money(m.Loss, h.Currency)))
	}
	return w.HistogramName + ": " + strings.TrimSpace(sentence(strings.Join(parts, "; ")))
}

func (h Histogram) table() Table {
	w := h.Words.complete()
	t := Table{Summary: h.summary(w), Header: []string{w.axisTitle(w.LossAxis, h.Currency), w.ShareOfYears}}
	if h.Zero > 0 {
		t.Rows = append(t.Rows, []string{w.WithoutLosses, w.percent(h.Zero)})
	}
	for _, b := range h.Bins {
		t.Rows = append(t.Rows, []string{fill(w.LossFrom, "from", w.amount(b.From), "to", w.amount(b.To)), w.percent(b.Probability)})
	}
	return t
}
