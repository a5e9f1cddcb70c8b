// Package html writes a document as one HTML file that a person reads on a
// screen of any size and an auditor prints.
//
// The file stands alone: style and script are in it, pictures too, and its
// content security policy forbids everything else, so it can be mailed, filed
// and opened without a network.
//
// # On the screen
//
// Every table with a facet or more than a few rows gets a search field and one
// selection for each facet. What is chosen stands in the address, after "#?", so
// a filtered view can be bookmarked and linked: "#?soa.status=Planned&soa=cloud"
// selects Planned in the column status of the table soa and searches it for
// cloud. Without script everything is shown and nothing is lost but the filter.
// On a phone each row becomes a card. Dark surroundings get dark colors.
//
// # On paper
//
// A4 landscape. Title, mark, footer and page number stand on every page, the
// mark also across it; table headings repeat and rows stay whole where they fit.
// A filter counts on paper too: what is hidden on the screen is not printed, and
// the number of rows shown, of how many, and by which filter is printed with it.
//
// # Language
//
// The few words that the page adds (Search, Contents, Page 1 of 9) are there in
// English, German, French and Spanish, after the language of the document, and
// in English for any other.
package html
