package plot

// TextWidth is the estimate that pictures are laid out by.
func TextWidth(s string, size float64) float64 { return width(s, size) }
