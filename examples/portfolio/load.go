package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/ismskit/ismskit/isms"
	ismsyaml "github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/loss"
	lossyaml "github.com/ismskit/ismskit/risk/loss/yaml"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/risk/tolerance"
)

//go:embed isms.yaml
var sampleSystem []byte

//go:embed model.yaml
var sampleModel []byte

// load reads the records as of the date, and the model: every fault of both.
func load(opt options) (*isms.View, loss.Model, error) {
	sys, err := read(opt.system, "isms.yaml", sampleSystem, func(name string, src []byte) (isms.System, error) {
		return ismsyaml.DecodeWith(name, src, isms.ReadOptions{Methods: methods.All()})
	})
	m, modelErr := read(opt.model, "model.yaml", sampleModel, lossyaml.Decode)
	if err := errors.Join(err, modelErr); err != nil {
		return nil, loss.Model{}, err
	}
	view, err := isms.At(sys, opt.at, methods.All())
	return view, m, err
}

// read reads a file, or the sample where none is named.
func read[T any](name, byDefault string, sample []byte, decode func(string, []byte) (T, error)) (T, error) {
	if name == "" {
		return decode(byDefault, sample)
	}
	src, err := os.ReadFile(name)
	if err != nil {
		var none T
		return none, fmt.Errorf("portfolio: %w", err)
	}
	return decode(name, src)
}

// extension is the name under which the System says what the board tolerates.
const extension = "portfolio/tolerance"

// tolerated is what the board tolerates, and who decided so.
type tolerated struct {
	Decision string            `json:"decision"`
	Points   []tolerance.Point `json:"points"`
	curve    tolerance.Curve
}

// toleratedBy reads it; there are no points where the System says nothing.
func toleratedBy(sys isms.System) (t tolerated, err error) {
	text, ok := sys.X[extension]
	if !ok {
		return t, nil
	}
	if err = json.Unmarshal(text, &t); err == nil {
		t.curve, err = tolerance.New(t.Points)
	}
	if err != nil {
		return tolerated{}, fmt.Errorf("portfolio: /x/%s: %w", extension, err)
	}
	return t, nil
}
