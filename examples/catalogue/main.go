// Catalogue prints and searches what this library knows of ISO/IEC 27001:2022:
// the 93 controls of Annex A and the clauses 4 to 10 with their attributes, their
// guidance and what stands beside them in other frameworks.
//
//	go run ./examples/catalogue show A.5.15
//	go run ./examples/catalogue list -type detective -theme technological
//	go run ./examples/catalogue view -by capability
//	go run ./examples/catalogue search laptop stolen
//	go run ./examples/catalogue crosswalk csf2 A.5.15
//	go run ./examples/catalogue 2013 A.9.2.1
//	go run ./examples/catalogue export -format html -o catalogue.html
//
// It is meant to be copied. Each command is a value in the list of commands;
// what all of them know is page.Entries. With -overlay a file of package overlay
// is laid over it: a licensed text, a translation.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program. It returns the exit code: 0 where the answer was written; 1
// where there is none, and nothing was written; 2 for a command line that is none.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		args = []string{"help"}
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		usage(stdout)
		return 0
	}
	cmd, ok := commandNamed(args[0])
	if !ok {
		_, _ = fmt.Fprintf(stderr, "catalogue: got the command %q, want one of %s; %q says more\n", args[0], names(), "catalogue help")
		return 2
	}
	c, err := cmd.parse(args[1:], stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	if err := answer(cmd, c, stdout); err != nil {
		_, _ = fmt.Fprintf(stderr, "%v\ncatalogue: nothing was written\n", err)
		return 1
	}
	return 0
}

// answer runs a command and writes what it said once all of it is there.
func answer(cmd command, c *call, stdout io.Writer) error {
	if err := c.load(); err != nil {
		return err
	}
	var b bytes.Buffer
	c.out = &b
	if err := cmd.run(c); err != nil {
		return err
	}
	if c.file != "" {
		return replace(c.file, b.Bytes())
	}
	_, err := stdout.Write(b.Bytes())
	return err
}

// replace writes a file that is either as it was or new as a whole.
func replace(name string, content []byte) error {
	staged := name + ".new"
	if err := os.WriteFile(staged, content, 0o644); err != nil {
		return err
	}
	if err := os.Rename(staged, name); err != nil {
		return errors.Join(err, os.Remove(staged))
	}
	return nil
}

func usage(w io.Writer) {
	var b strings.Builder
	b.WriteString("Catalogue tells about the controls and clauses of ISO/IEC 27001:2022.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-34s%s\n", strings.TrimSpace(c.name+" "+c.args), c.about)
	}
	b.WriteString("\nAn ITEM is a control (A.5.15), a clause (6.1.2) or a part of one (A.5.15/E2).\n" +
		"Each command tells its flags with -h.\n")
	_, _ = io.WriteString(w, b.String())
}
