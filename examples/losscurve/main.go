// Losscurve computes a loss model from a file with both engines, the one that
// draws no random numbers and the one that does, and prints what they say side
// by side.
//
//	go run ./examples/losscurve -model examples/losscurve/portfolio.yaml
//	go run ./examples/losscurve -model model.yaml -trials 4194304 -seed 7 -format json
//
// Without -model it is the FAIR scenario in this folder. README.md beside it has
// the output, docs/quant/models.md the form of the file. It is meant to be
// copied: compute.go asks the engines, answer.go is what becomes JSON, text.go
// what people read.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program wherever it is
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the program. It returns the exit code: 0 where the answer was written; 1
// where there is none, and nothing was written; 2 for a command line that is none.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	opt, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	var b bytes.Buffer
	err = answered(ctx, &b, opt, stderr)
	if errors.Is(err, context.Canceled) {
		err = errors.New("losscurve: interrupted")
	}
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "%v\nlosscurve: nothing was written\n", err)
		return 1
	}
	if _, err := stdout.Write(b.Bytes()); err != nil {
		_, _ = fmt.Fprintf(stderr, "losscurve: %v\n", err)
		return 1
	}
	return 0
}

// answered reads the model, computes it and writes the answer.
func answered(ctx context.Context, w io.Writer, opt options, stderr io.Writer) error {
	name, m, err := load(opt.model)
	if err != nil {
		return err
	}
	a, err := compute(ctx, name, m, opt, newProgress(stderr))
	if err != nil {
		return err
	}
	if opt.format == "json" {
		return a.json(w)
	}
	return a.text(w)
}
