package annexa_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func FuzzParse(f *testing.F) {
	for d := range annexa.Sets() {
		for c := range annexa.Controls(d.Set) {
			f.Add(c.Ref.String())
			f.Add(c.Ref.ID[len("A."):])
		}
	}
	for _, text := range []string{"", "/", ":/", "acme:1/X-7", "iso27001:2022/5.10", "A.5.010", "A.5", "5.1.1", "sp800-53:r5/AC-2(1)", "A.A.5.7", "\x00", "5․7"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ref, err := annexa.Parse(text)
		if err != nil {
			require.Zero(t, ref)
			return
		}
		again, err := annexa.Parse(ref.String())
		require.NoError(t, err)
		require.Equal(t, ref, again)
		require.Zero(t, ref.Compare(again))
		written, err := ref.MarshalText()
		require.NoError(t, err)
		require.Equal(t, ref.String(), string(written))
		_, known := annexa.Lookup(ref)
		_, shipped := annexa.Describe(ref.Set)
		require.Equal(t, shipped, known)
	})
}

func FuzzParseClause(f *testing.F) {
	for c := range annexa.Clauses() {
		f.Add(c.Ref.String())
		f.Add(c.Ref.Number + " a)")
	}
	for _, text := range []string{"", "/", "iso9001:2015/7.5", "iso27001:2013/10.1 e)", "6.1.3 ", "6.1.3 d))", "6.1.2 c) 2)", "hipaa:2013/164.308(a)(1)", " ", "4 4"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ref, err := annexa.ParseClause(text)
		if err != nil {
			require.Zero(t, ref)
			return
		}
		again, err := annexa.ParseClause(ref.String())
		require.NoError(t, err)
		require.Equal(t, ref, again)
		require.Zero(t, ref.Compare(again))
		written, err := ref.MarshalText()
		require.NoError(t, err)
		require.Equal(t, ref.String(), string(written))
		_, known := annexa.LookupClause(ref)
		require.Equal(t, ref.Standard == "iso27001" && ref.Edition == "2022", known)
	})
}

// FuzzMarshalText holds that what a reference of any content writes can be read.
func FuzzMarshalText(f *testing.F) {
	f.Add("iso27001:2022", "A.5.7")
	f.Add("iso27001:2022", "iso27001:2013/A.5.1.1")
	f.Add("acme:1", "X-7")
	f.Add("", "")
	f.Add("", "A.5.7")
	f.Fuzz(func(t *testing.T, set, id string) {
		want := annexa.ControlRef{Set: annexa.Set(set), ID: id}
		text, err := want.MarshalText()
		if err != nil {
			return
		}
		var got annexa.ControlRef
		require.NoError(t, got.UnmarshalText(text))
		require.Equal(t, want, got)
	})
}

func FuzzAttributes(f *testing.F) {
	for _, text := range []string{"", "Preventive;Corrective", "#Governance; #Continuity", "Governance_and_ecosystem", ";", "Protect;;Detect", "İdentify", "K", "Confidentiality", "PII_controller;#pii_processor"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		reread[annexa.ControlType](t, text)
		reread[annexa.Property](t, text)
		reread[annexa.Concept](t, text)
		reread[annexa.Capability](t, text)
		reread[annexa.Domain](t, text)
		reread[annexa.Theme](t, text)
		reread[annexa.Kind](t, text)
		reread[annexa.Role](t, text)
	})
}

// reread holds that what can be read is written so that it is read the same.
func reread[T ~uint8 | ~uint16, P text[T]](t *testing.T, in string) {
	t.Helper()
	var v, again T
	if P(&v).UnmarshalText([]byte(in)) != nil {
		require.Zero(t, v)
		return
	}
	out, err := P(&v).MarshalText()
	require.NoError(t, err)
	require.NoError(t, P(&again).UnmarshalText(out))
	require.Equal(t, v, again)
}
