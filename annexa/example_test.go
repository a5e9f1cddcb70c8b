//go:build !annexa_notitles && !annexa_noattributes && !annexa_nocorrespondences

package annexa_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/annexa"
)

func Example() {
	ref, err := annexa.Parse("A.5.7")
	if err != nil {
		fmt.Println(err)
		return
	}
	control, _ := annexa.Lookup(ref)
	fmt.Println(control.Ref, control.ShortName)
	fmt.Println(control.Theme, control.Types, control.Capabilities)
	// Output:
	// A.5.7 Threat knowledge
	// Organizational Preventive;Detective;Corrective Threat_and_vulnerability_management
}

func ExampleParse() {
	for _, text := range []string{"5.10", "iso27001:2013/A.9.2.1", "acme:1/X-7", "A.9.2.1"} {
		ref, err := annexa.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(ref, ref.Set, ref.ID)
	}
	// Output:
	// A.5.10 iso27001:2022 A.5.10
	// iso27001:2013/A.9.2.1 iso27001:2013 A.9.2.1
	// acme:1/X-7 acme:1 X-7
	// annexa: control reference: got "A.9.2.1", want one of the 93 controls of iso27001:2022; iso27001:2013 has it: write "iso27001:2013/A.9.2.1"
}

func ExampleParseClause() {
	for _, text := range []string{"6.1.3 d)", "iso9001:2015/7.5"} {
		ref, err := annexa.ParseClause(text)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(ref)
	}
	// Output:
	// 6.1.3 d
	// iso9001:2015/7.5
}

func ExampleControlRef_Compare() {
	var refs []annexa.ControlRef
	for _, text := range []string{"iso27001:2013/A.5.1.1", "5.10", "8.1", "5.9"} {
		ref, err := annexa.Parse(text)
		if err != nil {
			fmt.Println(err)
			return
		}
		refs = append(refs, ref)
	}
	slices.SortFunc(refs, annexa.ControlRef.Compare)
	fmt.Println(refs)
	// Output: [A.5.9 A.5.10 A.8.1 iso27001:2013/A.5.1.1]
}

func ExampleLookup() {
	control, ok := annexa.Lookup(annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.8.1"})
	fmt.Println(ok, control.ShortName)
	fmt.Println(control.Title)
	fmt.Println(control.Title27002)
	// Output:
	// true User devices
	// User end point devices
	// User endpoint devices
}

func ExampleControl() {
	control, _ := annexa.Lookup(annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.8.28"})
	text, err := json.MarshalIndent(control, "", "  ")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))
	// Output:
	// {
	//   "ref": "A.8.28",
	//   "shortName": "Coding practice",
	//   "title": "Secure coding",
	//   "title27002": "Secure coding",
	//   "theme": "Technological",
	//   "newIn2022": true,
	//   "attributes": {
	//     "controlTypes": "Preventive",
	//     "properties": "Confidentiality;Integrity;Availability",
	//     "concepts": "Protect",
	//     "capabilities": "System_and_network_security;Application_security",
	//     "domains": "Protection"
	//   }
	// }
}

func ExampleControls() {
	n := 0
	for control := range annexa.Controls(annexa.ISO27001v2022) {
		if control.New {
			n++
		}
	}
	fmt.Println(n, "controls are new in 2022")
	// Output: 11 controls are new in 2022
}

func ExampleSelect() {
	for control := range annexa.Select(annexa.Recover, annexa.Preventive) {
		fmt.Println(control.Ref, control.ShortName)
	}
	// Output:
	// A.5.5 Authority contacts
	// A.5.6 Expert communities
	// A.5.37 Written procedures
}

func ExampleCount() {
	fmt.Println(annexa.Count(annexa.Technological), annexa.Count(annexa.Technological, annexa.Detective, annexa.Corrective))
	// Output: 34 9
}

func ExampleNewView() {
	view, err := annexa.NewView(annexa.ByConcept, annexa.Physical)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, group := range view.Groups {
		fmt.Println(group.Value, len(group.Controls))
	}
	fmt.Println(view.Controls, "controls")
	// Output:
	// Identify 0
	// Protect 14
	// Detect 2
	// Respond 0
	// Recover 0
	// 14 controls
}

func ExampleAllAttributes() {
	for capability := range annexa.AllAttributes().Capabilities.All() {
		if n := annexa.Count(capability, annexa.Detective); n > 0 {
			fmt.Println(n, capability)
		}
	}
	// Output:
	// 2 Information_protection
	// 2 Physical_security
	// 3 System_and_network_security
	// 1 Application_security
	// 1 Threat_and_vulnerability_management
	// 1 Continuity
	// 1 Supplier_relationships_security
	// 5 Information_security_event_management
}

func ExampleAttributes() {
	control, _ := annexa.Lookup(annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.8.7"})
	fmt.Println(control.Types.Has(annexa.Preventive | annexa.Detective))
	for concept := range control.Concepts.All() {
		fmt.Println(concept)
	}
	// Output:
	// true
	// Protect
	// Detect
}

func ExampleSuccessors() {
	old, err := annexa.Parse("iso27001:2013/A.18.2.3")
	if err != nil {
		fmt.Println(err)
		return
	}
	for c := range annexa.Successors(old) {
		fmt.Println(c.Kind, c.New)
	}
	// Output:
	// split A.5.36
	// split A.8.8
}

func ExamplePredecessors() {
	for c := range annexa.Predecessors(annexa.ControlRef{Set: annexa.ISO27001v2022, ID: "A.8.24"}) {
		fmt.Println(c.Kind, c.Old)
	}
	// Output:
	// merged iso27001:2013/A.10.1.1
	// merged iso27001:2013/A.10.1.2
}

func ExampleCorrespondences() {
	kinds := map[annexa.Kind]int{}
	for c := range annexa.Correspondences() {
		kinds[c.Kind]++
	}
	fmt.Println(kinds[annexa.OneToOne], kinds[annexa.Merged], kinds[annexa.Split])
	// Output: 58 55 2
}

func ExampleHeadings() {
	old, err := annexa.Parse("iso27001:2013/A.9.2.3")
	if err != nil {
		fmt.Println(err)
		return
	}
	clause, category, _ := annexa.Headings(old)
	fmt.Println(clause.ID, clause.Title)
	fmt.Println(category.ID, category.Title)
	// Output:
	// A.9 Access control
	// A.9.2 User access management
}

func ExampleClauses() {
	for clause := range annexa.Clauses() {
		for _, name := range clause.Documented {
			fmt.Printf("%-6s %s\n", clause.Ref, name)
		}
	}
	// Output:
	// 4.3    Scope of the ISMS
	// 5.2    Information security policy
	// 6.1.2  Risk assessment process
	// 6.1.3  Risk treatment process
	// 6.1.3  Statement of Applicability
	// 6.1.3  Risk treatment plan
	// 6.2    Information security objectives
	// 7.2    Evidence of competence
	// 7.5.1  Documents that the standard asks for
	// 7.5.1  Documents that the organization needs
	// 7.5.3  Documents from outside that the ISMS relies on
	// 8.1    What shows that processes ran as intended
	// 8.2    Results of risk assessments
	// 8.3    Results of risk treatment
	// 9.1    Results of monitoring and measurement
	// 9.2.2  Audit programme
	// 9.2.2  Audit results
	// 9.3.3  Results of management reviews
	// 10.2   Nonconformities and what was done
	// 10.2   Results of corrective action
}

func ExampleLookupClause() {
	ref, err := annexa.ParseClause("6.1.3 d")
	if err != nil {
		fmt.Println(err)
		return
	}
	clause, _ := annexa.LookupClause(ref)
	fmt.Println(clause.Ref, clause.Title, clause.Items)
	fmt.Println(clause.Form)
	// Output:
	// 6.1.3 Information security risk treatment abcdef
	// process retained; statement produced (d); plan formulated (e) and approved by risk owners (f)
}

func ExampleTables() {
	for table := range annexa.Tables() {
		fmt.Printf("%-15s %3d  %s\n", table.Name, table.Rows, table.Edition)
	}
	// Output:
	// controls2022     93  ISO/IEC 27001:2022 + Amd 1:2024
	// titles2022       93  ISO/IEC 27001:2022 + Amd 1:2024; ISO/IEC 27002:2022, corrected version 2022-03
	// attributes2022   93  ISO/IEC 27002:2022, corrected version 2022-03
	// controls2013    114  ISO/IEC 27001:2013
	// titles2013      114  ISO/IEC 27001:2013
	// groups2013       49  ISO/IEC 27001:2013
	// correspondences 115  ISO/IEC 27002:2022, corrected version 2022-03, Tables B.1 and B.2
	// clauses          41  ISO/IEC 27001:2022 + Amd 1:2024
	// titlesclauses    41  ISO/IEC 27001:2022 + Amd 1:2024
	// controls27017     7  ISO/IEC 27017:2015
	// titles27017      13  ISO/IEC 27017:2015
	// controls27018    25  ISO/IEC 27018:2019; ISO/IEC 27018:2025
	// titles27018      33  ISO/IEC 27018:2019; ISO/IEC 27018:2025
	// controls27701    78  ISO/IEC 27701:2025
	// titles27701      81  ISO/IEC 27701:2025
	// editions        135  ISO/IEC 27018:2019; ISO/IEC 27018:2025; ISO/IEC 27701:2025
	// harmonized       26  ISO/IEC 27001:2022 + Amd 1:2024; ISO 9001:2015; ISO 14001:2015
	// sets              6  ISO/IEC 27001:2022 + Amd 1:2024; the others as each row says
}

func ExampleSets() {
	for d := range annexa.Sets() {
		fmt.Printf("%-13s %3d  %-6s  %s, %s\n", d.Set, d.Controls, d.Confidence, d.Edition, d.Title)
	}
	// Output:
	// iso27001:2022  93  high    ISO/IEC 27001:2022, Annex A
	// iso27001:2013 114  high    ISO/IEC 27001:2013, Annex A of the edition before
	// iso27017:2015   7  high    ISO/IEC 27017:2015, Controls for cloud services (CLD)
	// iso27018:2019  25  high    ISO/IEC 27018:2019, Annex A, controls for PII in public clouds
	// iso27018:2025  25  medium  ISO/IEC 27018:2025, Annex A, controls for PII in public clouds
	// iso27701:2025  78  medium  ISO/IEC 27701:2025, Annex A, controls for privacy
}

func ExampleRole() {
	for c := range annexa.Controls(annexa.ISO27017v2015) {
		if !c.Roles.Has(annexa.CloudServiceCustomer) {
			fmt.Println(c.Ref, "is for", c.Roles)
		}
	}
	// Output:
	// iso27017:2015/CLD.9.5.1 is for Cloud_service_provider
	// iso27017:2015/CLD.13.1.4 is for Cloud_service_provider
}

func ExampleBetween() {
	for c := range annexa.Between(annexa.ISO27018v2019, annexa.ISO27018v2025) {
		if c.Uncertain {
			fmt.Println(c.Old, "→", c.New, "(sources disagree)")
		}
	}
	// Output:
	// iso27018:2019/A.11.9 → iso27018:2025/A.11.10 (sources disagree)
	// iso27018:2019/A.11.10 → iso27018:2025/A.11.9 (sources disagree)
}

func ExampleCounterparts() {
	for _, text := range []string{"10.1", "iso9001:2015/10.3", "6.1.2"} {
		ref, err := annexa.ParseClause(text)
		if err != nil {
			panic(err)
		}
		fmt.Println(ref, slices.Collect(annexa.Counterparts(ref)))
	}
	// Output:
	// 10.1 [iso9001:2015/10.3 iso14001:2015/10.3]
	// iso9001:2015/10.3 [10.1 iso14001:2015/10.3]
	// 6.1.2 []
}

func ExampleLookupHarmonized() {
	ref, err := annexa.ParseClause("6.1.2")
	if err != nil {
		panic(err)
	}
	h, _ := annexa.LookupHarmonized(ref)
	fmt.Println(h.Relation, h.Same, "but not", h.Others)
	fmt.Println(h.Note)
	// Output:
	// own [6.1.2] but not [iso14001:2015/6.1.2]
	// 6.1.2 of ISO 14001 has another subject, environmental aspects
}
