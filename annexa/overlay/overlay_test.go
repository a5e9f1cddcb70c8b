package overlay_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/overlay"
)

// german is a small overlay; its words are ours, not those of a standard.
var german = overlay.Overlay{Language: "de", Texts: []overlay.Text{
	{Address: "A.7.9/name", Text: "Geräte unterwegs"},
	{Address: "A.7.9/S3", Revision: 1, Text: "Verschlüsselung einschalten, bevor ein Gerät das Haus verlässt."},
	{Address: "9.2.2/title", Text: "Auditprogramm"},
}}

// theft is the control that the tests lay texts over.
func theft(t *testing.T) annexa.ControlRef {
	t.Helper()
	r, err := annexa.Parse("A.7.9")
	require.NoError(t, err)
	return r
}

func write(t *testing.T, o overlay.Overlay, how func(*bytes.Buffer, overlay.Overlay) error) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, how(&b, o))
	return b.Bytes()
}

func writeJSON(b *bytes.Buffer, o overlay.Overlay) error { return overlay.WriteJSON(b, o) }
func writeTSV(b *bytes.Buffer, o overlay.Overlay) error  { return overlay.WriteTSV(b, o) }

func TestRoundTrip(t *testing.T) {
	odd := overlay.Overlay{Language: "de-AT", Texts: []overlay.Text{
		{Address: "A.5.1/text", Text: "one\n\ttwo\n\"three\"", Ours: `"quoted" at first`},
		{Address: "A.5.2/text", Text: ` a "quote" within, spaces around `},
		{Address: "acme:1/X-7/title", Text: `"`},
		{Address: "iso27001:2013/A.9.2.1/title", Revision: 3, Text: ""},
	}}
	for name, o := range map[string]overlay.Overlay{
		"empty": {Language: "de", Texts: []overlay.Text{}}, "small": german, "odd": odd,
		"template": overlay.Template(overlay.Overlay{Language: "pt-BR"}),
	} {
		t.Run(name, func(t *testing.T) {
			inJSON, inTSV := write(t, o, writeJSON), write(t, o, writeTSV)
			got, err := overlay.ReadJSON(inJSON)
			require.NoError(t, err)
			require.Equal(t, o, got)
			got, err = overlay.ReadTSV(inTSV)
			require.NoError(t, err)
			require.Equal(t, o, got)
			var plain overlay.Overlay
			require.NoError(t, json.Unmarshal(inJSON, &plain), "any JSON library reads it")
			require.Equal(t, o, plain)
		})
	}
}

func TestLay(t *testing.T) {
	austrian := overlay.Overlay{Language: "de-AT", Texts: []overlay.Text{{Address: "A.7.9/name", Text: "Sachen auf Reisen"}}}
	licensed := overlay.Overlay{Language: "en", Texts: []overlay.Text{{Address: "A.7.9/text", Text: "what the standard says"}}}
	all := []overlay.Overlay{licensed, german, austrian}
	control, _ := annexa.Lookup(theft(t))
	number, err := annexa.ParseClause("9.2.2")
	require.NoError(t, err)
	programme, _ := annexa.LookupClause(number)
	for _, c := range []struct {
		name                string
		wanted              []string
		short, text, clause string
	}{
		{"Austrian, then German, then ours", []string{"de-AT"}, "Sachen auf Reisen", "", "Auditprogramm"},
		{"German does not take Austrian", []string{"de"}, "Geräte unterwegs", "", "Auditprogramm"},
		{"Swiss takes German", []string{"DE-ch"}, "Geräte unterwegs", "", "Auditprogramm"},
		{"then licensed English", []string{"de-CH", "en"}, "Geräte unterwegs", "what the standard says", "Auditprogramm"},
		{"a language nobody has", []string{"fr"}, control.ShortName, "", programme.Title},
		{"none wanted: all, in their order", nil, "Geräte unterwegs", "what the standard says", "Auditprogramm"},
	} {
		t.Run(c.name, func(t *testing.T) {
			catalogue, err := overlay.Lay(c.wanted, all...)
			require.NoError(t, err)
			got, ok := catalogue.Control(control.Ref)
			require.True(t, ok)
			require.Equal(t, c.short, got.ShortName)
			require.Equal(t, control.Title, got.Title)
			text, ok := catalogue.Text("A.7.9/text")
			require.Equal(t, c.text != "", ok)
			require.Equal(t, c.text, text.Text)
			clause, ok := catalogue.Clause(number)
			require.True(t, ok)
			require.Equal(t, c.clause, clause.Title)
		})
	}
}

func TestLayRefuses(t *testing.T) {
	_, err := overlay.Lay([]string{"german"}, german)
	require.EqualError(t, err, `overlay: language: got "german", want a BCP 47 tag such as "de" or "de-AT"`)
	_, err = overlay.Lay(nil, overlay.Overlay{Language: "de", Texts: []overlay.Text{german.Texts[0], german.Texts[0]}})
	require.ErrorContains(t, err, "number 1")
}

// TestItem holds that an item is laid over in a copy: ours are shared.
func TestItem(t *testing.T) {
	catalogue, err := overlay.Lay([]string{"de"}, german)
	require.NoError(t, err)
	item, ok := guidance.Of(theft(t))
	require.True(t, ok)
	got := catalogue.Item(item)
	require.Equal(t, german.Texts[1].Text, got.Steps[2].Text)
	again, _ := guidance.Of(theft(t))
	require.True(t, strings.HasPrefix(again.Steps[2].Text, "Switch on disk encryption"))
	got.Steps[2].Text = again.Steps[2].Text
	require.Equal(t, again, got, "nothing else changes")
	require.Equal(t, again, overlay.Catalogue{}.Item(again))
}
