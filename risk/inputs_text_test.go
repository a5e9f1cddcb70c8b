package risk_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

func TestInputsText(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       risk.Inputs
	}{
		{"nothing", "", risk.Inputs{}},
		{"one", "likelihood=3", risk.Inputs{"likelihood": "3"}},
		{"sorted", "consequence=3, likelihood=very likely", risk.Inputs{"likelihood": "very likely", "consequence": "3"}},
		{"marks", `"a=b"="x, y", c=""`, risk.Inputs{"a=b": "x, y", "c": ""}},
		{"controls and spaces", `a="\tb\x00", b=" c "`, risk.Inputs{"a": "\tb\x00", "b": " c "}},
		{"invalid UTF-8", `a="\xff"`, risk.Inputs{"a": "\xff"}},
		{"other scripts", "häufigkeit=selten, 危険=高", risk.Inputs{"häufigkeit": "selten", "危険": "高"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.text, c.want.Text())
			got, err := risk.ParseInputs(c.text)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
	got, err := risk.ParseInputs(" b = very likely ,a= 3\r\n")
	require.NoError(t, err)
	require.Equal(t, risk.Inputs{"a": "3", "b": "very likely"}, got)
}

func TestInputsTextRefused(t *testing.T) {
	for text, want := range map[string]string{
		"likelihood":        `risk: inputs "likelihood": at byte 0: want factor=word`,
		"a=1,":              `risk: inputs "a=1,": at byte 3: want factor=word after the comma`,
		"=1":                `risk: inputs "=1": at byte 0: want factor=word`,
		"a=1, a=2":          `risk: inputs "a=1, a=2": at byte 5: factor "a" is given twice`,
		`a="1`:              `risk: inputs "a=\"1": at byte 0: the quotation mark is not closed`,
		`a="1" b=2`:         `risk: inputs "a=\"1\" b=2": at byte 0: want "," after the quotation mark`,
		"a=b=c":             `risk: inputs "a=b=c": at byte 0: got "=" within a word, want it in quotation marks`,
		"likelihood 3, c=4": `risk: inputs "likelihood 3, c=4": at byte 0: got "," within a word, want it in quotation marks`,
	} {
		_, err := risk.ParseInputs(text)
		require.EqualError(t, err, want)
	}
}
