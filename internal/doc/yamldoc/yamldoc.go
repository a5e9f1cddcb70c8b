// Package yamldoc reads and writes the trees of package doc as YAML.
package yamldoc

import (
	"io"

	"github.com/ismskit/ismskit/internal/doc"
)

// Parse reads one YAML document into a tree. A nil tree means that the syntax
// is broken; otherwise the tree can be decoded, and the faults of both belong
// together.
func Parse(src []byte) (*doc.Node, []doc.Fault) {
	return nil, nil
}

// Write writes the tree as YAML in block style.
func Write(w io.Writer, root *doc.Node) error {
	return nil
}
