package docinfo

// A Table is rows under common columns. Encoders for people let a reader search
// it and narrow it by its facets; the CSV encoder writes one table as a file.
type Table struct {
	// ID is the anchor of the table and its name for the CSV encoder. It is
	// required and unique in the document.
	ID string
	// Caption says what the table holds. It is required.
	Caption string
	Columns []Column
	// GroupTitle says what Row.Group names, "Theme". With it the groups are a
	// facet, and the CSV encoder writes them as a first column of that title.
	GroupTitle string
	Rows       []Row
	// Empty is what stands in place of rows where there are none. Empty means
	// "No entries." in the language of the document.
	Empty string
}

// GroupID stands for the groups of a table where a column's ID would stand: in
// links to a filtered page.
const GroupID = "group"

// A Column describes the cells that stand at its place in every row.
type Column struct {
	// ID names the column in links to a filtered page. It is required and unique
	// in the table. GroupID is taken where the table has a GroupTitle.
	ID string
	// Title is the column's heading. It is required.
	Title string
	// Facet offers the values of the column as a filter. The values of a cell
	// are its items, or its text where it has none.
	Facet bool
	// Values orders what the facet offers: these first, as listed, then all
	// others as they appear in the rows. A value that no row has is not offered.
	Values []string
	// Width is the share of the table's width in percent, 0 to 100. 0 means as
	// the content asks. The shares of a table add up to 100 at most.
	Width int
	Align Align
	// NoteTitle says what the notes of the column's cells tell, "Since", for
	// encoders that give them a column of their own. Empty means Title followed by
	// " (note)".
	NoteTitle string
	// RowHeader says that the cell names its row.
	RowHeader bool
}

// A Row is one entry of a table.
type Row struct {
	// ID is the anchor that links point at, unique in the document. Optional.
	ID string
	// Group sets the row under a heading with the neighbors of the same group.
	// Empty means no heading.
	Group string
	// Cells are as many as the table has columns.
	Cells []Cell
}

// A Cell is what a row says in one column. Where it has both text and items,
// the text comes first.
type Cell struct {
	// Text is plain characters. Line breaks in it are kept.
	Text string
	// Items are several values, such as links to risks. One item reads as text.
	Items []Text
	// Tone adds a shape and a color to the words; a cell with a tone needs words.
	Tone Tone
	// Note is a secondary remark under the content.
	Note string
}
