package main

import (
	_ "embed"
	"html/template"
)

//go:embed page.html
var look string

// page is how the report looks.
var page = template.Must(template.New("report").Parse(look))
