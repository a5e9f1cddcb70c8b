// Command gen writes the Go table of direction numbers of package points from
// data/joekuo.tsv. It runs in the folder of the package:
//
//	go generate ./risk/loss/internal/points
//
// The primitive polynomials are computed, and have to be those of the data.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run reads dir/data and writes the table into dir.
func run(dir string) error {
	data, err := os.ReadFile(filepath.Join(dir, "data", "joekuo.tsv"))
	if err != nil {
		return fmt.Errorf("gen: %w", err)
	}
	text, err := generate(string(data))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "initial_table.go"), text, 0o644); err != nil {
		return fmt.Errorf("gen: %w", err)
	}
	return nil
}
