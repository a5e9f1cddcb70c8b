package isms_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
)

func TestTitle(t *testing.T) {
	on, err := isms.ParseDate("2026-11-21")
	require.NoError(t, err)
	v, err := isms.At(isms.System{
		ID: "acme", SchemaVersion: isms.SchemaVersion, Title: "Acme Cloud",
		Risks:    []isms.Risk{{ID: "R-1", Title: "Ransomware"}},
		Persons:  []isms.Person{{ID: "ann", Name: "Ann Lee"}, isms.Person{ID: "bob", Name: "Bob Ray"}.Erased(on)},
		Controls: []isms.Control{{ID: "C-1"}},
	}, on, nil)
	require.NoError(t, err)
	for want, ref := range map[string]isms.Ref{
		"Acme Cloud": isms.SystemRef,
		"Ransomware": {Kind: isms.KindRisk, ID: "R-1"},
		"Ann Lee":    {Kind: isms.KindPerson, ID: "ann"},
		"bob":        {Kind: isms.KindPerson, ID: "bob"}, // erased
		"C-1":        {Kind: isms.KindControl, ID: "C-1"},
		"R-404":      {Kind: isms.KindRisk, ID: "R-404"}, // not there
	} {
		require.Equal(t, want, v.Title(ref))
	}
}
