package soa_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/soa"
)

// FuzzRead holds that what is read can be written, read again, reviewed,
// compared and printed, and that nothing panics.
func FuzzRead(f *testing.F) {
	f.Add([]byte(written(f, oneEntryRead())))
	f.Add([]byte(written(f, oneEntryRead().External())))
	f.Add([]byte(`{"system":"s","at":"2026-11-21","entries":[{"own":"C","inclusion":"included","reason":"N/A","realizedBy":[{"control":"C"}]}]}`))
	f.Add([]byte(`{"system":"s","at":"2026-11-21","entries":[{"control":"acme:1/X","inclusion":"excluded","drivers":[{"path":["control/C"]}]}]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		st, err := soa.Read(src)
		if err != nil {
			require.Equal(t, soa.Statement{}, st)
			return
		}
		var first, second bytes.Buffer
		require.NoError(t, soa.Write(&first, st))
		again, err := soa.Read(first.Bytes())
		require.NoError(t, err)
		require.NoError(t, soa.Write(&second, again))
		require.Equal(t, first.String(), second.String())

		require.NotEmpty(t, st.Digest())
		require.Equal(t, st.Digest(), again.Digest())
		require.Empty(t, soa.Compare(st, again))
		require.Len(t, soa.Compare(soa.Statement{System: st.System, Scope: st.Scope, ScopeStatement: st.ScopeStatement, Sets: st.Sets}, st), len(st.Entries))
		require.NoError(t, soa.ReviewDocument(st).Validate())
		for _, edition := range []soa.Statement{st, st.External()} {
			d := edition.Document()
			require.NoError(t, html.Write(&second, d))
			require.NoError(t, markdown.Write(&second, d))
			require.NoError(t, csv.Write(&second, d, csv.Options{}))
		}
	})
}

func FuzzStatus(f *testing.F) {
	f.Add("partial")
	f.Fuzz(func(t *testing.T, text string) {
		var s soa.Status
		if s.UnmarshalText([]byte(text)) == nil {
			require.Equal(t, text, word(t, s))
		}
	})
}

func FuzzAudience(f *testing.F) {
	f.Add("external")
	f.Fuzz(func(t *testing.T, text string) {
		var a soa.Audience
		if a.UnmarshalText([]byte(text)) == nil {
			require.Equal(t, text, word(t, a))
		}
	})
}
