package overlay_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/soa"
)

// TestStatement holds what docs/overlays.md shows: a Statement of Applicability
// prints titles that are laid over, and its digest stays the same.
func TestStatement(t *testing.T) {
	catalogue, err := overlay.Lay([]string{"de"}, overlay.Overlay{Language: "de", Texts: []overlay.Text{
		{Address: "A.7.9/title", Text: "Sachen außer Haus"},
	}})
	require.NoError(t, err)
	on, err := isms.NewDate(2026, 11, 21)
	require.NoError(t, err)
	view, err := isms.At(isms.System{ID: "acme", SchemaVersion: isms.SchemaVersion}, on, nil)
	require.NoError(t, err)
	st, err := soa.Derive(view, soa.Options{})
	require.NoError(t, err)
	digest := st.Digest()

	for i := range st.Entries {
		e := &st.Entries[i]
		if title := catalogue.Title(e.Control); title != "" { // an own control has none
			e.Title = title
		}
	}

	require.Equal(t, digest, st.Digest())
	var b bytes.Buffer
	require.NoError(t, markdown.Write(&b, st.Document()))
	require.Contains(t, b.String(), "Sachen außer Haus")
	require.Contains(t, b.String(), catalogue.Title(annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.7.10"}), "ours, where nothing is laid over")
}
