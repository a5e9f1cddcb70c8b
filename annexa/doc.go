// Package annexa is the catalogue of ISO/IEC 27001:2022 as data: the 93 controls
// of Annex A with the five sets of attributes of ISO/IEC 27002:2022, the clauses 4
// to 10 with the documented information that each asks for, the 114 controls of
// the 2013 edition, and the 115 correspondences between the two. Beside them stand
// the controls of ISO/IEC 27017, 27018 and 27701, the clauses of ISO 9001 and ISO
// 14001 with the same subject, and any set of an organization's own.
//
//	ref, err := annexa.Parse("A.5.7")
//	control, ok := annexa.Lookup(ref)
//	fmt.Println(control.Ref, control.ShortName, control.Types)
//
// It is tables and functions over them: importing it runs no code, a lookup
// allocates nothing, and everything is safe for concurrent use.
//
// # References
//
// A [ControlRef] names a control, a [ClauseRef] a clause. Both name the edition
// too, since A.5.1 of 2013 is another thing than A.5.1 of 2022, and 7.5 is a
// clause of many standards. Their texts are what people write:
//
//	A.5.7                   the 2022 set; 5.7 is read as well
//	iso27001:2013/A.9.2.1   any other set, with its edition
//	iso27017:2015/CLD.6.3.1 a control of cloud services
//	acme:1/X-7              an organization's own
//	6.1.3 d                 clause 6.1.3 of ISO/IEC 27001:2022, item d)
//	iso9001:2015/7.5        a clause of another standard
//
// References compare with ==, serve as keys of maps, and sort as people expect:
// 5.2 before 5.10. They are text, never numbers: read as a number, 5.10 is 5.1.
//
// # Choosing controls
//
// [Controls] iterates over a set, [Select] over the controls of 2022 that meet
// criteria: values of one kind widen the choice, kinds narrow it.
//
//	for c := range annexa.Select(annexa.Preventive, annexa.Confidentiality, annexa.People) { … }
//
// [Count] counts them, and [NewView] divides them by the values of an attribute,
// as Annex A of ISO/IEC 27002:2022 suggests: by operational capability, by
// cybersecurity concept, by any other.
//
// # Other sets
//
// [Sets] lists the sets that there are tables of, each with its edition and how
// sure it is. [Role] says whom a control addresses: customer or provider of a
// cloud service (ISO/IEC 27017), controller or processor of personal data (ISO/IEC
// 27701). [Headings] says what it stands under. A set of one's own is a
// [Catalogue]; packages catalogue and catalogue/yaml read it.
//
// # From one edition to the next
//
// [Successors] says what became of a control of 2013, [Predecessors] where one of
// 2022 comes from. A correspondence says where to look; it does not say that two
// controls ask the same. Package transition carries a whole statement over.
// [Between] has the pairs of other standards: ISO/IEC 27018 of 2014, 2019 and 2025,
// ISO/IEC 27701 of 2019 and 2025.
//
// [Counterparts] leads from a clause to those of ISO 9001:2015 and ISO 14001:2015
// with the same subject, and back.
//
// # Whose words
//
// Identifiers, titles, values of attributes and numbers of clauses are ISO's and
// IEC's, given here as the short identifications by which everybody names these
// things. Short names, names of documented information, notes and all comments
// are our own words. No sentence of a standard is in this package, and none of it
// replaces the standard: what a control or a clause asks is said there alone.
// This project is not affiliated with ISO or IEC.
//
// # Editions and provenance
//
// [Edition], [Edition27002] and [Edition2013] state what the tables follow:
// ISO/IEC 27001:2022 with Amd 1:2024, ISO/IEC 27002:2022 in the corrected version
// of March 2022, ISO/IEC 27001:2013. [Tables] tells for each table its edition,
// rows, sources, confidence, and the SHA-256 of the reviewed file that it was
// generated from. The files are in the folder data, with an account of sources,
// conflicts and decisions in data/README.md.
//
// # Not verified
//
// The tables were checked between independent public copies, two to five for each
// value, not against a copy of the standards. Whoever has the standards should
// look at the attributes of 5.22 (they differ before and after the correction), at
// the titles of 5.21, 5.34 and 8.1 (the two standards differ), and at the NOTE
// that Amd 1:2024 adds to 4.2; at whom the CLD controls address; at the numbers and
// titles of ISO/IEC 27018:2025, where A.11.9 and A.11.10 are marked uncertain, and
// of ISO/IEC 27701:2025. Under which name 7.5.1 and 8.1 list documented
// information is a matter of reading: they name no document.
//
// # Leaving tables out
//
// Identifiers, themes, clause numbers and our short names stand alone. A
// distributor who must not, or would rather not, ship the rest builds with tags:
//
//	annexa_notitles            all titles are ""
//	annexa_noattributes        all sets of attributes are empty
//	annexa_nocorrespondences   there are no correspondences and counterparts
//
// With a tag set, the files that it leaves out may also be deleted:
// table_titles*.go and table_groups2013.go; table_attributes2022.go;
// table_correspondences.go, table_editions.go and table_harmonized.go; never those
// that end in _left_out.go. So may the files of these names in data, if the tables
// are not generated anew.
//
// # Compatibility
//
// Texts of references, words of enumerations, names of sets and identifiers are
// permanent: what was written stays readable, and means the same. New words and
// new sets are added. Short names may be improved: print them, do not store them.
// A correction of a fact is not a breaking change; it is in the change log, and
// the table's digest shows it. The numbers behind the enumerations are stored
// nowhere.
package annexa

//go:generate go run ./internal/gen
