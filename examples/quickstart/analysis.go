package main

import (
	"context"
	"os"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/soa"
)

// load reads the records and returns the view of them as of the date. The error
// is isms.Problems where the file has faults: all of them at once.
func load(opt options) (*isms.View, error) {
	name, src := sampleName, sample
	if opt.in != "" {
		var err error
		name = opt.in
		if src, err = os.ReadFile(name); err != nil {
			return nil, err
		}
	}
	sys, err := yaml.DecodeWith(name, src, isms.ReadOptions{Methods: methods.All()})
	if err != nil {
		return nil, err
	}
	return isms.At(sys, opt.at, methods.All())
}

// analysis is what is derived from the records.
type analysis struct {
	view      *isms.View
	statement soa.Statement
	gaps      []audit.Gap
}

// analyze derives the statement and asks every question of package audit.
func analyze(ctx context.Context, view *isms.View, opt options) (analysis, error) {
	statement, err := soa.Derive(view, soa.Options{Scope: opt.scope, Today: opt.today})
	if err != nil {
		return analysis{}, err
	}
	gaps, err := audit.Run(ctx, audit.Subject{View: view, Statement: statement}, audit.Checks())
	return analysis{view, statement, gaps}, err
}
