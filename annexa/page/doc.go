// Package page writes the catalogue as one HTML file that a person opens,
// bookmarks and prints: every control of Annex A of ISO/IEC 27001:2022 and every
// clause from 4 to 10, with its attributes, its guidance and what stands beside
// it in other frameworks.
//
//	err := page.Write(w, page.Page{Entries: page.Entries(overlay.Catalogue{})})
//
// # The file
//
// The file stands alone: style and script are in it, nothing is fetched, and its
// content security policy forbids everything else. Without script it is one long
// readable text with a list of links. With it there is a search, which ranks and
// shows the passages found; filters by attribute; and one item open at a time.
// What is chosen stands in the address: "#?q=laptop&type=Preventive".
//
// Every item and every part of it has its permanent address in the page too:
// "#A.5.15", "#A.5.15/E2". [Fragment] gives it for identifiers of any letters.
//
// # Whose page
//
// [Entries] gathers what this library has, with licensed or translated texts laid
// over it by package overlay. Entries are plain data: a product leaves out those
// that do not apply, adds controls of its own, or puts its own texts into them.
// The headings of the page are English.
//
// The page states the edition, the sources and the terms of what it shows, and
// that the guidance has not been compared with the licensed standard. It carries
// no mark of ISO's, and says of nothing that it conforms.
package page
