package crosswalk_test

import (
	"fmt"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
)

// A Statement of Applicability is there: what of CSF 2.0 does it touch, and what
// not.
func ExampleMap_ByStatement() {
	var included []annexa.ControlRef
	for c := range annexa.Select(annexa.Organizational, annexa.Physical) { // people and technology left out, for the example
		included = append(included, c.Ref)
	}
	got := crosswalk.CSF().ByStatement(included)
	fmt.Println(len(got.Covered), "covered,", len(got.Touched), "touched,", len(got.Untouched), "untouched")
	fmt.Println(got.Untouched[0])
	for pair := range crosswalk.CSF().Of(got.Untouched[0]) {
		fmt.Println(" ", pair.Relation, pair.To)
	}
	// Output:
	// 0 covered, 94 touched, 12 untouched
	// nist-csf:2.0/DE.AE-03
	//   related A.8.15
	//   related A.8.16
}

// The reverse: who works by SP 800-53 asks what of Annex A that touches.
func ExampleMap_OfAnnexA() {
	m := crosswalk.SP80053()
	got := m.OfAnnexA(m.From())
	least, most := got.Bounds()
	fmt.Println(len(got.Touched), "touched; unmapped:", got.Unmapped)
	fmt.Println("met for certain:", least, "at most:", most)
	// Output:
	// 91 touched; unmapped: [A.7.6 A.8.34]
	// met for certain: 0 at most: 93
}

// A composed pair is a place to look at, and names the way to it.
func ExampleMap_Compose() {
	m := crosswalk.HIPAA().Compose(crosswalk.SP80053())
	for pair := range m.Of(crosswalk.Ref{Set: crosswalk.HIPAAv2013, ID: "164.308(a)(8)"}) {
		fmt.Println(pair.From, pair.Relation, pair.To, "over", pair.Via[0].To, "by", pair.Via[0].Source, "and", pair.Via[1].Source)
		break
	}
	// Output:
	// hipaa:2013/164.308(a)(8) unknown 5.2 over sp800-53:r5/CA-1 by hipaa and sp80053r5
}

// Read from ISO/IEC 27001: which sections of the NIS 2 annex name this control?
func ExampleMap_Invert() {
	from, err := crosswalk.Parse("A.5.7")
	if err != nil {
		fmt.Println(err)
	}
	for pair := range crosswalk.NIS2().Invert().Of(from) {
		fmt.Println(pair.From, pair.Relation, pair.To)
	}
	// Output:
	// A.5.7 related nis2:2024-2690/2.1
}

// An organization's own crosswalk says more, and so more follows from it.
func ExampleMap_Coverage() {
	x1, x2 := crosswalk.Ref{Set: "acme:1", ID: "X-1"}, crosswalk.Ref{Set: "acme:1", ID: "X-2"}
	control := crosswalk.Ref{Set: annexa.ISO27001v2022, ID: "A.8.13"}
	m := crosswalk.Map{
		{From: x1, To: control, Relation: crosswalk.Subset, Source: "our reading"},
		{From: x2, To: control, Relation: crosswalk.Intersects, Source: "our reading"},
	}
	got := m.Coverage(m.From(), []crosswalk.Ref{control})
	fmt.Println("covered:", got.Covered, "touched:", got.Touched)
	// Output:
	// covered: [acme:1/X-1] touched: [acme:1/X-2]
}

func ExampleRelation_Compose() {
	fmt.Println(crosswalk.Subset.Compose(crosswalk.Subset))
	fmt.Println(crosswalk.Superset.Compose(crosswalk.Subset))
	fmt.Println(crosswalk.Intersects.Compose(crosswalk.Intersects))
	// Output:
	// subset
	// intersects
	// unknown
}

func ExampleParse() {
	for _, text := range []string{"A.5.7", "6.1.3 d", "nist-csf:2.0/GV.OC-01", "5.7"} {
		ref, err := crosswalk.Parse(text)
		fmt.Println(ref, err)
	}
	// Output:
	// A.5.7 <nil>
	// 6.1.3 d <nil>
	// nist-csf:2.0/GV.OC-01 <nil>
	//  crosswalk: reference: annexa: clause: got "5.7", want a clause of ISO/IEC 27001:2022, 4 to 10.2, or an item of its list
}

func ExampleTables() {
	for t := range crosswalk.Tables() {
		fmt.Println(t.Name, t.Rows, t.Publisher, "/", t.License)
	}
	// Output:
	// csf20 390 NIST / public domain (United States)
	// sp80053r5 642 NIST / public domain (United States)
	// nis2 122 ENISA / CC BY 4.0
	// gdpr 482 Data Protection Mapping Project / MIT
	// hipaa 189 NIST / public domain (United States)
}

// A misprint of the publisher is corrected and kept.
func ExampleCSF() {
	for pair := range crosswalk.CSF().Of(crosswalk.Ref{Set: crosswalk.CSFv2, ID: "ID.RA-06"}) {
		if pair.AsPublished != "" {
			fmt.Println(pair.To, "printed as", pair.AsPublished)
		}
	}
	// Output:
	// 6.1.3 printed as 6.13
}

// Nobody has published this one: it follows from three that are.
