// Package markdown writes a document as GitHub Flavored Markdown, for a
// repository, a wiki or a ticket.
//
// Tables are Markdown tables: groups become rows with a bold first cell, items
// and line breaks are parted by <br>, notes are set in <em>. A picture is told by
// its text alternative. The mark stands before the title and at the end, for
// there are no pages. Tones are shapes before the words: ✓ good, △ attention,
// ✗ bad, ○ muted.
//
// Texts are characters: whatever Markdown or HTML would read as a sign is
// escaped, and white space is single spaces. Anchors are written where a link of
// the document leads to them.
package markdown
