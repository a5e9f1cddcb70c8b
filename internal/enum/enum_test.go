package enum_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/enum"
)

var options = enum.Words{"", "modify", "retain", "avoid", "share"}

func TestWordsRoundTrip(t *testing.T) {
	for n := range uint8(5) {
		text, err := options.Marshal("treatment option", n)
		require.NoError(t, err)
		got, err := options.Unmarshal("treatment option", text)
		require.NoError(t, err)
		require.Equal(t, n, got)
	}
	_, err := options.Marshal("isms: treatment option", 5)
	require.EqualError(t, err, "isms: treatment option: got the number 5, want 0 to 4")
}

func TestUnknownWord(t *testing.T) {
	cases := map[string]string{
		"modfy":                  `o: got "modfy", want one of modify, retain, avoid, share; did you mean "modify"?`,
		"Share":                  `o: got "Share", want one of modify, retain, avoid, share; did you mean "share"?`,
		"mitigate":               `o: got "mitigate", want one of modify, retain, avoid, share`,
		strings.Repeat("é", 200): `o: got "` + strings.Repeat("é", 30) + `…", want one of modify, retain, avoid, share`,
	}
	for word, want := range cases {
		_, err := options.Unmarshal("o", []byte(word))
		require.EqualError(t, err, want)
	}
}

func TestNearest(t *testing.T) {
	cases := map[string]struct {
		word  string
		words []string
		want  string
	}{
		"a letter is missing":              {"clsed", []string{"open", "closed"}, "closed"},
		"two letters are swapped":          {"lwo", []string{"low", "high"}, "low"},
		"the case is another":              {"HIGH", []string{"low", "high"}, "high"},
		"the nearest of several":           {"treatmen", []string{"treat", "treatment"}, "treatment"},
		"too far away":                     {"purple", []string{"low", "high"}, ""},
		"another word by its first letter": {"done", []string{"none", "planned"}, ""},
		"nothing is given":                 {"", []string{"low"}, ""},
		"a text and no word":               {strings.Repeat("low", 30), []string{"low"}, ""},
		"there are no words":               {"low", nil, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, ok := enum.Nearest(c.word, c.words)
			require.Equal(t, c.want, got)
			require.Equal(t, c.want != "", ok)
		})
	}
}
