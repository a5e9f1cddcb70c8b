package overlay

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The names of the columns of a TSV file. The column of the texts is named by
// the tag of their language.
const (
	columnAddress  = "address"
	columnRevision = "revision"
	columnOurs     = "ours"
)

// WriteTSV writes an overlay as a table with tabs in its canonical form, from
// which ReadTSV gives it back: a line for each text, the columns address,
// revision, ours, and the tag of the language. An overlay that is not valid is
// an error.
//
// A cell stands in quotes, with the quotes in it doubled, when it begins with a
// quote or holds a tab or a line feed.
func WriteTSV(w io.Writer, o Overlay) error {
	o, err := o.canonical()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	line := func(cells ...string) {
		for i, cell := range cells {
			if i > 0 {
				b.WriteByte('\t')
			}
			if strings.HasPrefix(cell, `"`) || strings.ContainsAny(cell, "\t\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteByte('\n')
	}
	line(columnAddress, columnRevision, columnOurs, o.Language)
	for _, t := range o.Texts {
		revision := ""
		if t.Revision != 0 {
			revision = strconv.Itoa(t.Revision)
		}
		line(t.Address, revision, t.Ours, t.Text)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("overlay: write: %w", err)
	}
	return nil
}
