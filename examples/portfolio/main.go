// Portfolio goes from an information security management system in YAML and a
// loss model in YAML to a report of two pages for a board: what could we lose,
// what would each euro of control buy, which plan is best under the budget, how
// sure are we.
//
//	go run ./examples/portfolio -o report.html
//	go run ./examples/portfolio -system isms.yaml -model model.yaml -budget 150000 -o report.html
//
// Without -system and -model it is the sample in this folder, an invented maker
// of instruments. What does not fit together is reported at once, each fault with
// its place, and nothing is written.
//
// It is meant to be copied. compute.go asks the packages, content.go is what the
// report says, page.html how it looks.
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

// run is the program. It returns the exit code: 0 where the report was written; 1
// where it was not; 2 for a command line that is none.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	opt, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	err = reported(ctx, opt, stdout, stderr)
	if errors.Is(err, context.Canceled) {
		err = errors.New("portfolio: interrupted")
	}
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "%v\nportfolio: nothing was written\n", err)
		return 1
	}
	return 0
}

// reported reads, computes and writes the report, and says in short what is in it.
func reported(ctx context.Context, opt options, stdout, stderr io.Writer) error {
	view, m, err := load(opt)
	if err != nil {
		return err
	}
	a, err := compute(ctx, view, m, opt, newProgress(stderr))
	if err != nil {
		return err
	}
	c, err := a.content() //nolint:contextcheck // the trials are kept: nothing is drawn again
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := page.Execute(&b, c); err != nil {
		return fmt.Errorf("portfolio: report: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := os.WriteFile(opt.out, b.Bytes(), 0o600); err != nil {
		return fmt.Errorf("portfolio: %w", err)
	}
	return c.summarize(stdout, opt.out)
}
