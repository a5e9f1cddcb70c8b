package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/ismskit/ismskit/isms"
)

// options are what the command line asks for.
type options struct {
	in           string   // the register, "" for the sample
	method       string   // a reference, or the file of a method
	compare      string   // the same for the method compared with
	translations []string // files
	explain      string   // the id of a risk
	format       string
	at           isms.Date // for a register in YAML
	check, list  bool
}

var formats = []string{"table", "csv", "json", "html"}

// parse reads the command line. What is wrong with it has been said to stderr.
func parse(args []string, stderr io.Writer) (options, error) {
	opt := options{at: isms.DateOf(time.Now())}
	f := flag.NewFlagSet("rate", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&opt.in, "in", "", "`file` of the register: CSV, or an ISMS in YAML (default: the sample)")
	f.StringVar(&opt.method, "method", "", "`method` to rate by: id@version, or a file in YAML or JSON (default: iso27005/qualitative; of an ISMS, the one most of its risks were judged for)")
	f.StringVar(&opt.compare, "compare", "", "`method` to compare with")
	f.Func("translation", "`file` that says what the levels of one method are in words of another; may be given again", func(s string) error {
		opt.translations = append(opt.translations, s)
		return nil
	})
	f.StringVar(&opt.explain, "explain", "", "`id` of the risk to explain line by line")
	f.StringVar(&opt.format, "format", "table", "`format` of the answer: "+strings.Join(formats, ", "))
	f.TextVar(&opt.at, "at", opt.at, "`date` as of which an ISMS is seen, today if not given")
	f.BoolVar(&opt.check, "check", false, "say whether the method is sound")
	f.BoolVar(&opt.list, "list", false, "list the published methods with their factors")
	if err := f.Parse(args); err != nil {
		return options{}, err
	}
	var err error
	switch {
	case f.NArg() > 0:
		err = fmt.Errorf("rate: got the argument %q, want flags alone; a register is given as -in %[1]s", f.Arg(0))
	case !slices.Contains(formats, opt.format):
		err = fmt.Errorf("rate: got the format %q, want one of %s", opt.format, strings.Join(formats, ", "))
	case opt.explain != "" && opt.format != "table":
		err = fmt.Errorf("rate: an explanation is text: got -format %s with -explain", opt.format)
	}
	if err != nil {
		_, _ = fmt.Fprintln(stderr, err)
	}
	return opt, err
}
