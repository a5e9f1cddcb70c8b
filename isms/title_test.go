package isms_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
)

func TestTitleOf(t *testing.T) {
	for name, c := range map[string]struct {
		record isms.Record
		want   string
	}{
		"a risk":              {isms.Risk{ID: "R-1", Title: "Ransomware"}, "Ransomware"},
		"the System":          {isms.System{Title: "Acme"}, "Acme"},
		"a person":            {isms.Person{ID: "ann", Name: "Ann Lee"}, "Ann Lee"},
		"an erased person":    {isms.Person{ID: "ann", Name: "Ann Lee"}.Erased(isms.Date{}), ""},
		"a decision":          {isms.Applicability{}, ""},
		"no title is stated":  {isms.Control{ID: "C-1"}, ""},
		"there is no record":  {nil, ""},
		"an organization":     {isms.Organization{Title: "Acme", LegalName: "Acme Ltd"}, "Acme"},
		"an acceptance of it": {isms.Acceptance{ID: "AC-1"}, ""},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, isms.TitleOf(c.record)) })
	}
}
