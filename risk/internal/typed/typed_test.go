package typed_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// doors has an optional factor beside one that is needed.
func doors() risk.Method {
	locks, harms := typed.Levels([]string{"open", "shut"}), typed.Levels([]string{"1", "2", "3"}, "minor", "major")
	for i := range harms {
		harms[i].Value, harms[i].Min = new(float64(i)), new(float64(i))
	}
	return risk.Method{
		ID: "acme/doors", Version: "1",
		Factors: []risk.Factor{
			{ID: "harm", Scale: risk.Scale{Levels: harms}},
			{ID: "spare", Optional: true, Scale: risk.Scale{Levels: harms}},
			{ID: "lock", Scale: risk.Scale{Levels: locks}},
		},
		Steps:  []risk.Step{{ID: "worst", Of: []string{"harm", "spare"}, Formula: risk.Maximum, Scale: risk.Scale{Levels: harms}}},
		Levels: typed.Levels([]string{"green", "red"}),
		Table: typed.Grid("lock", locks, harms, func(row, column int) string {
			return []string{"green", "red"}[min(1, column*(1-row))]
		}),
	}
}

func TestGrid(t *testing.T) {
	require.Empty(t, doors().Problems())
	require.Equal(t, risk.Table{{"lock", "1", "2", "3"}, {"open", "green", "red", "red"}, {"shut", "green", "green", "green"}}, doors().Table)
	require.Equal(t, []risk.Level{{ID: "1", Label: "minor"}, {ID: "2"}}, typed.Levels([]string{"1", "2"}, "minor"))
}

func TestUnmarshal(t *testing.T) {
	var harm, spare, lock uint8
	require.NoError(t, typed.Unmarshal(doors(), []byte("lock=shut, harm=major"), &harm, &spare, &lock))
	require.Equal(t, []uint8{2, 0, 2}, []uint8{harm, spare, lock}, "from 1, and 0 for what is not given")

	for text, want := range map[string]string{
		"lock=shut":             `risk: method acme/doors@1: factor "harm": is missing, want one of 1, 2, 3`,
		"lock=shot, harm=1":     `risk: method acme/doors@1: factor "lock": got "shot", want one of open, shut; did you mean "shut"?`,
		"lock=shut, harm=1, =1": `risk: inputs "lock=shut, harm=1, =1": at byte 19: want factor=word`,
	} {
		require.EqualError(t, typed.Unmarshal(doors(), []byte(text), &harm, &spare, &lock), want)
		require.Equal(t, []uint8{2, 0, 2}, []uint8{harm, spare, lock}, "nothing is set")
	}
	require.EqualError(t, typed.Unmarshal(doors(), []byte("lock=shut, harm=1"), &harm), "risk: method acme/doors@1: got 1 values, want 3")
}

func TestInputs(t *testing.T) {
	words := enum.Words{"", "open", "shut"}
	require.Equal(t, risk.Inputs{"a": "shut", "c": "number 3"}, typed.Inputs(
		typed.Value{Factor: "a", Words: words, Number: 2},
		typed.Value{Factor: "b", Words: words},
		typed.Value{Factor: "c", Words: words, Number: 3},
	))
}

func TestRefuse(t *testing.T) {
	require.EqualError(t, typed.Refuse(doors(), risk.Inputs{"harm": "1"}),
		`risk: method acme/doors@1: factor "lock": is missing, want one of open, shut`)
	require.EqualError(t, typed.Refuse(doors(), risk.Inputs{"harm": "1", "lock": "open"}),
		`risk: method acme/doors@1: got "harm=1, lock=open", want inputs it does not rate`, "a typed Rate that is stricter")
}

func TestMarshal(t *testing.T) {
	text, err := typed.Marshal(doors(), risk.Inputs{"lock": "open", "harm": "minor"})
	require.NoError(t, err)
	require.Equal(t, "harm=minor, lock=open", string(text))
	_, err = typed.Marshal(doors(), risk.Inputs{"lock": "open"})
	require.Error(t, err)
}
