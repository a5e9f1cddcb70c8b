package isms_test

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

// large returns a System of n thousand risks with ten assessments each, 0.4 n
// thousand assets, 1.6 n thousand links to controls, 4 n thousand pieces of
// evidence. At n = 5 it is what a group of companies has.
func large(tb testing.TB, n int) isms.System {
	tb.Helper()
	var refs []annexa.ControlRef
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		refs = append(refs, c.Ref)
	}
	first, err := isms.ParseDate("2021-03-01")
	require.NoError(tb, err)
	sys := isms.System{ID: "large", SchemaVersion: isms.SchemaVersion, Title: "Large"}
	sys.Roles = []isms.Role{{ID: "ciso", Title: "CISO"}}
	owner := []isms.Tenure{{Who: isms.Party{Kind: isms.KindRole, ID: "ciso"}, From: first}}
	for i := range n * 400 {
		sys.Assets = append(sys.Assets, isms.Asset{
			ID: isms.AssetID(fmt.Sprintf("AS-%05d", i)), Title: fmt.Sprintf("Application server %d", i),
			Layer: isms.Supporting, Owners: owner,
		})
	}
	for i := range 200 {
		sys.Controls = append(sys.Controls, isms.Control{
			ID: isms.ControlID(fmt.Sprintf("C-%03d", i)), Title: fmt.Sprintf("Own control %d", i),
			Realizes: []isms.Realization{{Control: refs[i%len(refs)], Extent: isms.Full}},
			Cadence:  isms.Months(3), States: []isms.ControlFact{{Is: isms.Implemented, Since: first}},
		})
	}
	for i := range n * 1000 {
		r := isms.Risk{
			ID: isms.RiskID(fmt.Sprintf("R-%05d", i)), Title: fmt.Sprintf("Loss of customer data by way of application %d", i),
			Assets: []isms.AssetID{sys.Assets[i%len(sys.Assets)].ID}, Owners: owner,
			Consequences: []isms.Consequence{{Property: isms.Confidentiality, Category: "legal"}},
		}
		for j := range 10 {
			r.Assessments = append(r.Assessments, isms.Assessment{
				Stage: isms.Current, On: first.AddDays(90 * j), Method: "iso27005/qualitative",
				Inputs: risk.Inputs{"likelihood": fmt.Sprint(1 + (i+j)%5), "consequence": fmt.Sprint(1 + i%5)},
			})
		}
		sys.Risks = append(sys.Risks, r)
		t := isms.Treatment{ID: isms.TreatmentID(fmt.Sprintf("T-%05d", i)), Risks: []isms.RiskID{r.ID}, Option: isms.Modify}
		for j := range []int{1, 2, 1, 2, 2}[i%5] {
			t.Controls = append(t.Controls, isms.ChosenControl{Own: sys.Controls[(7*i+j)%200].ID})
		}
		sys.Treatments = append(sys.Treatments, t)
	}
	for i := range n * 4000 {
		sys.Evidence = append(sys.Evidence, isms.Evidence{
			ID: isms.EvidenceID(fmt.Sprintf("E-%06d", i)), Title: fmt.Sprintf("Export of access rights %d", i),
			Kind: isms.RecordEvidence, Controls: []isms.ControlID{sys.Controls[i%200].ID},
			CollectedOn: first.AddDays(i % 1800), Source: "identity provider",
		})
	}
	return sys
}

func links(sys isms.System) int {
	n := 0
	for _, t := range sys.Treatments {
		n += len(t.Controls)
	}
	return n
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{5, 10} {
		sys := large(b, n)
		var inJSON, inYAML bytes.Buffer
		require.NoError(b, isms.Encode(&inJSON, sys))
		require.NoError(b, yaml.Encode(&inYAML, sys))
		b.Run(fmt.Sprintf("json/risks=%d", n*1000), func(b *testing.B) { decode(b, inJSON.Bytes(), isms.Decode) })
		b.Run(fmt.Sprintf("yaml/risks=%d", n*1000), func(b *testing.B) { decode(b, inYAML.Bytes(), yaml.Decode) })
	}
}

func decode(b *testing.B, src []byte, read func(string, []byte) (isms.System, error)) {
	b.Helper()
	b.ReportAllocs()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := read("large", src); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkView(b *testing.B) {
	for _, n := range []int{5, 10} {
		sys := large(b, n)
		at, err := isms.ParseDate("2026-11-21")
		require.NoError(b, err)
		b.Run(fmt.Sprintf("risks=%d", n*1000), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				v, err := isms.At(sys, at, methods.All())
				if err != nil {
					b.Fatal(err)
				}
				runtime.KeepAlive(v.Drivers(""))
			}
		})
	}
}

func TestTheLargeSystemIsAsLargeAsItSays(t *testing.T) {
	sys := large(t, 5)
	require.Len(t, sys.Risks, 5000)
	require.Len(t, sys.Risks[0].Assessments, 10)
	require.Len(t, sys.Assets, 2000)
	require.Equal(t, 8000, links(sys))
	require.Len(t, sys.Evidence, 20000)
}
