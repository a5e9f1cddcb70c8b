// Package doc reads and writes the documents of this library: bytes become a
// tree of nodes that know their place, and one decoder fills Go values from
// the tree and collects every fault. Its subpackage yamldoc does the same for
// YAML with the same tree, so that a record is read by the same rules from
// both.
//
//	root, faults := doc.ParseJSON(src) // or yamldoc.Parse
//	if root != nil {
//		faults = doc.Merge(faults, doc.Decode(root, &system, doc.Options{}))
//	}
//	if len(faults) > 0 { … } // system is not to be used
//
// # Places
//
// Lines and columns count from 1. A column is a Unicode code point, in both
// formats; a tab is one, a byte order mark none. A line ends with LF, CR LF or
// CR. The fault of a member's name is at the name, that of a value at the
// value, that of a missing member at the object that misses it; its path is
// that of the member.
//
// A tree finds a place again: At takes the pointer that a validation reports.
//
// # What is read
//
// JSON is RFC 8259, and where that leaves a choice, strict: UTF-8 only, no
// name twice in an object, no half of a surrogate pair, at most 100 levels of
// lists and objects. A byte order mark is passed over. YAML is YAML 1.2
// without what makes a document more than its data, see package yamldoc.
//
// A Go type stands in a document like this:
//
//	string kinds                  text
//	bool kinds                    true, false
//	integers, floats              number; whole numbers without point and exponent
//	encoding.TextUnmarshaler      text, whatever else the type is
//	structs                       object; members named by the json tag, or the field
//	embedded structs              their members, unless tagged
//	slices, but not of bytes      list
//	maps with text keys           object; the keys are texts, or unmarshal themselves
//	pointers                      what they point to
//	json.RawMessage               any value, kept as JSON without white space
//	a type with a Form            as the form says: an interface as an object with
//	                              one member; a number, or an object, for a record
//
// A value for which there is no place (a function, any, []byte) is a fault of
// the program, D030. Of the options of a json tag only omitzero is known, and
// only when writing. The tag doc:"required" makes a missing member a fault.
//
// A text field takes a text. In JSON a number or a word never fills it: 5.10
// is the control 5.10 only in quotes. In YAML an unquoted scalar fills it with
// what was typed, so that 5.10, 010, no and 2026-11-21 stay as they are; a
// quoted scalar in turn never fills a number or a bool. Null is a fault
// everywhere but in raw JSON: leave the member out. Names are case-sensitive.
//
// Raw JSON takes any value. Its numbers keep their literal, the order of its
// members is kept, its layout is not. From YAML an unquoted scalar becomes
// what the core schema of YAML 1.2 makes of null, true and false, and a number
// if JSON could have written it; anything else becomes a text.
//
// A member that a record does not have is a fault. With Options.KeepUnknown it
// is kept as "unknown/<name>" in the record's extension member, the first
// field of type map[string]json.RawMessage, and written there from then on.
//
// # What is written
//
// The same value gives the same bytes: members in the order of the struct,
// maps sorted by key (bytewise), numbers as short as they read back the same.
// A member tagged omitzero is left out when it is zero, by its own method
// IsZero if it has one. What was written reads back the same, in both formats
// and across them, if raw JSON was without white space.
//
// # Speed and memory
//
// A parser goes over the source once and cuts texts out of one copy of it;
// nodes lie side by side in slabs. Types are looked at once. A document of 30
// MB, with 5,000 risks of ten assessments each, takes about 0.2 s on one core
// from bytes to structs, half of what encoding/json takes, and as YAML the
// same (see the benchmarks). Whoever keeps one text of a document keeps all of
// its source in memory. A tree takes about three times the space of such a
// source, and forty times that of one that is nothing but "[0,0,…": whoever
// reads what strangers send limits its size.
//
// # Migration
//
// A document of an older schema version will be changed as a tree, between
// parsing and decoding: a function from *Node to *Node.
//
// # Codes
//
// A code is permanent. A new fault takes a new one; one that is no longer
// reported is not given again.
//
//	D001  the document is empty
//	D002  broken syntax; nothing after it is read
//	D003  something follows the document, or a second one does
//	D004  not UTF-8; only the first place is reported
//	D005  half of a surrogate pair
//	D006  a name twice in an object, or two names that mean the same key
//	D007  more than 100 levels
//	D008  2 GiB or more
//	D010  YAML: an anchor
//	D011  YAML: an alias
//	D012  YAML: a tag
//	D013  YAML: a merge key
//	D014  YAML: a name that is no text
//	D015  YAML: U+0085, U+2028 or U+2029 unescaped, line breaks to some readers
//	D020  null, or no value
//	D021  the wrong kind of value
//	D022  an unknown member
//	D023  a required member is missing
//	D024  a number that is too large or too small
//	D025  a text that its type refuses: an unknown word, a day that is none
//	D026  an unknown member that cannot be kept, since one is kept in its name
//	D030  a mistake of the program: a target that cannot be filled
//	D099  there are more faults than are collected
package doc
