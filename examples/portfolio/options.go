package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"time"

	"github.com/ismskit/ismskit/isms"
)

// sampleDate is the day for which the sample was written.
const sampleDate = "2026-11-30"

// options are what the command line asks for.
type options struct {
	system, model string // files, "" for the sample
	out           string
	at            isms.Date
	trials        int
	seed          uint64
	budget        float64 // 0 is what the planned controls cost
}

// parse reads the command line. What is wrong with it has been said to stderr.
func parse(args []string, stderr io.Writer) (options, error) {
	var opt options
	f := flag.NewFlagSet("portfolio", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&opt.system, "system", "", "`file` of the ISMS, in YAML (default: the sample of this folder)")
	f.StringVar(&opt.model, "model", "", "`file` of the loss model, in YAML (default: that of the sample)")
	f.StringVar(&opt.out, "o", "report.html", "`file` to write the report to")
	f.TextVar(&opt.at, "at", isms.Date{}, "`date` as of which the records are seen (default: today; for the sample "+sampleDate+")")
	f.IntVar(&opt.trials, "trials", 1<<20, "`number` of simulated years, rounded up to blocks of 4096")
	f.Uint64Var(&opt.seed, "seed", 1, "`seed` of the random numbers: the same seed gives the same report")
	f.Float64Var(&opt.budget, "budget", 0, "`amount` that further controls may cost (default: what the planned ones cost)")
	if err := f.Parse(args); err != nil {
		return options{}, err
	}
	budgeted := false
	f.Visit(func(g *flag.Flag) { budgeted = budgeted || g.Name == "budget" })
	const fewest, most = 1 << 16, 1 << 24
	var err error
	switch {
	case f.NArg() > 0:
		err = fmt.Errorf("portfolio: got the argument %q, want flags alone; an ISMS is given as -system %[1]s", f.Arg(0))
	case (opt.system == "") != (opt.model == ""):
		err = errors.New("portfolio: got one of -system and -model, want both: the records name what stands in the model")
	case opt.trials < fewest || opt.trials > most:
		err = fmt.Errorf("portfolio: got %d trials, want %d to %d: fewer say nothing of years in a hundred", opt.trials, fewest, most)
	case budgeted && !(opt.budget > 0 && opt.budget <= math.MaxFloat64):
		err = fmt.Errorf("portfolio: got the budget %v, want an amount above 0", opt.budget)
	}
	if err != nil {
		_, _ = fmt.Fprintln(stderr, err)
		return options{}, err
	}
	return opt.dated()
}

// dated fills in the date if none was given.
func (opt options) dated() (options, error) {
	var err error
	switch {
	case !opt.at.IsZero():
	case opt.system == "":
		opt.at, err = isms.ParseDate(sampleDate)
	default:
		opt.at = isms.DateOf(time.Now())
	}
	return opt, err
}
