// Package yamldoc reads and writes the trees of package doc as YAML, the form
// in which people write their documents by hand. It alone imports a YAML
// library, go.yaml.in/yaml/v4, and of that only what builds its nodes: no Go
// value is ever filled by the library, and no scalar resolved.
//
// # What is read
//
// One YAML 1.2 document in UTF-8, in any style: block and flow, plain, quoted,
// literal and folded, with comments, LF or CR LF. What makes a document more
// than its data is a fault with a hint: anchors, aliases, tags, merge keys,
// names that are no texts, a second document. Aliases are reported, never
// followed, so they cannot expand. U+0085, U+2028 and U+2029 are faults where
// they stand unescaped: the library takes them for line breaks, as YAML 1.1
// did, and would change the text.
//
// An unquoted scalar is a Node that is Plain: its Text is what was typed, its
// Kind what the core schema of YAML 1.2 makes of null, true and false; it is a
// Number where JSON could have written it. So the decoder can give a text
// field the text, and a number the number.
//
// # Places
//
// Nodes have the place that the library gives them, in code points; an empty
// value has that behind its colon or dash. A fault of syntax is where the
// library noticed it. That is exact for what cannot stand where it stands (a
// tab, a percent sign, a colon within a text), the next line for a value that
// is not finished (a bracket that is not closed, wrong indentation), and for a
// quote that is not closed we take the place where it was opened. The library
// stops at the first fault of syntax, and so do we.
//
// # Two readers
//
// The library takes more than a second for a document of 20 MB (about 17 MB/s
// on one core), nearly all of it in its scanner. So a reader of our own comes
// first: it knows block mappings and sequences, scalars and flow collections
// on one line, literal blocks and comments, which is what Write writes and
// people mostly write, and is more than ten times as fast. It reports nothing:
// at anything out of the ordinary it gives up, and the library reads the
// document from the beginning. FuzzSimple holds that what it reads, the
// library reads alike, places and all, and without a fault.
//
// # What is written
//
// Block style, two spaces a level. A text stands unquoted where no reader of
// YAML, 1.1 or 1.2, takes it for anything else; "no", "5.10", "010" and
// "2026-11-21" stand in double quotes. Names that only YAML 1.1 takes for
// booleans, as on and no, stand unquoted: they are common, and texts to today's
// readers. Texts of several lines are literal blocks unless they have blanks at
// the ends of lines, or other characters that a block does not keep.
package yamldoc
