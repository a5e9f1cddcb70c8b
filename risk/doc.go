// Package risk holds what risk assessment methodologies share: scales of
// levels, methods as data, ratings, and the criteria for accepting them.
package risk
