package search_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/annexa/search"
)

func items(hits []search.Hit) []string {
	var list []string
	for _, h := range hits {
		list = append(list, h.Item)
	}
	return list
}

// few is an index of few texts, with what is to be found in them.
func few(t testing.TB, language string, texts ...string) search.Index {
	t.Helper()
	return search.New(func(yield func(string, string) bool) {
		for i := 0; i < len(texts); i += 2 {
			if !yield(texts[i], texts[i+1]) {
				return
			}
		}
	}, search.Options{Language: language})
}

func TestWays(t *testing.T) {
	index := few(t, "",
		"A.1/title", "Back-ups of the café",
		"A.1/S1", "Encrypt the wi-fi of the notebook.",
		"A.2/title", "Naïve users",
		"A.2/S1", "The organization’s policies; see A.8.13 and 漏洞管理.",
		"acme:1/X-7/title", "Zebra",
		"9.2/title", "Quagga",
		"9.2.1/S1", "Okapi",
	)
	for query, want := range map[string][]string{
		"BACKUP": {"A.1"}, "back up ": {"A.1"}, "back-up": {"A.1"}, "cafe": {"A.1"}, "cafe\u0301 ": {"A.1"}, "CAFÉ ": {"A.1"}, // written otherwise
		"encryption": {"A.1"}, "policy ": {"A.2"}, // stems
		"laptop ": {"A.1"}, "wlan ": {"A.1"}, // synonyms, variants
		"enc": {"A.1"}, "enc ": nil, "e": nil, // what is typed
		"8.13": {"A.2"}, "a.8.13": {"A.2"}, "漏洞": {"A.2"}, "organization": nil,
		"A.1": {"A.1", "acme:1/X-7"}, "X-7": {"acme:1/X-7"}, "9.2 ": {"9.2"}, // identifiers
		"quagga": {"9.2", "9.2.1"}, // the title of the clause above
		"":       nil, " \n": nil, "the of and": nil, "?!": nil, "\xff\xfe": nil, "unheard": nil,
	} {
		require.Equal(t, want, items(index.Search(query, 0)), "%q", query)
	}
	require.Empty(t, search.Index{}.Search("anything", 5))
	require.Empty(t, few(t, "").Search("anything", 5))
	require.Equal(t, []string{"A.1"}, items(few(t, "de", "A.1/title", "Der Größe nach").Search("der grosse", 0)), "no stop words in German")
}

// TestWhy holds that each hit tells which words it was found by, and where.
func TestWhy(t *testing.T) {
	hits := search.Catalogue().Search("stolen notebooks", 5)
	require.NotEmpty(t, hits)
	for _, h := range hits {
		require.NotEmpty(t, h.Why)
		for _, m := range h.Why {
			require.Contains(t, []string{"stolen", "notebooks"}, m.Word)
			text, ok := overlay.Catalogue{}.Text(m.Address)
			require.True(t, ok, m.Address)
			require.Contains(t, strings.ToLower(text.Text), m.Found)
		}
		text, ok := overlay.Catalogue{}.Text(h.Address)
		require.True(t, ok)
		require.Equal(t, text.Text, h.Text)
	}
	theft := hits[slices.Index(items(hits), "A.7.9")]
	_, ok := guidance.Text(theft.Address)
	require.True(t, ok, "%s is a permanent address", theft.Address)
}

// TestOrder holds that neither the order of words nor that of the texts of an
// item, nor anything that changes from one run to the next, changes the hits.
func TestOrder(t *testing.T) {
	all := maps.Collect(overlay.Catalogue{}.All())
	var addresses []string
	for address := range (overlay.Catalogue{}).All() {
		addresses = append(addresses, address)
	}
	index := search.Catalogue()
	again := search.New(func(yield func(string, string) bool) {
		for _, address := range addresses {
			if !yield(address, all[address]) {
				return
			}
		}
	}, search.Options{Language: "en-GB"})
	for _, q := range questions(t, "questions.tsv") {
		require.Equal(t, index.Search(q.text, 20), again.Search(q.text, 20))
	}
	require.Equal(t, items(index.Search("stolen laptop ", 20)), items(index.Search("laptop stolen ", 20)))
}

// TestMost holds that fewer hits are the first of more.
func TestMost(t *testing.T) {
	index := search.Catalogue()
	require.Len(t, index.Search("audit", 0), 10)
	require.Greater(t, len(index.Search("audit", 1000)), 40)
	for _, q := range questions(t, "questions.tsv") {
		require.Equal(t, items(index.Search(q.text, 10))[0], items(index.Search(q.text, 1))[0])
	}
}

// TestOverlay searches in the texts of a translation.
func TestOverlay(t *testing.T) {
	german := overlay.Overlay{Language: "de", Texts: []overlay.Text{
		{Address: "A.7.9/S3", Revision: 1, Text: "Festplatte verschlüsseln, bevor ein Gerät das Haus verlässt."},
	}}
	catalogue, err := overlay.Lay([]string{"de"}, german)
	require.NoError(t, err)
	hits := search.New(catalogue.All(), search.Options{Language: "de"}).Search("verschlusseln", 5)
	require.Len(t, hits, 1)
	require.Equal(t, "A.7.9/S3", hits[0].Address)
	require.Equal(t, german.Texts[0].Text, hits[0].Text)
}
