// Package annexa is the catalogue.
package annexa

//go:generate go run ./internal/gen
