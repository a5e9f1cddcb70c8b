// Package yaml reads and writes an organization's own set of controls as people
// keep it: by hand, in Git.
//
//	acme, err := yaml.Decode("acme.yaml", src)
//
// The members are those of [annexa.Catalogue], by their JSON names; docs/sets.md
// has a worked example. A scalar without quotes fills a text with what was typed,
// so the identifiers 5.10, 010 and no stay what they are.
package yaml

import (
	"fmt"
	"io"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/catalogue"
	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/yamldoc"
)

// Decode reads a Catalogue from YAML. It is catalogue.Decode in every other
// respect: the error is catalogue.Problems, and with one the Catalogue is zero.
func Decode(name string, src []byte) (annexa.Catalogue, error) {
	root, faults := yamldoc.Parse(src)
	return catalogue.FromTree(name, root, faults)
}

// Encode writes a Catalogue in the canonical form: members in the order of the
// type, quotes only where a scalar needs them. What is read back is equal to what
// was written. Comments are not kept.
func Encode(w io.Writer, c annexa.Catalogue) error {
	root, err := doc.Encode(c)
	if err != nil {
		return fmt.Errorf("yaml: encode: %w", err)
	}
	return yamldoc.Write(w, root)
}
