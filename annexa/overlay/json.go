package overlay

import (
	"fmt"
	"io"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
)

// ReadJSON reads an overlay from JSON:
//
//	{"language": "de", "texts": [{"address": "A.5.7/S1", "revision": 1, "text": "…"}]}
//
// It is strict. The error is [Problems], all of them with line and column; the
// overlay is then zero. The tag of the language is put into its usual case, and
// CRLF in a text becomes LF.
func ReadJSON(src []byte) (Overlay, error) {
	root, faults := doc.ParseJSON(src)
	return read(root, faults)
}

// WriteJSON writes an overlay as JSON in its canonical form, from which ReadJSON
// gives it back. An overlay that is not valid is an error.
func WriteJSON(w io.Writer, o Overlay) error {
	o, err := o.canonical()
	if err != nil {
		return err
	}
	root, err := doc.Encode(o)
	if err != nil {
		return fmt.Errorf("overlay: write: %w", err)
	}
	if err := doc.WriteJSON(w, root); err != nil {
		return fmt.Errorf("overlay: write: %w", err)
	}
	return nil
}

// read makes an overlay of a tree, whichever format it comes from.
func read(root *doc.Node, faults []doc.Fault) (Overlay, error) {
	var o Overlay
	if root != nil {
		faults = doc.Merge(faults, doc.Decode(root, &o, doc.Options{}))
		for i := range o.Texts {
			o.Texts[i].Ours = strings.ReplaceAll(o.Texts[i].Ours, "\r\n", "\n")
			o.Texts[i].Text = strings.ReplaceAll(o.Texts[i].Text, "\r\n", "\n")
		}
		more := o.faults(faults)
		for i := range more {
			n, _ := root.At(more[i].Path)
			more[i].Line, more[i].Column = int(n.Line), int(n.Column)
		}
		faults = doc.Merge(faults, more)
	}
	if len(faults) > 0 {
		return Overlay{}, problems(faults, o)
	}
	return o.canonical()
}

// canonical returns a valid overlay with the tag in its usual case.
func (o Overlay) canonical() (Overlay, error) {
	if ps := o.Validate(); len(ps) > 0 {
		return Overlay{}, ps
	}
	o.Language, _ = language(o.Language)
	if o.Texts == nil {
		o.Texts = []Text{}
	}
	return o, nil
}
