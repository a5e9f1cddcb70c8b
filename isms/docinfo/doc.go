// Package docinfo holds documented information (ISO/IEC 27001 clause 7.5) as a
// neutral tree: a Statement of Applicability, a risk register or a gap list is
// built once as a Document and written by any encoder.
//
// # Building a document
//
// Everything is a plain value. A document is its title, its identification and
// a list of blocks:
//
//	d := docinfo.Document{
//		Name:  "risk-register",
//		Title: "Risk register",
//		Mark:  "DRAFT",
//		Meta:  []docinfo.Field{{Name: "As of", Value: docinfo.Plain("2026-11-21")}},
//		Blocks: []docinfo.Block{
//			docinfo.Plain("All open risks of the scope."),
//			docinfo.Table{
//				ID: "risks", Caption: "Open risks",
//				Columns: []docinfo.Column{
//					{ID: "risk", Title: "Risk", RowHeader: true},
//					{ID: "level", Title: "Level", Facet: true},
//				},
//				Rows: []docinfo.Row{{ID: "R-001", Cells: []docinfo.Cell{
//					{Text: "Ransomware"},
//					{Text: "high", Tone: docinfo.Bad},
//				}}},
//			},
//		},
//	}
//
// Texts are characters, never markup: what a user typed can be put anywhere in
// the tree, and each encoder escapes it for its format.
//
// # Links
//
// Sections, tables, rows, figures and notices may carry an ID. A span or item
// with the link "#R-001" leads to it. IDs are opaque: encoders turn them into
// anchors that their format allows.
//
// # Encoders
//
// The packages html, markdown and csv each have one function, Write. They
// validate first, build the whole file in memory and write it at once; the same
// document gives the same bytes. A document with problems is not written: the
// error is then a Problems value, the same that Validate returns.
package docinfo
