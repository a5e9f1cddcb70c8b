package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/annexa/page"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
)

func exportFlags(f *flag.FlagSet, c *call) {
	f.StringVar(&c.format, "format", "json", "`format`: json, csv (a row for each part), csv-items (a row for each item), markdown, html")
	filterFlags(f, c)
}

// export writes the items that are named, or those that meet the filters.
func export(c *call) error {
	entries, err := c.filtered()
	if err != nil {
		return err
	}
	if len(c.args) > 0 {
		if !c.filter.isZero() {
			return fmt.Errorf("catalogue: got filters and %q, want one or the other", c.args[0])
		}
		entries = nil
		for _, item := range c.args {
			e, part, err := c.entry(item)
			if err != nil {
				return err
			}
			if part != "" {
				return fmt.Errorf("catalogue: got the part %q, want whole items", item)
			}
			entries = append(entries, e)
		}
	}
	if len(entries) == 0 {
		return fmt.Errorf("catalogue: no control meets the filters")
	}
	return c.encode(entries)
}

func (c *call) encode(entries []page.Entry) error {
	switch strings.ToLower(c.format) {
	case "json":
		encoder := json.NewEncoder(c.out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(entries)
	case "csv":
		return csv.Write(c.out, tables(entries), csv.Options{Table: "parts"})
	case "csv-items":
		return csv.Write(c.out, tables(entries), csv.Options{Table: "items"})
	case "markdown":
		return markdown.Write(c.out, document(entries))
	case "html":
		return page.Write(c.out, page.Page{Entries: entries})
	}
	return fmt.Errorf("catalogue: got the format %q, want json, csv, csv-items, markdown or html", c.format)
}
