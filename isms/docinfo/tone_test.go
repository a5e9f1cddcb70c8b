package docinfo_test

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/docinfo"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		value encoding.TextMarshaler
		back  interface {
			encoding.TextUnmarshaler
			encoding.TextMarshaler
		}
		word string
	}{
		{docinfo.Tone(0), new(docinfo.Tone), ""},
		{docinfo.Good, new(docinfo.Tone), "good"},
		{docinfo.Attention, new(docinfo.Tone), "attention"},
		{docinfo.Bad, new(docinfo.Tone), "bad"},
		{docinfo.Muted, new(docinfo.Tone), "muted"},
		{docinfo.Align(0), new(docinfo.Align), ""},
		{docinfo.AlignEnd, new(docinfo.Align), "end"},
		{docinfo.AlignCenter, new(docinfo.Align), "center"},
	} {
		word, err := c.value.MarshalText()
		require.NoError(t, err)
		require.Equal(t, c.word, string(word))
		require.NoError(t, c.back.UnmarshalText(word))
		again, err := c.back.MarshalText()
		require.NoError(t, err)
		require.Equal(t, c.word, string(again))
	}
	tone, align := docinfo.Bad, docinfo.AlignEnd
	require.ErrorContains(t, tone.UnmarshalText([]byte("goood")), `did you mean "good"?`)
	require.ErrorContains(t, align.UnmarshalText([]byte("right")), `got "right", want one of end, center`)
	require.Equal(t, docinfo.Bad, tone)
	require.Equal(t, docinfo.AlignEnd, align)
}

func TestTextString(t *testing.T) {
	require.Empty(t, docinfo.Text(nil).String())
	require.Equal(t, "see A.5.1.", docinfo.Text{{Text: "see "}, {Text: "A.5.1", Link: "#A.5.1"}, {Text: "."}}.String())
}
