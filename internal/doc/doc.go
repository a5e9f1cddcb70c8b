// Package doc reads and writes documents: bytes become a tree of nodes that
// know their place, and one decoder fills Go values from it and collects
// every fault.
package doc
