package overlay

// Template returns every address of the 2022 edition with our text and the
// revision of today, and the texts that the overlay has: for a translator to
// begin with, or to go on with after an update of this library. A text that is
// stale keeps the revision and our text of then. Texts at other addresses, and
// at such that do not exist, stand at the end.
//
//	blank := overlay.Template(overlay.Overlay{Language: "de"})
func Template(o Overlay) Overlay {
	given := make(map[string]Text, len(o.Texts))
	for _, t := range o.Texts {
		given[t.Address] = t
	}
	t := Overlay{Language: o.Language}
	ours(func(now Text) {
		was, ok := given[now.Address]
		delete(given, now.Address)
		switch {
		case ok && was.stale(now):
			now = was
		case ok:
			now.Text = was.Text
		}
		t.Texts = append(t.Texts, now)
	})
	for _, text := range o.Texts {
		if _, left := given[text.Address]; left {
			t.Texts = append(t.Texts, text)
		}
	}
	return t
}
