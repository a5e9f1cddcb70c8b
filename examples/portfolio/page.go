package main

import (
	_ "embed"
	"html/template"
)

//go:embed report.html
var report string

// page is how the report looks.
var page = template.Must(template.New("report").Parse(report))
