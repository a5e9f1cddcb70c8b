package dist_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                             `dist: at byte 0: got the end of the text, want a number, a distribution or a list`,
		"uniform":                      `dist: at byte 7: got the end of the text, want "("`,
		"3":                            `dist: at byte 0: got a number, want a distribution, as in name(parameter=1)`,
		"unifrom(min=1, max=2)":        `dist: at byte 0: got "unifrom", want "uniform"`,
		"uniform(min=1, mx=2)":         `dist: at byte 15: uniform: got parameter "mx", want "max"`,
		"uniform(min=1)":               `dist: at byte 0: uniform: got no max, want min, max`,
		"uniform(min=1, max=2, min=1)": `dist: at byte 22: uniform: got min twice, want it once`,
		"uniform(min=1, max=[2])":      `dist: at byte 19: max: got a list, want a number`,
		"uniform(min=1, max=0.5)":      `dist: at byte 12: uniform: min: got 1, want a number below max 0.5`,
		"uniform(min=1, max=1e999)":    `dist: at byte 19: got "1e999", want a number that float64 can hold`,
		"uniform(min=1, max=NaN)":      `dist: at byte 22: got ")", want "("`,
		"uniform(min=1; max=2)":        `dist: at byte 13: got "; max=2)", want "," or ")"`,
		"uniform(min=1, max=2) more":   `dist: at byte 22: got "more", want the end of the text`,
		"uniform(1, 2)":                `dist: at byte 8: got "1, 2)", want the name of a parameter, as in min=1`,
	} {
		t.Run(text, func(t *testing.T) {
			d, err := dist.Parse(text)
			require.EqualError(t, err, want)
			require.Nil(t, d)
		})
	}
}
