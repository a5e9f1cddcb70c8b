package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/risk/yaml"
)

// byDefault is the method where none is asked for.
const byDefault = "iso27005/qualitative"

func published() risk.Methods { return methods.All() }

// find returns the method that a word of the command line means: one of those
// known, or the one in a file.
func find(word string, known risk.Methods) (risk.Method, error) {
	switch strings.ToLower(filepath.Ext(word)) {
	case ".yaml", ".yml", ".json":
		src, err := os.ReadFile(word)
		if err != nil {
			return risk.Method{}, err
		}
		return yaml.Decode(word, src)
	}
	return known.Find(cmp.Or(word, byDefault))
}

// translations reads the files that say how to translate between methods.
func translations(files []string, known risk.Methods) ([]risk.Translation, error) {
	var all []risk.Translation
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		t, err := yaml.DecodeTranslation(name, src, known)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}

// list prints the published methods, each with what it asks.
func list(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, m := range published() {
		factors := make([]string, len(m.Factors))
		for i, f := range m.Factors {
			factors[i] = f.ID
			if f.Optional {
				factors[i] += "?"
			}
		}
		_, _ = fmt.Fprintf(t, "%s\t%s\t%s\n", m.Ref(), m.Title, strings.Join(factors, ", "))
	}
	return t.Flush()
}

// check prints what risk.Check proves or refutes of a method, and what is advised.
func check(w io.Writer, m risk.Method) error {
	_, _ = fmt.Fprintf(w, "%s, %s\n\n", m.Ref(), m.Title)
	for _, f := range risk.Check(m) {
		_, _ = fmt.Fprintln(w, f)
		for _, in := range f.Example {
			if f.Verdict == risk.Refuted {
				_, _ = fmt.Fprintf(w, "    as with %s\n", in.Text())
			}
		}
	}
	advice := m.Advice()
	if x, ok := m.Matrix(); ok {
		advice = append(advice, x.Advice()...)
	}
	if len(advice) == 0 {
		_, err := fmt.Fprintln(w, "\nNothing about it is unusual.")
		return err
	}
	_, _ = fmt.Fprintln(w, "\nUnusual, and no fault by itself:")
	for _, p := range advice {
		_, _ = fmt.Fprintf(w, "  %s\n", p)
	}
	return nil
}
