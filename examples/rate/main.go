// Rate rates a register of risks by a published method or one of your own,
// compares two methods on it, and says line by line how a rating came about.
//
//	go run ./examples/rate
//	go run ./examples/rate -in risks.csv -method own.yaml -format html >register.html
//	go run ./examples/rate -compare own.yaml -translation to-own.yaml
//	go run ./examples/rate -explain R-05
//	go run ./examples/rate -check -method own.yaml
//	go run ./examples/rate -list
//
// Without -in it rates the sample in this folder. README.md beside it shows every
// command with what it prints. It is meant to be copied: register.go says what a
// register is read from, output.go what is written.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program. It returns the exit code: 0 where the answer was written; 1
// where there is none, and nothing was written; 2 for a command line that is none.
func run(args []string, stdout, stderr io.Writer) int {
	opt, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	var b bytes.Buffer
	if err := answer(&b, opt); err != nil {
		_, _ = fmt.Fprintf(stderr, "%v\nrate: nothing was written\n", err)
		return 1
	}
	if _, err := stdout.Write(b.Bytes()); err != nil {
		_, _ = fmt.Fprintf(stderr, "rate: %v\n", err)
		return 1
	}
	return 0
}

// answer does what was asked for.
func answer(w io.Writer, opt options) error {
	if opt.list {
		return list(w)
	}
	if opt.check {
		m, err := find(opt.method, published())
		if err != nil {
			return err
		}
		return check(w, m)
	}
	j, err := load(opt)
	switch {
	case err != nil:
		return err
	case opt.explain != "":
		return explain(w, j, opt.explain)
	case opt.compare != "":
		return compared(w, j, opt.format)
	}
	return rated(w, j, opt.format)
}
