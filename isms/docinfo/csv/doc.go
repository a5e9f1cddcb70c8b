// Package csv writes one table of a document as a CSV file for people: it opens
// in a spreadsheet with its letters intact, and nothing in it is run.
//
// # The file
//
// UTF-8 with a byte order mark, lines that end with CR LF, fields quoted as RFC
// 4180 asks. The first line has the titles. Columns are: the groups, where the
// table has a GroupTitle; then every column of the table, followed by a column
// of its notes where a cell has one; last, where the document has a mark, a
// column that repeats it, so that no row of a draft loses it in a spreadsheet.
// Tones and links are not written: the words say the same.
//
// # Several values in one cell
//
// Items are joined by "; ". Within an item a backslash is written as \\ and a
// semicolon as \;. Split gives the items back. Where a cell has text and items,
// the text comes first, as an item.
//
// # Formulas
//
// Spreadsheets run a cell that begins with =, +, - or @ (or their full-width
// forms), or with a tab, as a formula. Such a cell gets an apostrophe before it;
// so does such a beginning inside a cell after a comma, semicolon, tab, bar,
// quote or line break, spaces apart, since a spreadsheet with other separators
// would start a cell there. Plain numbers such as -12.5 and a lone - stay as they
// are. A beginning that already has apostrophes gets one more, so that Unescape
// gives the text back exactly.
//
// Line breaks inside a cell become line feeds for every reader of RFC 4180. Other
// control characters, and bytes that are no UTF-8, become U+FFFD.
package csv
