package soa

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// Draft is the mark on every page of a statement that is not approved.
const Draft = "DRAFT"

// Document returns the statement as a document for the encoders of docinfo:
// what identifies it, the totals, and a table of the entries that a reader can
// filter by theme, necessity and status. It is marked as a draft unless it is
// Approved. For the edition that goes outside, write st.External().Document().
func (s Statement) Document() docinfo.Document {
	approved := s.Approved()
	d := docinfo.Document{
		Name:     "statement-of-applicability",
		Title:    "Statement of Applicability",
		Subtitle: s.subject(),
		Language: "en", // of the titles and sentences here; the records' own is the organization's
		Meta:     s.meta(approved),
		Footer:   s.footer(approved),
	}
	if s.Audience == External {
		d.Name += "-external"
	}
	if !approved {
		d.Mark = Draft
	}
	d.Blocks = append(d.Blocks, s.notices(approved)...)
	d.Blocks = append(d.Blocks,
		docinfo.Section{ID: "summary", Title: "Summary", Blocks: []docinfo.Block{s.intro(), s.themes()}},
		docinfo.Section{ID: "controls", Title: "Controls", NewPage: true, Blocks: []docinfo.Block{s.table()}},
		docinfo.Section{ID: "reading", Title: "How to read this statement", Blocks: []docinfo.Block{s.legend()}},
	)
	return d
}

// subject says whose statement it is, and of what.
func (s Statement) subject() string {
	who := cmp.Or(s.Organization, s.Title, string(s.System))
	if scope := cmp.Or(s.ScopeTitle, string(s.Scope)); scope != "" && scope != who {
		who += ", " + scope
	}
	return who
}

func (s Statement) meta(approved bool) []docinfo.Field {
	var fields []docinfo.Field
	add := func(name, value string) {
		if value != "" {
			fields = append(fields, docinfo.Field{Name: name, Value: docinfo.Plain(value)})
		}
	}
	add("Scope", cmp.Or(s.ScopeStatement, s.ScopeTitle, "the whole management system"))
	add("As of", s.At.String())
	add("Version", s.version(approved))
	if approved {
		add("Approved", s.approval())
	}
	add("Necessary", s.necessary())
	add("Implemented", implemented(s.Totals()))
	add("Compared with", s.compared())
	add("Edition", s.edition())
	add("Derived by", s.Library)
	add("Digest", s.Digest())
	return fields
}

// version says which version this is: the approved one, or a draft.
func (s Statement) version(approved bool) string {
	switch {
	case approved:
		return s.Approval.Version + " (" + string(s.Approval.Document) + ")"
	case s.Approval.IsZero():
		return "draft, no version is in force"
	}
	return "draft, in force is version " + s.Approval.Version + " of " + s.Approval.On.String()
}

// approval says who approved, and when.
func (s Statement) approval() string {
	text := s.Approval.On.String()
	if who := s.party(s.Approval.By); who != "" {
		text += " by " + who
	}
	if whom := s.party(s.Approval.For); whom != "" {
		text += " for " + whom
	}
	return text
}

func (s Statement) edition() string {
	if s.Audience == External {
		return "external: without titles of risks, evidence and persons"
	}
	return "internal: names risks, evidence and persons"
}

// compared lists what was compared with, as it was then.
func (s Statement) compared() string {
	names := make([]string, len(s.Sets))
	for i, set := range s.Sets {
		names[i] = string(set)
	}
	return cmp.Or(s.Catalogue, strings.Join(names, "; "))
}

func (s Statement) necessary() string {
	t := s.Totals()
	text := fmt.Sprintf("%d of %d controls; %d excluded", t.Necessary, t.Controls, t.Excluded)
	if t.Undecided > 0 {
		text += ", " + strconv.Itoa(t.Undecided) + " undecided"
	}
	return text
}

func implemented(t Totals) string {
	return fmt.Sprintf("%d of %d necessary controls; %d partial, %d planned, %d not implemented",
		t.Implemented, t.Necessary, t.Partial, t.Planned, t.NotImplemented)
}

// notices say what a reader must know before reading on.
func (s Statement) notices(approved bool) []docinfo.Block {
	var list []docinfo.Block
	add := func(title, text string) {
		list = append(list, docinfo.Notice{Tone: docinfo.Attention, Title: title, Text: docinfo.Plain(text)})
	}
	carried := sameDigest(s.Approval.Digest, s.Digest())
	switch {
	case approved:
	case carried:
		add("The recorded approval does not count", "Version "+s.Approval.Version+" carries this digest, but entries are undecided or without a reason; the review lists them.")
	case !s.Approval.IsZero():
		add("Changed since version "+s.Approval.Version, "The version in force, of "+s.Approval.On.String()+", carries another digest.")
	}
	switch {
	case s.Reconstructed():
		add("Reconstructed", "This is the state of "+s.At.String()+" as the records told it on "+s.DerivedOn.String()+
			". What was issued then is only in the statement of that time.")
	case s.At.After(s.DerivedOn) && !s.DerivedOn.IsZero():
		add("For a date to come", "This is what the records of "+s.DerivedOn.String()+" say of "+s.At.String()+".")
	}
	return list
}

func (s Statement) intro() docinfo.Text {
	return docinfo.Plain("The controls that the organization has determined as necessary in this scope, why, and how far they are implemented, " +
		"compared with the reference controls and with each exclusion justified (ISO/IEC 27001:2022, 6.1.3 b to d).")
}

// themes lists the totals of each theme.
func (s Statement) themes() docinfo.Fields {
	var fields docinfo.Fields
	for _, t := range s.TotalsByTheme() {
		text := fmt.Sprintf("%d of %d necessary, %d of them implemented", t.Necessary, t.Controls, t.Implemented)
		if t.Undecided > 0 {
			text += "; " + strconv.Itoa(t.Undecided) + " undecided"
		}
		fields = append(fields, docinfo.Field{Name: t.Theme, Value: docinfo.Plain(text)})
	}
	return fields
}

func (s Statement) legend() docinfo.List {
	items := []string{
		"Justification is what was decided and recorded. Driven by is derived from the records: a path leads from an open risk over its treatment in force, or from a requirement in force, to the control.",
		"Excluded controls have the kind of reason first, then the reason. Own controls, and those of sets not compared with, are listed because they were determined as necessary.",
		"Status follows from the own controls that realize the control in this scope. Implemented: all of them are, and at least one realizes it fully. " +
			"Partial: at least one is implemented or partly so. Planned: at least one is planned. Not implemented: none is.",
		"Provided by the organization where nothing else is said; shared with a provider; or inherited from one.",
		"The digest covers necessity, justification, paths, status, own controls and planned actions. It does not cover the date, names, owners and evidence: a version that carries it stays in force until that content changes.",
	}
	list := docinfo.List{Items: make([]docinfo.Text, len(items))}
	for i, item := range items {
		list.Items[i] = docinfo.Plain(item)
	}
	return list
}

func (s Statement) footer(approved bool) string {
	version := "draft"
	if approved {
		version = "version " + s.Approval.Version
	}
	digest := s.Digest()
	const shown = len(digestPrefix) + 12
	if len(digest) > shown {
		digest = digest[:shown] + "…"
	}
	return strings.Join([]string{s.subject(), "as of " + s.At.String(), version, digest}, " · ")
}

// party names a party: what it is called, else its identifier.
func (s Statement) party(p isms.Party) string {
	if p.IsZero() {
		return ""
	}
	return cmp.Or(s.Names[p.Ref()], p.ID)
}
