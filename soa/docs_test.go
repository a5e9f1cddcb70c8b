package soa_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/soa"
)

// page reads docs/soa.md.
func page(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("../docs/soa.md")
	require.NoError(t, err)
	return strings.ReplaceAll(string(src), "\r\n", "\n")
}

// block returns the code block of a language.
func block(t *testing.T, text, language string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, "\n```"+language+"\n")
	require.True(t, found, language)
	code, _, found := strings.Cut(rest, "\n```\n")
	require.True(t, found, language)
	return code
}

// TestDocsDigest holds that the page's canonical form and digest are those of
// its frozen statement.
func TestDocsDigest(t *testing.T) {
	text := page(t)
	frozen := block(t, text, "json")
	st, err := soa.Read([]byte(frozen))
	require.NoError(t, err)
	require.Equal(t, frozen+"\n", written(t, st))
	sum := sha256.Sum256([]byte(block(t, text, "canonical")))
	require.Equal(t, "sha256:"+hex.EncodeToString(sum[:]), st.Digest())
	require.Contains(t, text, "`"+st.Digest()+"`")
	require.Equal(t, st.Digest(), digestByHand(t, []byte(frozen)))
}

// TestDocsRules holds that the page lists the rules as they are.
func TestDocsRules(t *testing.T) {
	var want []string
	for _, r := range soa.Rules() {
		want = append(want, "| "+r.Code+" | "+r.Title+" | "+map[bool]string{true: "blocked", false: "possible"}[r.Blocks]+" |")
	}
	require.Equal(t, want, regexp.MustCompile(`(?m)^\| S\d{3} .*$`).FindAllString(page(t), -1))
}
