package page_test

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/annexa/page"
)

func written(t testing.TB, p page.Page) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, page.Write(&b, p))
	return b.String()
}

func whole() page.Page { return page.Page{Entries: page.Entries(overlay.Catalogue{})} }

func TestEntries(t *testing.T) {
	controls, clauses := 0, 0
	for _, e := range whole().Entries {
		require.NotEmpty(t, e.Title())
		require.NotEmpty(t, e.Group())
		require.Equal(t, e.ID(), e.Guidance.Item)
		if e.Clause.Ref.IsZero() {
			controls++
		} else {
			clauses++
		}
	}
	require.Equal(t, []int{93, 30}, []int{controls, clauses})
}

// The page is one file of a size that a mail takes, the same each time.
func TestWrite(t *testing.T) {
	got := written(t, whole())
	require.Equal(t, got, written(t, whole()))
	require.Less(t, len(got), 1600<<10, "docs/catalogue.md states the size")
	for _, said := range []string{strings.ReplaceAll(annexa.Edition, "+", "&#43;"), "have not been compared with the licensed text", "Not affiliated with ISO or IEC"} {
		require.Contains(t, got, said)
	}
	require.NotRegexp(t, `(?i)\bcompliant\b|\bcertified by\b|\bconformant\b`, strip(got))
	require.NotRegexp(t, `(?:src|href)="https?:`, got)
	require.NotContains(t, got, "ZgotmplZ", "the template refused something")
}

// strip leaves out scripts and guidance, which speaks of the words as words.
func strip(html string) string {
	html = regexp.MustCompile(`(?s)<script.*?</script>`).ReplaceAllString(html, "")
	return regexp.MustCompile(`(?s)<article id="[A0-9].*?</article>`).ReplaceAllString(html, "")
}

// A product shows what it wants: some entries, its own controls, its own words.
func TestOwnPage(t *testing.T) {
	ref, err := annexa.Parse("acme:1/X-7(2)")
	require.NoError(t, err)
	own := page.Entry{
		Control: annexa.Control{Ref: ref, ShortName: "Clean <coffee> machine"},
		Guidance: guidance.Item{
			Item: ref.String(), Why: `It said "clean me"`, DependsOn: []string{"A.7.8"},
			Steps: []guidance.Step{{ID: "S1", Phase: guidance.RunIt, Tier: guidance.Foundation, Text: "</li><script>alert(1)</script>"}},
		},
	}
	got := written(t, page.Page{Title: "Ours & <b>", Note: "Of </p> Acme", Language: "de-AT", Entries: []page.Entry{own}})
	for _, part := range []string{
		`lang="de-AT"`, "<title>Ours &amp; &lt;b&gt;</title>", "Of &lt;/p&gt; Acme", `<article id="acme:1/X-7~282~29">`, `<li id="acme:1/X-7~282~29/S1">`,
		`href="#acme:1/X-7~282~29/S1"`, "Clean &lt;coffee&gt; machine", "&lt;/li&gt;&lt;script&gt;alert(1)", "It said “clean me”", "<li>A.7.8 </li>",
		"<h2>Controls of acme:1</h2>", `id="~words"> null <`,
	} {
		require.Contains(t, got, part)
	}
	require.NotContains(t, got, "What an auditor asks")
	require.NotContains(t, got, "NIST CSF", "no crosswalk is quoted, so none is named")
}

func TestLicensedText(t *testing.T) {
	laid, err := overlay.Lay(nil, overlay.Overlay{Language: "en", Texts: []overlay.Text{
		{Address: "A.5.7/text", Text: "Words of the\nlicensee."}, {Address: "A.5.7/title", Text: "Another title"}, {Address: "A.5.7/S1", Text: "Another step."},
	}})
	require.NoError(t, err)
	got := written(t, page.Page{Entries: page.Entries(laid)})
	for _, part := range []string{"In the words of the standard</h3>\n<p>Words of the\nlicensee.</p>", "A.5.7</a> Another title</h2>", "<p>Another step.</p>", "were laid over this page"} {
		require.Contains(t, got, part)
	}
}

func TestRefusals(t *testing.T) {
	twice := whole().Entries[:1]
	require.EqualError(t, page.Write(&bytes.Buffer{}, page.Page{Entries: append(twice, twice...)}),
		`page: got an entry with the identifier "A.5.1", want each to have one of its own`)
	require.EqualError(t, page.Write(&bytes.Buffer{}, page.Page{Entries: []page.Entry{{}}}),
		`page: got an entry with the identifier "", want each to have one of its own`)
	require.ErrorIs(t, page.Write(full{}, page.Page{}), errFull)
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestFragment(t *testing.T) {
	for id, want := range map[string]string{
		"A.5.15": "A.5.15", "acme:1/X-7": "acme:1/X-7", "AC-2(12)": "AC-2~2812~29", "a b": "a~20b", "~": "~7e", "ä": "~c3~a4", "": "",
	} {
		require.Equal(t, want, page.Fragment(id))
	}
	require.Equal(t, "A.5.15/E2", page.Fragment("A.5.15", "E2"))
}

func TestWords(t *testing.T) {
	for duration, want := range map[string]string{
		"P1Y": "every year", "P6M": "every 6 months", "P1W": "every week", "P14D": "every 14 days",
		"": "", "P": "P", "PT1H": "PT1H", "P0D": "P0D", "1Y": "1Y", "P1Y6M": "P1Y6M",
	} {
		require.Equal(t, want, page.Cadence(duration), duration)
	}
	for want, ids := range map[string]string{"S1–S3, S5, E1, E2": "S1 S2 S3 S5 E1 E2", "S1": "S1", "": "", "S9–S11": "S9 S10 S11", "S1, E2": "S1 E2"} {
		require.Equal(t, want, page.Runs(strings.Fields(ids)))
	}
	require.Equal(t, "NIST CSF 2.0", page.Framework("nist-csf:2.0"))
	require.Equal(t, "acme:1", page.Framework("acme:1"))
	require.Equal(t, "sample: two, from: doors", page.Sample(guidance.Evidence{Sample: "two", Population: "doors"}))
	require.Equal(t, "of: doors", page.Sample(guidance.Evidence{Population: "doors"}))
	require.Equal(t, "sample: two", page.Sample(guidance.Evidence{Sample: "two"}))
	for d, want := range []string{"", "should rise", "should fall", "should stay on target"} {
		require.Equal(t, want, page.Should(guidance.Metric{Direction: guidance.Direction(d)}))
	}
}

func BenchmarkWrite(b *testing.B) {
	b.ReportAllocs()
	p := whole()
	for b.Loop() {
		var out bytes.Buffer
		if err := page.Write(&out, p); err != nil {
			b.Fatal(err)
		}
	}
}
