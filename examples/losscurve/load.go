package main

import (
	_ "embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/file"
	"github.com/ismskit/ismskit/risk/loss/yaml"
)

//go:embed fair.yaml
var sample []byte

// largest is how many bytes of a model are read.
const largest = 16 << 20

// load reads the model: JSON by its name, else YAML.
func load(name string) (string, loss.Model, error) {
	src := sample
	if name == "" {
		name = "fair.yaml"
	} else {
		var err error
		if src, err = read(name); err != nil {
			return "", loss.Model{}, err
		}
	}
	decode := yaml.Decode
	if strings.EqualFold(filepath.Ext(name), ".json") {
		decode = file.Decode
	}
	m, err := decode(name, src)
	return name, m, err
}

// read returns the bytes of a file.
func read(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	src, err := io.ReadAll(io.LimitReader(f, largest+1))
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil && len(src) > largest {
		err = fmt.Errorf("%s: has more than the %d MiB that are read", name, largest>>20)
	}
	return src, err
}
