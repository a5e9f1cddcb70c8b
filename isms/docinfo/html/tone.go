package html

import "github.com/ismskit/ismskit/isms/docinfo"

// sprite holds the shapes of the tones, drawn in the color of the text: they
// differ in outline, for those who see no color and on a printer without any.
const sprite markup = `<svg class="sprite" aria-hidden="true" focusable="false">
<symbol id="~good" viewBox="0 0 16 16"><path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="~attention" viewBox="0 0 16 16"><path d="M8 2 14.5 13.5H1.5Z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/><path d="M8 6v3.6M8 11.4v.4" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></symbol>
<symbol id="~bad" viewBox="0 0 16 16"><path d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></symbol>
<symbol id="~muted" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.8"/></symbol>
<symbol id="~note" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 7.4v4M8 4.6v.4" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></symbol>
</svg>
`

// toneClass gives the class of a tone after a separator; nothing for neutral.
func toneClass(t docinfo.Tone, separator markup) markup {
	word, err := t.MarshalText()
	if err != nil || t == 0 {
		return ""
	}
	return separator + markup(word)
}

// shape draws the shape of a tone; other is that of the neutral one.
func (p *page) shape(t docinfo.Tone, other markup) {
	name := toneClass(t, "")
	if name == "" {
		name = other
	}
	if name != "" {
		p.raw(`<svg class="shape" aria-hidden="true"><use href="#~` + name + `"/></svg>`)
	}
}
