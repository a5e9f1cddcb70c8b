// Package yaml reads and writes an ISMS as people keep it: by hand, in Git.
//
// It is YAML as JSON sees it: objects, lists and scalars. A scalar without
// quotes fills a text field with what was typed, so 5.10, 010 and no stay
// what they are. Nulls, anchors, aliases, tags, merge keys and second
// documents are problems with a hint. Comments are not kept by [Encode].
//
// The members are those of package isms: see [isms.System] and, for what every
// record holds, the page docs/model.md. A text is read whole or not at all:
// [Decode] returns every problem at once, each with file, line and column.
package yaml

import (
	"fmt"
	"io"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/yamldoc"
	"github.com/ismskit/ismskit/isms"
)

// Decode reads a System. The error is isms.Problems: every fault of the text
// and every reason why its records cannot be computed with, each at its line
// and column of the file called name. With an error the System is zero.
func Decode(name string, src []byte) (isms.System, error) {
	return DecodeWith(name, src, isms.ReadOptions{})
}

// DecodeWith is Decode with options: the published methods that assessments
// are checked against, whether unknown members are kept.
func DecodeWith(name string, src []byte, opt isms.ReadOptions) (isms.System, error) {
	root, faults := yamldoc.Parse(src)
	return isms.FromTree(name, root, faults, opt)
}

// Encode writes a System in the canonical form: members in the order of the
// types, maps sorted, quotes only where a scalar needs them. What is read back
// is equal to what was written.
func Encode(w io.Writer, sys isms.System) error {
	root, err := doc.Encode(sys)
	if err != nil {
		return fmt.Errorf("yaml: encode: %w", err)
	}
	return yamldoc.Write(w, root)
}
