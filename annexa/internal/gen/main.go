// Command gen writes the Go tables of package annexa from the reviewed files in
// its folder data. It runs in the folder of the package:
//
//	go generate ./annexa
//
// Its output depends on nothing but those files.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run reads dir/data and writes the generated files into dir.
func run(dir string) error {
	files, err := generate(os.DirFS(filepath.Join(dir, "data")))
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.content, 0o644); err != nil {
			return fmt.Errorf("gen: %w", err)
		}
	}
	return nil
}

// generate returns the Go files for the data in dir.
func generate(dir fs.FS) ([]file, error) {
	s, err := read(dir)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, write := range []func(sheets) ([]file, error){
		controls2022, titles2022, attributes2022,
		controls2013, titles2013, groups2013,
		correspondences, clauses, titlesClauses,
		controls27017, controls27018, controls27701, titlesOthers,
		editions, harmonized, sets, tables,
	} {
		more, err := write(s)
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
	}
	return files, nil
}
