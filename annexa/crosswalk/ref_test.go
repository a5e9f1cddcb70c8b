package crosswalk_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		want crosswalk.Ref
		back string
	}{
		{"A.5.7", crosswalk.Ref{Set: annexa.ISO27001v2022, ID: "A.5.7"}, "A.5.7"},
		{"iso27001:2022/A.5.10", crosswalk.Ref{Set: annexa.ISO27001v2022, ID: "A.5.10"}, "A.5.10"},
		{"6.1.3 d)", crosswalk.Ref{Set: annexa.ISO27001v2022, ID: "6.1.3 d"}, "6.1.3 d"},
		{"iso27001:2022/7.5", crosswalk.Ref{Set: annexa.ISO27001v2022, ID: "7.5"}, "7.5"},
		{"iso27001:2013/A.18.2.3", crosswalk.Ref{Set: annexa.ISO27001v2013, ID: "A.18.2.3"}, "iso27001:2013/A.18.2.3"},
		{"iso27001:2013/10.1", crosswalk.Ref{Set: annexa.ISO27001v2013, ID: "10.1"}, "iso27001:2013/10.1"},
		{"nist-csf:2.0/GV.OC-01", crosswalk.Ref{Set: crosswalk.CSFv2, ID: "GV.OC-01"}, "nist-csf:2.0/GV.OC-01"},
		{"sp800-53:r5/AC-2(12)", crosswalk.Ref{Set: crosswalk.SP80053r5, ID: "AC-2(12)"}, "sp800-53:r5/AC-2(12)"},
		{"hipaa:2013/164.308(a)(1)", crosswalk.Ref{Set: crosswalk.HIPAAv2013, ID: "164.308(a)(1)"}, "hipaa:2013/164.308(a)(1)"},
	} {
		got, err := crosswalk.Parse(c.text)
		require.NoError(t, err)
		require.Equal(t, c.want, got)
		require.Equal(t, c.back, got.String())
	}
	for text, want := range map[string]string{
		"":                   `crosswalk: reference: annexa: clause: got "", want a number such as "6.1.2" or "6.1.3 d"`,
		"5.7":                `crosswalk: reference: annexa: clause: got "5.7", want a clause of ISO/IEC 27001:2022, 4 to 10.2, or an item of its list`,
		"A.5.38":             `crosswalk: reference: annexa: control reference: got "A.5.38", want one of the 93 controls of iso27001:2022`,
		"NIST CSF/GV.OC-01":  `crosswalk: reference: annexa: clause: got "NIST CSF/GV.OC-01", want a number such as "6.1.2" or standard:edition/number such as "iso9001:2015/7.5"`,
		"iso27001:2013/A.99": `crosswalk: reference: annexa: control reference: got "iso27001:2013/A.99", want one of the 114 controls of iso27001:2013`,
	} {
		_, err := crosswalk.Parse(text)
		require.EqualError(t, err, want)
	}
}

func TestRefsOfAnnexa(t *testing.T) {
	for _, set := range []annexa.Set{annexa.ISO27001v2022, annexa.ISO27001v2013} {
		for c := range annexa.Controls(set) {
			r := crosswalk.Control(c.Ref)
			back, ok := r.Control()
			require.True(t, ok)
			require.Equal(t, c.Ref, back)
			require.Equal(t, r, ref(c.Ref.String()))
			_, ok = r.Clause()
			require.False(t, ok)
		}
	}
	for c := range annexa.Clauses() {
		r := crosswalk.Clause(c.Ref)
		back, ok := r.Clause()
		require.True(t, ok)
		require.Equal(t, c.Ref, back)
		require.Equal(t, r, ref(c.Ref.String()))
		_, ok = r.Control()
		require.False(t, ok)
	}
	require.Zero(t, crosswalk.Control(annexa.ControlRef{}))
	require.Zero(t, crosswalk.Clause(annexa.ClauseRef{}))
	_, ok := ref("nist-csf:2.0/GV.OC-01").Control()
	require.False(t, ok)
	_, ok = ref("iso27701:2019/7.2.2").Clause()
	require.False(t, ok)
}

func TestOrder(t *testing.T) {
	want := []string{"4.1", "6.1.3", "6.1.3 d", "10.1", "A.5.2", "A.5.10", "iso27001:2013/A.5.1.1", "nis2:2024-2690/6.9", "nis2:2024-2690/6.10", "nist-csf:2.0/GV.OC-01"}
	var refs []crosswalk.Ref
	for _, text := range want {
		refs = append(refs, ref(text))
	}
	slices.Reverse(refs)
	slices.SortFunc(refs, crosswalk.Ref.Compare)
	var got []string
	for _, r := range refs {
		got = append(got, r.String())
	}
	require.Equal(t, want, got)
}

func TestRefText(t *testing.T) {
	var r crosswalk.Ref
	require.NoError(t, r.UnmarshalText([]byte("A.5.7")))
	require.Error(t, r.UnmarshalText([]byte("A.5.99")))
	require.Equal(t, ref("A.5.7"), r, "what cannot be read changes nothing")
	require.NoError(t, r.UnmarshalText(nil))
	require.True(t, r.IsZero())
	text, err := r.MarshalText()
	require.NoError(t, err)
	require.Empty(t, text)
	for _, bad := range []crosswalk.Ref{{ID: "A.5.7"}, {Set: "iso27001:2022", ID: "5.7"}, {Set: "acme:1", ID: "a/b"}, {Set: "x", ID: "6.1.3 d)"}, {Set: "acme:1", ID: "1 d)"}} {
		_, err := bad.MarshalText()
		require.Error(t, err, "%+v", bad)
	}
}
