package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/risk/loss"
)

// options are what the command line asks for.
type options struct {
	model    string // the file, "" for the sample
	trials   int
	seed     uint64
	sampling loss.Sampling
	format   string
}

var formats = []string{"text", "json"}

// parse reads the command line. What is wrong with it has been said to stderr.
func parse(args []string, stderr io.Writer) (options, error) {
	opt := options{sampling: loss.Plain}
	f := flag.NewFlagSet("losscurve", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&opt.model, "model", "", "`file` of the model, in YAML or JSON (default: the FAIR scenario of this folder)")
	f.IntVar(&opt.trials, "trials", 1<<20, "`number` of simulated courses of the horizon, rounded up to blocks of 4096")
	f.Uint64Var(&opt.seed, "seed", 1, "`seed` of the random numbers: the same seed gives the same answer")
	f.TextVar(&opt.sampling, "sampling", opt.sampling, "`how` numbers are drawn: plain, latinHypercube or sobol")
	f.StringVar(&opt.format, "format", "text", "`format` of the answer: "+strings.Join(formats, ", "))
	if err := f.Parse(args); err != nil {
		return options{}, err
	}
	const most = 1 << 26 // half a gigabyte
	var err error
	switch {
	case f.NArg() > 0:
		err = fmt.Errorf("losscurve: got the argument %q, want flags alone; a model is given as -model %[1]s", f.Arg(0))
	case !slices.Contains(formats, opt.format):
		err = fmt.Errorf("losscurve: got the format %q, want one of %s", opt.format, strings.Join(formats, ", "))
	case opt.trials < 1 || opt.trials > most:
		err = fmt.Errorf("losscurve: got %d trials, want 1 to %d", opt.trials, most)
	}
	if err != nil {
		_, _ = fmt.Fprintln(stderr, err)
	}
	return opt, err
}
