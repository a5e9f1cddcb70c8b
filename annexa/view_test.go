package annexa_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

var everyAttribute = []annexa.Attribute{
	annexa.ByControlType, annexa.ByProperty, annexa.ByConcept, annexa.ByCapability, annexa.ByDomain, annexa.ByTheme,
}

func TestViewByTheme(t *testing.T) {
	view, err := annexa.NewView(annexa.ByTheme)
	require.NoError(t, err)
	require.Equal(t, 93, view.Controls)
	sizes := map[string]int{}
	for _, g := range view.Groups {
		sizes[g.Value] = len(g.Controls)
	}
	require.Equal(t, map[string]int{"Organizational": 37, "People": 8, "Physical": 14, "Technological": 34}, sizes)
}

func TestViewOfNoAttribute(t *testing.T) {
	for _, by := range []annexa.Attribute{0, 7, 255} {
		view, err := annexa.NewView(by)
		require.ErrorContains(t, err, "want 1 to 6")
		require.Zero(t, view)
	}
}

func TestAttributeWords(t *testing.T) {
	for _, by := range everyAttribute {
		text, err := by.MarshalText()
		require.NoError(t, err)
		var back annexa.Attribute
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, by, back)
	}
	var by annexa.Attribute
	require.ErrorContains(t, by.UnmarshalText([]byte("capabilty")), `did you mean "capability"?`)
	require.Empty(t, annexa.Attribute(7).String())
}

func TestViewJSON(t *testing.T) {
	view, err := annexa.NewView(annexa.ByCapability, annexa.People)
	require.NoError(t, err)
	text, err := json.Marshal(view)
	require.NoError(t, err)
	var back annexa.View
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, view, back)
	require.True(t, strings.HasPrefix(string(text), `{"attribute":"capability","controls":`))
	require.NotContains(t, string(text), "null")
}
