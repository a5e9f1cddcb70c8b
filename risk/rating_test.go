package risk_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

func TestMethodRef(t *testing.T) {
	for text, want := range map[string]risk.MethodRef{
		"acme/office@3":             {ID: "acme/office", Version: "3"},
		"acme/office":               {ID: "acme/office"},
		"iso27005/qualitative@2022": {ID: "iso27005/qualitative", Version: "2022"},
	} {
		got, err := risk.ParseMethodRef(text)
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.Equal(t, text, got.String())
	}
	for _, text := range []string{"", "@", "a@", "@1", "a@1@2", "a b@1", "a@1 ", "a\n@1", "a\xff"} {
		got, err := risk.ParseMethodRef(text)
		require.ErrorContains(t, err, "risk: method reference: got ", text)
		require.Zero(t, got)
	}
}

func TestRatingText(t *testing.T) {
	r, err := office().Rate(risk.Inputs{"likelihood": "rare", "harm": "minor"})
	require.NoError(t, err)
	src, err := json.Marshal(r)
	require.NoError(t, err)
	require.JSONEq(t, `{"method":"acme/office@3","likelihood":"rare","consequence":"minor","level":"green"}`, string(src))
	var got risk.Rating
	require.NoError(t, json.Unmarshal(src, &got))
	require.Equal(t, r, got)

	got = r
	require.NoError(t, json.Unmarshal([]byte(`{"method":""}`), &got))
	require.Zero(t, got.Method, "the empty text is the zero value")
	require.Error(t, json.Unmarshal([]byte(`{"method":"a@"}`), &got))
}

func TestRoleText(t *testing.T) {
	for role, word := range map[risk.Role]string{0: "", risk.Likelihood: "likelihood", risk.Consequence: "consequence"} {
		text, err := role.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		var got risk.Role
		require.NoError(t, got.UnmarshalText(text))
		require.Equal(t, role, got)
	}
	got := risk.Likelihood
	require.EqualError(t, got.UnmarshalText([]byte("consequenc")),
		`risk: role of a factor: got "consequenc", want one of likelihood, consequence; did you mean "consequence"?`)
	require.Equal(t, risk.Likelihood, got, "unchanged")
	_, err := risk.Role(9).MarshalText()
	require.Error(t, err)
}

func TestFind(t *testing.T) {
	one, two := office(), office()
	two.Version = "4"
	list := risk.Methods{plant(), one, two}
	for ref, want := range map[string]risk.Method{
		"acme/plant": plant(), "acme/plant@1": plant(), "acme/office@3": one, "acme/office@4": two,
	} {
		got, err := list.Find(ref)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	for ref, c := range map[string]struct {
		is   error
		text string
	}{
		"acme/office": {risk.ErrAmbiguousMethod, `got "acme/office", want one of acme/office@3, acme/office@4`},
		"acme/office@5": {risk.ErrUnknownMethod, `got "acme/office@5", want one of acme/office@3, acme/office@4; ` +
			`did you mean "acme/office@3"?`},
		"acme/plan": {risk.ErrUnknownMethod, `got "acme/plan", want one of acme/plant@1, acme/office@3, acme/office@4; ` +
			`did you mean "acme/plant"?`},
		"":             {risk.ErrUnknownMethod, `got "", want one of acme/plant@1, acme/office@3, acme/office@4`},
		"@1":           {risk.ErrUnknownMethod, `got "@1", want one of acme/plant@1, acme/office@3, acme/office@4`},
		"acme/plant@":  {risk.ErrUnknownMethod, `got "acme/plant@", want acme/plant@1; did you mean "acme/plant@1"?`},
		"nist/800-30@": {risk.ErrUnknownMethod, `got "nist/800-30@", want one of acme/plant@1, acme/office@3, acme/office@4`},
	} {
		got, err := list.Find(ref)
		require.Zero(t, got)
		require.ErrorIs(t, err, c.is)
		require.EqualError(t, err, "risk: "+c.is.Error()+": "+c.text)
		var e *risk.MethodError
		require.ErrorAs(t, err, &e)
		require.Equal(t, ref, e.Ref)
	}
	two.ID = "bank/loans"
	_, err := risk.Methods{plant(), one, two}.Find("bank")
	require.EqualError(t, err, `risk: method is not listed: got "bank", want bank/loans@4`, "its family alone")
	_, err = append(list, one).Find("acme/office@3")
	require.ErrorIs(t, err, risk.ErrAmbiguousMethod, "two methods with one reference")
	_, err = risk.Methods(nil).Find("acme/office@3")
	require.EqualError(t, err, `risk: method is not listed: got "acme/office@3", want none: the list is empty`)
}
