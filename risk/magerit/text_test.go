package magerit_test

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/internal/facts"
	"github.com/ismskit/ismskit/risk/magerit"
)

type textForm = interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

// words are the enumerations.
var words = map[string]func() textForm{
	"level":       func() textForm { return new(magerit.Level) },
	"degradation": func() textForm { return new(magerit.Degradation) },
	"maturity":    func() textForm { return new(magerit.Maturity) },
	"effect":      func() textForm { return new(magerit.Effect) },
}

func TestText(t *testing.T) {
	x := magerit.Threat{Value: magerit.VeryHigh, Degradation: magerit.Degradation10, Probability: magerit.Medium}
	require.Equal(t, "degradation=10%, probability=M, value=MA", facts.Text(t, x))
	var again magerit.Threat
	require.NoError(t, again.UnmarshalText([]byte(facts.Text(t, x))))
	require.Equal(t, x, again)
	require.NoError(t, again.UnmarshalText([]byte("degradation=1%, probability=very low, value=B")))
	require.Equal(t, magerit.Threat{Value: magerit.Low, Degradation: magerit.Degradation1, Probability: magerit.VeryLow}, again)

	e := magerit.Event{Impact: magerit.High, Probability: magerit.Low}
	require.Equal(t, "impact=A, probability=B", facts.Text(t, e))
	var event magerit.Event
	require.NoError(t, event.UnmarshalText([]byte(facts.Text(t, e))))
	require.Equal(t, e, event)

	require.ErrorContains(t, event.UnmarshalText([]byte("impact=A")), `factor "probability": is missing`)
	require.ErrorContains(t, event.UnmarshalText([]byte("impact=A, probability=C")), `got "C", want one of MB, B, M, A, MA`)
	require.ErrorContains(t, event.UnmarshalText([]byte("impact=A, probability=B, value=B")), `factor "value": is not of this method`)
	require.Equal(t, e, event, "left alone")
	_, err := magerit.Event{}.MarshalText()
	require.Error(t, err)
	_, err = magerit.Threat{}.MarshalText()
	require.Error(t, err)
}

func TestWords(t *testing.T) {
	for name, all := range map[string][]string{
		"level":       {"MB", "B", "M", "A", "MA"},
		"degradation": {"1%", "10%", "100%"},
		"maturity":    {"L0", "L1", "L2", "L3", "L4", "L5"},
		"effect":      {"impact", "frequency", "both"},
	} {
		for _, word := range append(all, "") {
			v := words[name]()
			require.NoError(t, v.UnmarshalText([]byte(word)), name)
			require.Equal(t, word, facts.Text(t, v), name)
		}
		require.ErrorContains(t, words[name]().UnmarshalText([]byte("elsewhere")), `got "elsewhere", want one of `+all[0], name)
	}
}

// FuzzText: what is read is written so that it reads as the same.
func FuzzText(f *testing.F) {
	for _, s := range []string{"degradation=10%, probability=M, value=MA", "impact=A, probability=very low", "", "MB", "100%", "L5", "both", "a=b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var threat magerit.Threat
		if threat.UnmarshalText([]byte(s)) == nil {
			var again magerit.Threat
			require.NoError(t, again.UnmarshalText([]byte(facts.Text(t, threat))))
			require.Equal(t, threat, again)
		}
		var event magerit.Event
		if event.UnmarshalText([]byte(s)) == nil {
			var again magerit.Event
			require.NoError(t, again.UnmarshalText([]byte(facts.Text(t, event))))
			require.Equal(t, event, again)
		}
		for name, value := range words {
			if v := value(); v.UnmarshalText([]byte(s)) == nil {
				require.Equal(t, s, facts.Text(t, v), name)
			}
		}
	})
}
