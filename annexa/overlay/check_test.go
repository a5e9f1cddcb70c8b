package overlay_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/overlay"
)

// TestTemplate holds that a template has every address once, that each is one
// that Check knows, and that whoever fills it has covered everything.
func TestTemplate(t *testing.T) {
	template := overlay.Template(overlay.Overlay{Language: "de"})
	require.Empty(t, template.Validate())
	blank := template.Check()
	require.Equal(t, overlay.Coverage{Of: 93 + 41, Missing: blank.Titles.Missing}, blank.Titles)
	require.Len(t, blank.Texts.Missing, blank.Titles.Of)
	require.Len(t, blank.Names.Missing, blank.Titles.Of)
	require.Equal(t, len(template.Texts), blank.Titles.Of+blank.Names.Of+blank.Texts.Of+blank.Guidance.Of)
	for i := range template.Texts {
		template.Texts[i].Text = "x"
	}
	full := template.Check()
	require.Equal(t, overlay.Report{
		Language: "de", Titles: all(blank.Titles), Names: all(blank.Names), Texts: all(blank.Texts), Guidance: all(blank.Guidance),
	}, full)
	require.Equal(t, template, template.Fresh())
}

func all(c overlay.Coverage) overlay.Coverage { return overlay.Coverage{Has: c.Of, Of: c.Of} }

// TestEveryText holds that no text of an item is without an address: filled with
// x, nothing of ours is left in its JSON but words of fixed lists.
func TestEveryText(t *testing.T) {
	filled := overlay.Template(overlay.Overlay{Language: "de"})
	for i := range filled.Texts {
		filled.Texts[i].Text = "x"
	}
	catalogue, err := overlay.Lay(nil, filled)
	require.NoError(t, err)
	fixed := map[string]bool{"x": true, "": true}
	for _, source := range guidance.Sources() {
		fixed[source] = true
	}
	for item := range guidance.All() {
		src, err := json.Marshal(catalogue.Item(item))
		require.NoError(t, err)
		var tree any
		require.NoError(t, json.Unmarshal(src, &tree))
		texts(tree, "", func(member, text string) {
			switch member {
			case "item", "id", "phase", "tier", "kind", "cadence", "direction", "lowers", "iso27002", "dependsOn", "items", "evidence":
				return
			}
			if !fixed[text] {
				t.Errorf("%s: %s is still %q", item.Item, member, text)
			}
		})
		for address, text := range item.Addresses() {
			l, ok := catalogue.Text(address)
			require.True(t, ok)
			require.Equal(t, overlay.Laid{Text: "x", Language: "de"}, l)
			l, ok = overlay.Catalogue{}.Text(address)
			require.True(t, ok)
			require.Equal(t, overlay.Laid{Text: text, Language: "en", Ours: true}, l)
		}
	}
}

// texts goes through the texts of a JSON tree with the name of their member.
func texts(tree any, member string, do func(member, text string)) {
	switch tree := tree.(type) {
	case string:
		do(member, tree)
	case []any:
		for _, v := range tree {
			texts(v, member, do)
		}
	case map[string]any:
		for name, v := range tree {
			texts(v, name, do)
		}
	}
}

func TestUnknown(t *testing.T) {
	for address, nearest := range map[string]string{
		"A.5.7/titel": "A.5.7/title", "A.7.9/S99": "A.7.9/S9", "A.5.07/title": "A.5.7/title", "5.7/name": "A.5.7/name", "iso27001:2022/A.5.7/S1": "A.5.7/S1",
		"A.5.7/clod/iaas/provider": "A.5.7/cloud/iaas/provider", "9.2.22/title": "9.2.2/title", "11.1/title": "10.1/title", "A.5.7/nothing like it": "",
		"A.5.7/documents/99": "A.5.7/documents/1", "zzz/title": "", "9.2/why": "", "6.1.3 z/text": "",
	} {
		r := overlay.Overlay{Language: "de", Texts: []overlay.Text{{Address: address, Text: "x"}}}.Check()
		require.Len(t, r.Unknown, 1, address)
		if nearest != "" || r.Unknown[0].Nearest == "" {
			require.Equal(t, overlay.Unknown{Address: address, Nearest: nearest}, r.Unknown[0])
		}
	}
	for _, known := range []string{"iso27001:2013/A.9.2.1/title", "acme:1/X-7/text", "6.1.3/text", "6.1.3 d/text", "9.2/title", "A.8.34/S1"} {
		require.Empty(t, overlay.Overlay{Language: "de", Texts: []overlay.Text{{Address: known, Text: "x"}}}.Check().Unknown, known)
	}
}

func TestStale(t *testing.T) {
	item, _ := guidance.Of(theft(t))
	s3 := item.Steps[2].Text
	control, _ := annexa.Lookup(theft(t))
	for _, c := range []struct {
		name  string
		text  overlay.Text
		stale bool
	}{
		{"of today", overlay.Text{Address: "A.7.9/S3", Revision: item.Revision, Text: "x"}, false},
		{"of another revision", overlay.Text{Address: "A.7.9/S3", Revision: item.Revision + 1, Text: "x"}, true},
		{"of another revision, our text is the same", overlay.Text{Address: "A.7.9/S3", Revision: item.Revision + 1, Ours: s3, Text: "x"}, false},
		{"our text was another", overlay.Text{Address: "A.7.9/S3", Revision: item.Revision + 1, Ours: "y", Text: "x"}, true},
		{"our text was another, revision not kept", overlay.Text{Address: "A.7.9/S3", Ours: "y", Text: "x"}, true},
		{"nothing kept", overlay.Text{Address: "A.7.9/S3", Text: "x"}, false},
		{"no text", overlay.Text{Address: "A.7.9/S3", Revision: item.Revision + 1}, false},
		{"a short name that was another", overlay.Text{Address: "A.7.9/name", Ours: "y", Text: "x"}, true},
		{"a short name", overlay.Text{Address: "A.7.9/name", Ours: control.ShortName, Text: "x"}, false},
		{"the text of the standard", overlay.Text{Address: "A.7.9/text", Ours: "y", Revision: 7, Text: "x"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := overlay.Overlay{Language: "de", Texts: []overlay.Text{c.text}}
			require.Equal(t, c.stale, len(o.Check().Stale) == 1)
			require.Equal(t, c.stale, len(o.Fresh().Texts) == 0)
			catalogue, err := overlay.Lay(nil, o)
			require.NoError(t, err)
			l, _ := catalogue.Text(c.text.Address)
			require.Equal(t, c.stale, l.Stale, "it is shown, and says so")
		})
	}
}

// TestUpdate holds what a template of an overlay keeps.
func TestUpdate(t *testing.T) {
	own := overlay.Text{Address: "acme:1/X-7/title", Text: "Eigenes"}
	old := overlay.Text{Address: "A.7.9/S3", Revision: 9, Ours: "y", Text: "alt"}
	fresh := overlay.Text{Address: "A.7.9/S4", Revision: 1, Text: "neu"}
	got := overlay.Template(overlay.Overlay{Language: "de", Texts: []overlay.Text{own, old, fresh}})
	at := func(address string) overlay.Text {
		i := slices.IndexFunc(got.Texts, func(t overlay.Text) bool { return t.Address == address })
		return got.Texts[i]
	}
	require.Equal(t, own, got.Texts[len(got.Texts)-1])
	require.Equal(t, old, at("A.7.9/S3"), "stale as before")
	require.Equal(t, "neu", at("A.7.9/S4").Text)
	require.True(t, strings.HasPrefix(at("A.7.9/S4").Ours, "Put on a wallet card"))
	require.Equal(t, got, overlay.Template(got))
}

// TestCatalogueAll holds that the catalogue has each address with its text once.
func TestCatalogueAll(t *testing.T) {
	catalogue, err := overlay.Lay(nil, german, overlay.Overlay{Language: "en", Texts: []overlay.Text{
		{Address: "acme:1/X-7/title", Text: "our own"}, {Address: "A.7.99/title", Text: "does not exist"}, {Address: "6.1.3 d/text", Text: "licensed"},
	}})
	require.NoError(t, err)
	seen := map[string]string{}
	for address, text := range catalogue.All() {
		_, again := seen[address]
		require.False(t, again || text == "", address)
		seen[address] = text
	}
	require.Equal(t, german.Texts[1].Text, seen["A.7.9/S3"])
	require.Equal(t, "our own", seen["acme:1/X-7/title"])
	require.Equal(t, "licensed", seen["6.1.3 d/text"])
	require.NotContains(t, seen, "A.7.99/title")
	for range catalogue.All() {
		break
	}
	require.Equal(t, "X", must(overlay.Lay(nil, overlay.Overlay{Language: "de", Texts: []overlay.Text{{Address: "acme:1/X-7/title", Text: "X"}}})).Title(annexa.ControlRef{Set: "acme:1", ID: "X-7"}))
	require.Empty(t, overlay.Catalogue{}.Title(annexa.ControlRef{Set: "acme:1", ID: "X-7"}))
}

func must(c overlay.Catalogue, err error) overlay.Catalogue {
	if err != nil {
		return overlay.Catalogue{}
	}
	return c
}
