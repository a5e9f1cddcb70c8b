package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/annexa/page"
)

// A command is one thing that the program does.
type command struct {
	name, args, about string
	flags             func(*flag.FlagSet, *call) // beside those that all have; nil = none
	run               func(*call) error
}

// commands lists them.
func commands() []command {
	return []command{
		{"show", "ITEM…", "all about an item, as a page", nil, show},
		{"list", "", "the controls that meet the filters", filterFlags, list},
		{"view", "", "the controls by the values of an attribute", viewFlags, view},
		{"search", "WORDS…", "items by everyday words, the best first", searchFlags, search},
		{"crosswalk", "FRAMEWORK [ITEM…]", "what stands beside an item, or which items beside it", nil, crosswalks},
		{"2013", "[CONTROL…]", "what became of a control of 2013, and where one comes from", nil, correspondence},
		{"export", "[ITEM…]", "items as JSON, CSV, Markdown or as one HTML page", exportFlags, export},
	}
}

func commandNamed(name string) (command, bool) {
	list := commands()
	i := slices.IndexFunc(list, func(c command) bool { return c.name == name })
	if i < 0 {
		return command{}, false
	}
	return list[i], true
}

func names() string {
	var all []string
	for _, c := range commands() {
		all = append(all, c.name)
	}
	return strings.Join(all, ", ")
}

// A call is a command with what the command line asks of it.
type call struct {
	args    []string
	width   int    // of a line
	file    string // to write into, "" for the standard output
	overlay string // file of texts to lay over the catalogue, "" for none
	filter  filter
	by      string // attribute of a view
	most    int    // results of a search
	format  string // of an export

	out     io.Writer
	laid    overlay.Catalogue
	entries []page.Entry
}

// parse reads the command line. What is wrong with it has been said to stderr.
func (cmd command) parse(args []string, stderr io.Writer) (*call, error) {
	c := &call{}
	f := flag.NewFlagSet("catalogue "+cmd.name, flag.ContinueOnError)
	f.SetOutput(stderr)
	f.IntVar(&c.width, "width", 80, "`columns` of a line, at least 40")
	f.StringVar(&c.file, "o", "", "`file` to write into (default: the standard output)")
	f.StringVar(&c.overlay, "overlay", "", "`file` of texts to lay over the catalogue, JSON or TSV (see package annexa/overlay)")
	if cmd.flags != nil {
		cmd.flags(f, c)
	}
	f.Usage = func() {
		_, _ = fmt.Fprintf(stderr, "catalogue %s [flags] %s\n  %s\n\n", cmd.name, cmd.args, cmd.about)
		f.PrintDefaults()
	}
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	c.args = f.Args()
	err := c.check(cmd)
	if err != nil {
		_, _ = fmt.Fprintln(stderr, err)
	}
	return c, err
}

// check refuses what no flag can: arguments where there is no place for them, and
// flags that come after arguments.
func (c *call) check(cmd command) error {
	switch {
	case cmd.args == "" && len(c.args) > 0:
		return fmt.Errorf("catalogue %s: got the argument %q, want flags alone", cmd.name, c.args[0])
	case cmd.args != "" && cmd.args[0] != '[' && len(c.args) == 0:
		return fmt.Errorf("catalogue %s: got nothing, want %s", cmd.name, cmd.args)
	case c.width < 40:
		return fmt.Errorf("catalogue %s: got a width of %d, want at least 40", cmd.name, c.width)
	}
	for _, arg := range c.args {
		if strings.HasPrefix(arg, "-") {
			return fmt.Errorf("catalogue %s: got %q after an argument, want flags first", cmd.name, arg)
		}
	}
	return nil
}

// load gathers the entries, with the overlay laid over them.
func (c *call) load() error {
	if c.overlay != "" {
		src, err := os.ReadFile(c.overlay)
		if err != nil {
			return err
		}
		read := overlay.ReadTSV
		if strings.HasSuffix(c.overlay, ".json") {
			read = overlay.ReadJSON
		}
		texts, err := read(src)
		if err != nil {
			return fmt.Errorf("%s: %w", c.overlay, err)
		}
		if c.laid, err = overlay.Lay(nil, texts); err != nil {
			return err
		}
	}
	c.entries = page.Entries(c.laid)
	return nil
}
