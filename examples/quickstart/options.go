package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"time"

	"github.com/ismskit/ismskit/isms"
)

//go:embed sample.yaml
var sample []byte

const (
	sampleName = "sample.yaml"
	sampleDate = "2026-11-21" // the day for which the sample was written
)

// options are what the command line asks for.
type options struct {
	in    string       // the file, "" for the sample
	out   string       // the folder
	at    isms.Date    // the day as of which the records are seen
	today isms.Date    // zero for the sample, which is the same every day
	scope isms.ScopeID // "" where the System has one scope or none
}

// parse reads the command line. What is wrong with it has been said to stderr.
func parse(args []string, stderr io.Writer) (options, error) {
	var opt options
	f := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&opt.in, "in", "", "`file` that holds the ISMS in YAML (default: the sample)")
	f.StringVar(&opt.out, "out", "out", "`folder` to write into; other files in it stay")
	f.TextVar(&opt.at, "at", isms.Date{}, "`date` as of which the records are seen (default: today; for the sample "+sampleDate+")")
	f.StringVar((*string)(&opt.scope), "scope", "", "`id` of the scope, where there are several")
	if err := f.Parse(args); err != nil {
		return options{}, err
	}
	if f.NArg() > 0 {
		err := fmt.Errorf("quickstart: got the argument %q, want flags alone; a file is given as -in %[1]s", f.Arg(0))
		_, _ = fmt.Fprintln(stderr, err)
		return options{}, err
	}
	return opt.dated()
}

// dated fills in the dates that were not given.
func (opt options) dated() (options, error) {
	var err error
	byDefault := isms.DateOf(time.Now())
	if opt.in == "" {
		byDefault, err = isms.ParseDate(sampleDate)
	} else {
		opt.today = byDefault
	}
	if opt.at.IsZero() {
		opt.at = byDefault
	}
	return opt, err
}
