package isms_test

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/stretchr/testify/require"
)

// whole makes a document of the members that the page shows.
func whole(members string) string {
	if strings.HasPrefix(members, `"schemaVersion"`) {
		return `{"id": "acme", ` + members + `}`
	}
	return `{"id": "acme", "schemaVersion": 1, ` + members + `}`
}

func codesOf(err error) []string {
	var list []string
	ps, _ := errors.AsType[isms.Problems](err)
	for _, p := range ps {
		list = append(list, p.Code)
	}
	return list
}

func schemaPage(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("../../../docs/schema.md")
	require.NoError(t, err)
	return strings.ReplaceAll(string(src), "\r\n", "\n")
}

// TestPageOnlyTheDecoderSees: the examples pass the schema, and the decoder
// refuses them with the code of their row.
func TestPageOnlyTheDecoderSees(t *testing.T) {
	s := system(t)
	rows := regexp.MustCompile("(?m)^\\| (.*?) \\| `(\".*?)` \\| ([DV]\\d{3}) \\|$").FindAllStringSubmatch(schemaPage(t), -1)
	require.Greater(t, len(rows), 20)
	rows = append(rows, []string{"", "more than 100 levels", `"x": {"a": ` + strings.Repeat("[", 101) + strings.Repeat("]", 101) + `}`, "D007"})
	for _, row := range rows {
		t.Run(row[1], func(t *testing.T) {
			accepts(t, s, []byte(whole(row[2])))
			_, err := isms.DecodeWith("isms.json", []byte(whole(row[2])), isms.ReadOptions{Methods: methods.All()})
			require.Contains(t, codesOf(err), row[3])
		})
	}
}

// TestPageAnEditorIsStricter: what a YAML parser makes of an unquoted scalar
// the schema refuses, and the decoder reads as typed.
func TestPageAnEditorIsStricter(t *testing.T) {
	s := system(t)
	rows := regexp.MustCompile("(?m)^\\| `(.*?)` \\| refuses \\| `(.*?)` \\| `(.*?)` \\|$").FindAllStringSubmatch(schemaPage(t), -1)
	require.Len(t, rows, 3)
	for _, row := range rows {
		faults, err := s.Check([]byte(whole(row[1])))
		require.NoError(t, err)
		require.NotEmpty(t, faults, row[1])
		accepts(t, s, []byte(whole(row[3])))
		typed, err := yaml.Decode("isms.yaml", []byte(whole(row[1])))
		require.NoError(t, err)
		quoted, err := yaml.Decode("isms.yaml", []byte(whole(row[3])))
		require.NoError(t, err)
		require.Equal(t, quoted, typed)
		require.Contains(t, row[3], `"`+row[2]+`"`)
	}
	for _, empty := range []string{`"treatments": [{"id": "T-1", "option": ""}]`, `"issues": [{"id": "I-1", "from": ""}]`, `"processes": [{"id": "p", "owner": ""}]`} {
		faults, err := s.Check([]byte(whole(empty)))
		require.NoError(t, err)
		require.NotEmpty(t, faults, empty)
		_, err = isms.Decode("isms.json", []byte(whole(empty)))
		require.NoError(t, err)
	}
}

// TestPageSchemaMember: both pass over $schema.
func TestPageSchemaMember(t *testing.T) {
	_, src, _ := strings.Cut(schemaPage(t), "```json accepted\n")
	src, _, _ = strings.Cut(src, "```\n")
	require.Contains(t, src, `"$schema"`)
	accepts(t, system(t), []byte(src))
	_, err := isms.Decode("isms.json", []byte(src))
	require.NoError(t, err)
}

// TestPageNeitherSees: what the page says may be so.
func TestPageNeitherSees(t *testing.T) {
	s := system(t)
	for _, members := range []string{
		`"assets": [{"id": "a", "dependsOn": [{"on": "b"}]}, {"id": "b", "dependsOn": [{"on": "a"}]}]`,
		`"language": "no such language"`,
		`"evidence": [{"id": "E-1", "collectedOn": "2026-01-01", "digest": "odd", "population": 3, "sample": 7}]`,
	} {
		accepts(t, s, []byte(whole(members)))
		_, err := isms.Decode("isms.json", []byte(whole(members)))
		require.NoError(t, err)
	}
}
