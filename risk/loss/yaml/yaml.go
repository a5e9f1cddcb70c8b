// Package yaml reads and writes loss models as people keep them: by hand, in Git.
//
//	m, err := yaml.Decode("acme.yaml", src)
//	plan, err := loss.Compile(m)
//
// The members are those of [loss.Model], by their JSON names: package
// risk/loss/file says more, docs/quant/models.md has each with an example.
package yaml

import (
	"fmt"
	"io"

	"github.com/ismskit/ismskit/internal/doc/yamldoc"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/file"
)

// Decode reads a Model from YAML. It is file.Decode in every other respect: the
// error is file.Problems, and with one the Model is zero.
func Decode(name string, src []byte) (loss.Model, error) {
	root, faults := yamldoc.Parse(src)
	return file.FromTree(name, root, faults)
}

// Encode writes a Model in the canonical form: members in the order of the
// types, quotes only where a scalar needs them, what is known as a plain number.
// What is read back is equal to what was written. Comments are not kept.
func Encode(w io.Writer, m loss.Model) error {
	root, err := file.Tree(m)
	if err != nil {
		return fmt.Errorf("yaml: encode: %w", err)
	}
	return yamldoc.Write(w, root)
}
