// Package sample holds a believable document for the tests of the encoders: a
// statement of 97 controls with every block, tone and kind of cell.
package sample

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// Statement gives the document. Each call gives new values.
func Statement() docinfo.Document {
	return docinfo.Document{
		Name:     "statement-of-applicability",
		Title:    "Statement of Applicability",
		Subtitle: "Harbor & Finch Software, whole company",
		Language: "en",
		Mark:     "DRAFT",
		Meta: []docinfo.Field{
			{Name: "Version", Value: docinfo.Plain("none recorded for this content")},
			{Name: "As of", Value: docinfo.Plain("2026-11-21")},
			{Name: "Scope", Value: docinfo.Plain("Development and operation of the Finch scheduling service")},
			{Name: "Reference controls", Value: docinfo.Plain("ISO/IEC 27001:2022, Annex A (93), and 4 of the organization")},
			{Name: "Catalogue", Value: docinfo.Plain("2026-11")},
			{Name: "Digest", Value: docinfo.Plain("sha256:5b2e8f0a94c7d1e36a0fb7429c8d5e1170a3b6c4f2d98e7b5a1c0d3e6f9b8a27")},
		},
		Blocks: blocks(),
		Footer: "Harbor & Finch Software · internal edition · printed copies are not controlled",
	}
}

func blocks() []docinfo.Block {
	return []docinfo.Block{
		docinfo.Notice{
			Tone: docinfo.Attention, Title: "This is a draft",
			Text: docinfo.Plain("No recorded version of the document carries the digest of this content. Nobody has approved it."),
		},
		docinfo.Section{ID: "summary", Title: "Summary", Blocks: summary()},
		docinfo.Section{ID: "entries", Title: "Controls", NewPage: true, Blocks: []docinfo.Block{
			docinfo.Text{
				{Text: "Reasons marked "},
				{Text: "derived", Strong: true},
				{Text: " follow from risks and requirements; the others were recorded with the decision. What is open is listed under "},
				{Text: "Open points", Link: "#open"},
				{Text: "."},
			},
			Controls(97),
		}},
		docinfo.Section{ID: "open", Title: "Open points", NewPage: true, Blocks: open()},
	}
}

func summary() []docinfo.Block {
	return []docinfo.Block{
		docinfo.Fields{
			{Name: "Necessary", Value: docinfo.Plain("84")},
			{Name: "Not necessary", Value: docinfo.Plain("9")},
			{Name: "Undecided", Value: docinfo.Link("4", "#open")},
			{Name: "Implemented", Value: docinfo.Plain("61 of 84")},
		},
		docinfo.Figure{
			ID: "progress", SVG: []byte(chart), Caption: "Necessary controls by status, today and planned for the end of 2027.",
			Alt: "Two bars. Today: 61 implemented, 14 partial, 9 planned. End of 2027: 82 implemented, 2 partial.",
		},
		docinfo.Section{Title: "How to read it", Blocks: []docinfo.Block{
			docinfo.List{Ordered: true, Items: []docinfo.Text{
				docinfo.Plain("Necessary says whether the control is needed to treat a risk or to meet a requirement."),
				docinfo.Plain("Status says how far the organization's own controls realize it at the date above."),
				{{Text: "Clause 6.1.3 d) is explained at "}, {Text: "the publisher's page", Link: "https://www.iso.org/standard/27001"}, {Text: "."}},
			}},
		}},
	}
}

func open() []docinfo.Block {
	return []docinfo.Block{
		docinfo.Notice{
			ID: "undecided", Tone: docinfo.Bad, Title: "Four controls are undecided",
			Text:  docinfo.Plain("The statement cannot be approved before these are decided."),
			Items: []docinfo.Text{docinfo.Link("A.5.13", "#A.5.13"), docinfo.Link("A.6.2", "#A.6.2"), docinfo.Link("A.7.9", "#A.7.9"), docinfo.Link("A.8.30", "#A.8.30")},
		},
		docinfo.Notice{Tone: docinfo.Good, Title: "Every risk that needs treatment drives at least one control"},
		docinfo.Notice{Tone: docinfo.Muted, Title: "Nine controls are not necessary", Text: docinfo.Plain("Each has a recorded reason.")},
		docinfo.Notice{Title: "Reconstructed", Text: docinfo.Plain("The columns show the state at the date above, as today's records tell it.\nWhat was issued then is in the frozen statement alone.")},
		docinfo.Table{
			ID: "waived", Caption: "Waived points",
			Columns: []docinfo.Column{{ID: "point", Title: "Point", RowHeader: true}, {ID: "until", Title: "Until"}},
		},
	}
}

// Controls gives a table of n rows and eight columns.
func Controls(n int) docinfo.Table {
	t := docinfo.Table{
		ID: "soa", Caption: "Controls and their applicability", GroupTitle: "Theme",
		Columns: []docinfo.Column{
			{ID: "control", Title: "Control", RowHeader: true, Width: 15},
			{ID: "necessary", Title: "Necessary", Facet: true, Values: []string{"Yes", "No", "Undecided"}, Width: 9},
			{ID: "reason", Title: "Justification", Width: 21},
			{ID: "drivers", Title: "Driven by", Width: 14},
			{ID: "status", Title: "Status", NoteTitle: "Status detail", Facet: true, Values: []string{"Implemented", "Partial", "Planned", "Not implemented"}, Width: 10},
			{ID: "own", Title: "Own controls", Width: 14},
			{ID: "owner", Title: "Owner", Facet: true, Width: 11},
			{ID: "evidence", Title: "Evidence", Align: docinfo.AlignEnd, Width: 6},
		},
	}
	for i := range n {
		t.Rows = append(t.Rows, row(i))
	}
	return t
}

func row(i int) docinfo.Row {
	r := docinfo.Row{Group: "Organizational controls"}
	switch {
	case i < 37:
		r.ID = fmt.Sprintf("A.5.%d", i+1)
	case i < 45:
		r.ID, r.Group = fmt.Sprintf("A.6.%d", i-36), "People controls"
	case i < 59:
		r.ID, r.Group = fmt.Sprintf("A.7.%d", i-44), "Physical controls"
	case i < 93:
		r.ID, r.Group = fmt.Sprintf("A.8.%d", i-58), "Technological controls"
	default:
		r.ID, r.Group = fmt.Sprintf("finch/X %d", i-92), "Controls of the organization"
	}
	r.Cells = cells(i, r.ID)
	return r
}

func cells(i int, id string) []docinfo.Cell {
	owner := owners[i%len(owners)]
	head := docinfo.Cell{Text: id, Note: names[i%len(names)]}
	switch {
	case id == "A.5.13" || id == "A.6.2" || id == "A.7.9" || id == "A.8.30":
		return []docinfo.Cell{
			head, {Text: "Undecided", Tone: docinfo.Attention}, {}, {}, {Text: "Not implemented", Tone: docinfo.Bad}, {}, {Text: owner}, {Text: "0"},
		}
	case i%11 == 6:
		return []docinfo.Cell{
			head,
			{Text: "No", Tone: docinfo.Muted},
			{Text: "The company rents desks in a shared building and runs no room of its own.", Note: "activity not performed"},
			{},
			{Text: "Not applicable", Tone: docinfo.Muted},
			{},
			{Text: owner},
			{Text: "–"},
		}
	}
	return []docinfo.Cell{
		head, {Text: "Yes"}, {Text: reasons[i%len(reasons)], Note: "decided 2026-03-0" + fmt.Sprint(i%9+1)}, drivers(i), status(i), own(i), {Text: owner}, {Text: fmt.Sprint(i % 14)},
	}
}

func drivers(i int) docinfo.Cell {
	c := docinfo.Cell{Note: "derived"}
	for j := range i%3 + 1 {
		c.Items = append(c.Items, docinfo.Text{{Text: fmt.Sprintf("R-%03d", 3*i%30+j+1), Strong: true}, {Text: " " + risks[(i+j)%len(risks)]}})
	}
	return c
}

func status(i int) docinfo.Cell {
	switch i % 7 {
	case 3:
		return docinfo.Cell{Text: "Partial", Tone: docinfo.Attention, Note: "sites: 2 of 3"}
	case 5:
		return docinfo.Cell{Text: "Planned", Tone: docinfo.Attention, Note: fmt.Sprintf("due 2027-0%d-15", i%9+1)}
	}
	return docinfo.Cell{Text: "Implemented", Tone: docinfo.Good, Note: fmt.Sprintf("since 2025-0%d-01", i%9+1)}
}

func own(i int) docinfo.Cell {
	c := docinfo.Cell{Items: []docinfo.Text{docinfo.Plain(names[(i*5+2)%len(names)])}}
	if i%4 == 1 {
		c.Items = append(c.Items, docinfo.Text{{Text: names[(i*3+1)%len(names)]}, {Text: ", see "}, {Text: "A.5.1", Link: "#A.5.1"}})
	}
	return c
}

var owners = []string{"Chief Technology Officer", "Head of People", "Security Lead", "Platform Team"}

var risks = []string{"Ransomware on build hosts", "Loss of a laptop", "Supplier outage", "Leaked credentials", "Wrong recipient"}

var reasons = []string{
	"Customers ask for it in their contracts, and the risks named beside it cannot be brought to an acceptable level without it.",
	"Needed to keep the effect of a stolen account small.",
	"Required by the data processing agreements (Art. 32 GDPR); the treatment plan relies on it for the hosting region in Frankfurt.",
	"Needed for release; see treatment T-014.",
}

var names = strings.Split("Policies approved and known|Roles written down|Duties kept apart|Managers set the example|"+
	"Contact with authorities|Contact with peers|Threat news read|Security in projects|Inventory of assets|Rules of use|"+
	"Return of assets|Classes of information|Labels|Transfer of information|Access rules|Identities|Passwords and keys|"+
	"Access rights reviewed|Suppliers|Contracts with suppliers|Supply chain|Changes at suppliers|Cloud services|"+
	"Incident plan|Events judged|Incidents answered|Lessons learned|Evidence collected|Security when things fail|"+
	"Readiness for continuity|Laws and contracts|Property of others|Records kept|Personal data|Independent review", "|")

const chart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 120" width="640" height="120" font-family="sans-serif" font-size="13">
<style>.a{fill:#17633a}.b{fill:#b8860b}.c{fill:#c9cfd4}</style>
<text x="0" y="38">Today</text><rect class="a" x="110" y="20" width="363" height="28"/><rect class="b" x="475" y="20" width="82" height="28"/><rect class="c" x="559" y="20" width="53" height="28"/>
<text x="0" y="88">End of 2027</text><rect class="a" x="110" y="70" width="488" height="28"/><rect class="b" x="600" y="70" width="12" height="28"/>
<text x="118" y="39" fill="#fff">61 implemented</text><text x="118" y="89" fill="#fff">82 implemented</text></svg>`

// Large gives a table of n rows whose links stay in it, for measurements.
func Large(n int) docinfo.Table {
	t := Controls(min(n, 97))
	for i := range n {
		r := t.Rows[i%97]
		if i >= 97 {
			r.ID += "/" + fmt.Sprint(i)
			t.Rows = append(t.Rows, r)
		}
	}
	return t
}
