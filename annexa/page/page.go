package page

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // template, style and scripts
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
	"github.com/ismskit/ismskit/annexa/search"
)

//go:embed page.html
var markup string

//go:embed style.css
var style string

//go:embed start.js
var start string

//go:embed script.js
var script string

// A Page is what is written. The zero value of a field is its default.
type Page struct {
	Title    string  // the heading; "" = "Annex A, control by control"
	Subtitle string  // "" = the editions
	Note     string  // whose page it is, a paragraph of one's own; "" = none
	Language string  // BCP 47 tag of the texts; "" = "en"
	Entries  []Entry // in their order; those of a group stand together
}

// Write writes the page as one HTML file in UTF-8. The same page gives the same
// bytes. Nothing is written if two entries have the same identifier, or one has
// none; other errors are those of w.
func Write(w io.Writer, p Page) error {
	v, err := newView(p)
	if err != nil {
		return err
	}
	t, err := template.New("page").Funcs(functions()).Parse(markup)
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	return nil
}

// A view is what the template is given.
type view struct {
	Page

	Edition       string
	Style         template.CSS
	Start, Script template.JS
	Policy        string
	Groups        []group
	Facets        []facet
	Tables        []annexa.Table
	Crosswalks    []crosswalk.Table
	Vocabulary    *vocabulary // nil where the texts are not English

	Controls, Clauses int
	Licensed          bool
}

// A vocabulary is what the search of the page knows of English.
type vocabulary struct {
	Synonyms [][]string `json:"synonyms"`
	Stop     []string   `json:"stop"`
}

// A group is the entries under one heading of the list.
type group struct {
	Title   string
	Entries []item
}

func newView(p Page) (view, error) {
	v := view{
		Page: p, Edition: annexa.Edition,
		Style: template.CSS(style), Start: template.JS(start), Script: template.JS(script), //nolint:gosec // these are files of this package
		Policy: "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src " + digest(style) + "; script-src " + digest(start) + " " + digest(script),
		Facets: facets(p.Entries), Tables: tables(),
	}
	if v.Title == "" {
		v.Title = "Annex A, control by control"
	}
	if v.Subtitle == "" {
		v.Subtitle = annexa.Edition + "."
	}
	if v.Language == "" {
		v.Language = "en"
	}
	if v.Language == "en" || strings.HasPrefix(v.Language, "en-") {
		v.Vocabulary = &vocabulary{slices.Collect(search.Synonyms()), search.StopWords()}
	}
	known := map[string]string{}
	for _, e := range p.Entries {
		id := e.ID()
		if _, again := known[id]; again || id == "" {
			return view{}, fmt.Errorf("page: got an entry with the identifier %q, want each to have one of its own", id)
		}
		known[id] = e.Title()
		v.Licensed = v.Licensed || e.Text != ""
		if e.Clause.Ref.IsZero() {
			v.Controls++
		} else {
			v.Clauses++
		}
	}
	v.Groups = groups(p.Entries, v.Facets, known)
	v.Crosswalks = shown(p.Entries)
	return v, nil
}

// groups puts the entries under their headings, in the order in which the
// headings are met.
func groups(entries []Entry, facets []facet, known map[string]string) []group {
	var all []group
	titles := repeated(entries)
	for _, e := range entries {
		i := slices.IndexFunc(all, func(g group) bool { return g.Title == e.Group() })
		if i < 0 {
			i, all = len(all), append(all, group{Title: e.Group()})
		}
		all[i].Entries = append(all[i].Entries, item{Entry: e, facets: facets, known: known, ambiguous: titles[e.Title()]})
	}
	return all
}

// repeated tells which titles more than one entry has: "General".
func repeated(entries []Entry) map[string]bool {
	met, again := map[string]bool{}, map[string]bool{}
	for _, e := range entries {
		again[e.Title()] = met[e.Title()]
		met[e.Title()] = true
	}
	return again
}

// tables returns the provenance of what entries are filled from.
func tables() []annexa.Table {
	var all []annexa.Table
	for t := range annexa.Tables() {
		switch t.Name {
		case "controls2022", "titles2022", "attributes2022", "correspondences", "clauses", "titlesclauses":
			all = append(all, t)
		}
	}
	return all
}

// shown returns the crosswalks that entries quote: their publishers ask to be
// named.
func shown(entries []Entry) []crosswalk.Table {
	quoted := map[annexa.Set]bool{}
	for _, e := range entries {
		for _, b := range e.Beside {
			quoted[b.Framework] = true
		}
	}
	var all []crosswalk.Table
	for t := range crosswalk.Tables() {
		if quoted[t.From] && strings.HasPrefix(string(t.To), "iso27001:") {
			all = append(all, t)
		}
	}
	return all
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
