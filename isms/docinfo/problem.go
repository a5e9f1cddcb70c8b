package docinfo

import (
	"fmt"
	"strings"
)

// A Problem is one reason why a document cannot be written.
type Problem struct {
	// Code is permanent: it keeps its meaning and is never given to another.
	Code string
	// Path is the place as a JSON Pointer into the document: "/blocks/2/rows/0".
	Path string
	// Message says what was found and what is wanted.
	Message string
}

// Problems are all problems of a document, in reading order. It is the error of
// Validate and of the encoders.
type Problems []Problem

// Error gives one problem a line.
func (ps Problems) Error() string {
	var b strings.Builder
	noun := "problems"
	if len(ps) == 1 {
		noun = "problem"
	}
	fmt.Fprintf(&b, "docinfo: %d %s in the document", len(ps), noun)
	for _, p := range ps {
		fmt.Fprintf(&b, "\n%s: %s (%s)", p.Path, p.Message, p.Code)
	}
	return b.String()
}

// Codes of the problems.
const (
	CodeName     = "name"     // the name is no stem of a file name
	CodeLanguage = "language" // the language is no BCP 47 tag
	CodeMissing  = "missing"  // a required text is empty
	CodeBlock    = "block"    // a block is nil or a pointer
	CodeDepth    = "depth"    // sections nest too deep
	CodeID       = "id"       // an ID is used twice, or is too long
	CodeLink     = "link"     // a link leads nowhere, or has a scheme that is not allowed
	CodeCells    = "cells"    // a row has not as many cells as the table has columns
	CodeColumns  = "columns"  // a table has no column
	CodeWidth    = "width"    // widths are out of range or add up to more than 100
	CodeTone     = "tone"     // a tone is unknown, or stands without words
	CodeAlign    = "align"    // an alignment is unknown
	CodeSVG      = "svg"      // a picture is no well-formed SVG document
)
