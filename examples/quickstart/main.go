// Quickstart reads an information security management system written in YAML
// and writes what follows from it: the Statement of Applicability, the risk
// treatment plan, the risk register, the heat map, and the list of what an
// auditor would object to.
//
//	go run ./examples/quickstart
//	go run ./examples/quickstart -in isms.yaml -out docs -at 2026-12-31
//
// Without -in it reads the sample in this folder, an invented software company
// of 60 people. A file that cannot be read is reported fault by fault, each with
// file, line and column, and nothing is written.
//
// It is meant to be copied. What it does stands in few places: load reads,
// analyze derives, outputs says which document becomes which file.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program. It returns the exit code: 0 where the documents were
// written, whatever gaps there are; 1 where they were not; 2 for arguments that
// are none.
func run(args []string, stdout, stderr io.Writer) int {
	opt, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	if err := quickstart(opt, stdout); err != nil {
		_, _ = fmt.Fprintf(stderr, "%v\nquickstart: nothing was written\n", err)
		return 1
	}
	return 0
}

// quickstart goes from the file to the documents, and says what it did.
func quickstart(opt options, stdout io.Writer) error {
	view, err := load(opt)
	if err != nil {
		return err
	}
	a, err := analyze(context.Background(), view, opt)
	if err != nil {
		return err
	}
	files, err := render(a)
	if err != nil {
		return err
	}
	if err := write(opt.out, files); err != nil {
		return err
	}
	return summarize(stdout, opt, a, files)
}
