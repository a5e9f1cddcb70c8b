package ismstest

import (
	"fmt"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// Large makes a System to measure with: n thousand risks with ten assessments
// each by "iso27005/qualitative", 400 n assets, 1,600 n links from treatments
// to 200 own controls, 4,000 n pieces of evidence. At n = 5 it is what a group
// of companies has. The same n gives the same System.
func Large(n int) isms.System {
	first, _ := isms.NewDate(2021, 3, 1)
	ciso := isms.Role{ID: "ciso", Title: "CISO"}
	owner := []isms.Tenure{{Who: isms.Party{Kind: isms.KindRole, ID: string(ciso.ID)}, From: first}}
	sys := isms.System{ID: "large", SchemaVersion: isms.SchemaVersion, Title: "Large", Roles: []isms.Role{ciso}, Controls: ownControls(first)}
	for i := range n * 400 {
		sys.Assets = append(sys.Assets, isms.Asset{
			ID: isms.AssetID(fmt.Sprintf("AS-%05d", i)), Title: fmt.Sprintf("Application server %d", i),
			Layer: isms.Supporting, Owners: owner,
		})
	}
	for i := range n * 1000 {
		r := assessed(i, first)
		r.Owners, r.Assets = owner, []isms.AssetID{sys.Assets[i%len(sys.Assets)].ID}
		t := isms.Treatment{ID: isms.TreatmentID(fmt.Sprintf("T-%05d", i)), Risks: []isms.RiskID{r.ID}, Option: isms.Modify}
		for j := range []int{1, 2, 1, 2, 2}[i%5] {
			t.Controls = append(t.Controls, isms.ChosenControl{Own: sys.Controls[(7*i+j)%len(sys.Controls)].ID})
		}
		sys.Risks, sys.Treatments = append(sys.Risks, r), append(sys.Treatments, t)
	}
	for i := range n * 4000 {
		sys.Evidence = append(sys.Evidence, isms.Evidence{
			ID: isms.EvidenceID(fmt.Sprintf("E-%06d", i)), Title: fmt.Sprintf("Export of access rights %d", i),
			Kind: isms.RecordEvidence, Controls: []isms.ControlID{sys.Controls[i%len(sys.Controls)].ID},
			CollectedOn: first.AddDays(i % 1800), Source: "identity provider",
		})
	}
	return sys
}

// ownControls returns 200 controls that realize the references of Annex A in turn.
func ownControls(since isms.Date) []isms.Control {
	var refs []annexa.ControlRef
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		refs = append(refs, c.Ref)
	}
	list := make([]isms.Control, 200)
	for i := range list {
		list[i] = isms.Control{
			ID: isms.ControlID(fmt.Sprintf("C-%03d", i)), Title: fmt.Sprintf("Own control %d", i),
			Realizes: []isms.Realization{{Control: refs[i%len(refs)], Extent: isms.Full}},
			Cadence:  isms.Months(3), States: []isms.ControlFact{{Is: isms.Implemented, Since: since}},
		}
	}
	return list
}

// assessed returns a risk with ten assessments, one a quarter.
func assessed(i int, first isms.Date) isms.Risk {
	r := isms.Risk{
		ID: isms.RiskID(fmt.Sprintf("R-%05d", i)), Title: fmt.Sprintf("Loss of customer data by way of application %d", i),
		Consequences: []isms.Consequence{{Property: isms.Confidentiality, Category: "legal"}},
	}
	for j := range 10 {
		r.Assessments = append(r.Assessments, isms.Assessment{
			Stage: isms.Current, On: first.AddDays(90 * j), Method: "iso27005/qualitative",
			Inputs: risk.Inputs{"likelihood": fmt.Sprint(1 + (i+j)%5), "consequence": fmt.Sprint(1 + i%5)},
		})
	}
	return r
}
