package soa_test

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/soa"
)

func noticesIn(d docinfo.Document) []string {
	var titles []string
	for _, b := range d.Blocks {
		if n, ok := b.(docinfo.Notice); ok {
			titles = append(titles, n.Title)
		}
	}
	return titles
}

func noticesOf(st soa.Statement) []string { return noticesIn(st.Document()) }

func TestGolden(t *testing.T) {
	draft := outputs(t, derive(t, sample(), at))
	golden.Equal(t, "draft.json", draft["json"])
	golden.Equal(t, "draft.md", draft["markdown"])
	golden.Equal(t, "draft.crlf.csv", draft["csv"])
	golden.Equal(t, "draft.html", content(t, draft["html"]))
	external := outputs(t, derive(t, approve(t, decided(), "4", at), at).External())
	golden.Equal(t, "external.json", external["json"])
	golden.Equal(t, "external.md", external["markdown"])
	var b bytes.Buffer
	require.NoError(t, markdown.Write(&b, soa.ReviewDocument(derive(t, sample(), at))))
	golden.Equal(t, "review.md", b.String())
}

// content is a page without its style and script, which are those of package
// html and tested there.
func content(t *testing.T, page string) string {
	t.Helper()
	found := regexp.MustCompile(`(?s)<header>.*</main>\n`).FindString(page)
	require.NotEmpty(t, found)
	return found
}

// TestWordsNeverPrinted holds that no output judges.
func TestWordsNeverPrinted(t *testing.T) {
	never := regexp.MustCompile(`(?i)\b(compliant|conforms?|conformity|conformant|certif(?:y|ies|ied|icate|ication)|prove[sdn]?|proof|guarantees?)\b`)
	for _, sys := range []isms.System{sample(), approve(t, decided(), "4", at)} {
		st := derive(t, sys, at)
		for _, edition := range []soa.Statement{st, st.External()} {
			for format, text := range outputs(t, edition) {
				require.Empty(t, never.FindAllString(text, -1), format)
			}
		}
		var b bytes.Buffer
		require.NoError(t, html.Write(&b, soa.ReviewDocument(st)))
		require.Empty(t, never.FindAllString(b.String(), -1))
	}
	for _, r := range soa.Rules() {
		require.NotRegexp(t, never, r.Title+" "+r.Hint)
	}
}

func TestNoticeOfTheDay(t *testing.T) {
	v := viewAt(t, decided(), at)
	for name, c := range map[string]struct {
		today string
		want  []string
	}{
		"not stated":     {"2026-11-21", nil},
		"the day itself": {at, nil},
		"a day past":     {"2026-11-22", []string{"Reconstructed"}},
		"a day to come":  {"2026-11-20", []string{"For a date to come"}},
	} {
		t.Run(name, func(t *testing.T) {
			st, err := soa.Derive(v, soa.Options{Today: day(c.today)})
			require.NoError(t, err)
			require.Equal(t, c.want, noticesOf(st))
			require.Equal(t, c.today > at, st.Reconstructed())
		})
	}
	require.False(t, derive(t, decided(), at).Reconstructed())
	require.Empty(t, noticesOf(derive(t, decided(), at)))
}

// TestEmptyStatement holds that even nothing gives a document.
func TestEmptyStatement(t *testing.T) {
	require.NoError(t, soa.Statement{}.Document().Validate())
	require.NoError(t, soa.ReviewDocument(soa.Statement{}).Validate())
	require.NoError(t, soa.Statement{}.External().Document().Validate())
	st := oneEntry()
	require.NoError(t, st.Document().Validate())
	require.NoError(t, st.External().Document().Validate())
}
