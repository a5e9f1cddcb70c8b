// Package overlay lays texts over the catalogue at run time: the licensed text
// of a control, a translation of the titles, a translation of the guidance.
//
//	german, err := overlay.ReadTSV(src)
//	catalogue, err := overlay.Lay([]string{"de-AT"}, german)
//	fmt.Println(catalogue.Title(ref)) // in German, or ours where there is none
//
// An [Overlay] is a value, read from JSON or from TSV. A [Catalogue] is ours with
// overlays laid over it; it is handed to what prints. Nothing is registered
// anywhere. Neither titles in other languages nor the text of a standard come
// with this package: whoever is licensed to use them brings them along.
//
// # Addresses
//
// Each text has an address: what it belongs to, a slash, and which part it is.
//
//	A.5.7/title                      the title of a control
//	A.5.7/name                       our short name
//	A.5.7/text                       the text of the control in the standard: we have none
//	6.1.3/title                      the same three of a clause
//	iso27001:2013/A.9.2.1/title      of a control of another set
//	A.5.7/S1                         guidance: step, evidence, question, pitfall, metric
//	A.5.7/why                        the other texts of a guidance item, by the names
//	A.5.7/S7/trigger                 that its JSON has
//	A.5.7/documents/1                from 1
//
// The words from fixed lists (phases, tiers, sources of evidence) have no
// address. A bare number is a clause: 5.7 is none, A.5.7 is a control.
//
// # Languages
//
// An overlay has one language, a BCP 47 tag. [Lay] looks for the languages that
// are wanted as RFC 4647 describes in section 3.4: de-AT, then de, then the next
// wanted language, then ours, which is English. Of overlays that have the same
// language the first one with the text has the word.
//
// # What has changed since
//
// A guidance item has a revision. A text that was made for another one is stale,
// unless our text that stands beside it is still the one of today. A stale text
// is shown, and says so; [Overlay.Fresh] leaves stale ones out. [Overlay.Check]
// tells what is stale, which addresses do not exist, and what is missing.
//
// [Template] gives all addresses with our texts, for a translator to begin with;
// given an overlay, it brings that one up to date.
package overlay
