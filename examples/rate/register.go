package main

import (
	_ "embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
)

//go:embed sample.csv
var sample []byte

// largest is how many bytes of a register are read.
const largest = 64 << 20

// job is a register with the methods that it is rated by.
type job struct {
	name         string // of the register
	register     []compare.Risk
	method       risk.Method
	other        risk.Method // zero without -compare
	translations []risk.Translation
	known        risk.Methods
}

// load reads the register, and finds the methods.
func load(opt options) (job, error) {
	name, src, err := read(opt.in)
	if err != nil {
		return job{}, err
	}
	j := job{name: name, known: published()}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml":
		return j.fromSystem(src, opt)
	}
	if j, err = j.withMethods(opt); err != nil {
		return job{}, err
	}
	j.register, err = readCSV(name, src, j.method, j.other)
	return j, err
}

// read returns the bytes of a file, or of the sample.
func read(name string) (string, []byte, error) {
	if name == "" {
		return "sample.csv", sample, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return "", nil, err
	}
	src, err := io.ReadAll(io.LimitReader(f, largest+1))
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil && len(src) > largest {
		err = fmt.Errorf("%s: has more than the %d MiB that are read", name, largest>>20)
	}
	return name, src, err
}

// withMethods finds the methods and what translates between them.
func (j job) withMethods(opt options) (job, error) {
	var err error
	if j.method, err = find(opt.method, j.known); err != nil {
		return job{}, err
	}
	j.known = with(j.known, j.method)
	if opt.compare != "" {
		if j.other, err = find(opt.compare, j.known); err != nil {
			return job{}, err
		}
		j.known = with(j.known, j.other)
	}
	j.translations, err = translations(opt.translations, j.known)
	return j, err
}

// with adds a method to a list that may have it.
func with(ms risk.Methods, m risk.Method) risk.Methods {
	if slices.ContainsFunc(ms, func(o risk.Method) bool { return o.Ref() == m.Ref() }) {
		return ms
	}
	return append(ms, m)
}

// fromSystem takes the register from an ISMS, and with it the organization's own
// methods.
func (j job) fromSystem(src []byte, opt options) (job, error) {
	sys, err := yaml.DecodeWith(j.name, src, isms.ReadOptions{Methods: j.known})
	if err != nil {
		return job{}, err
	}
	v, err := isms.At(sys, opt.at, j.known)
	if err != nil {
		return job{}, err
	}
	for _, m := range sys.Methods {
		for _, version := range m.Versions {
			if use, ok := v.MethodOf(string(m.ID)+"@"+version.Number, version.From); ok {
				j.known = with(j.known, use.Method)
			}
		}
	}
	j.register = report.Judged(v)
	if opt.method == "" {
		opt.method = mostUsed(j.register)
	}
	return j.withMethods(opt)
}

// mostUsed is the method that most risks were judged for, the first of equals.
func mostUsed(register []compare.Risk) string {
	counts := make(map[string]int)
	best := ""
	for _, r := range register {
		for _, judged := range r.Judged {
			ref := judged.Method.String()
			counts[ref]++
			if counts[ref] > counts[best] {
				best = ref
			}
		}
	}
	return best
}
