package crosswalk

import "github.com/ismskit/ismskit/annexa"

// Each of the crosswalks returns a new list of pairs, which is the caller's. All
// their relations are [Related]: the publishers give references, and state
// neither what kind they are of nor how sure they are.

// CSF returns the crosswalk from the NIST Cybersecurity Framework 2.0 to ISO/IEC
// 27001:2022, as published by NIST in its CSF 2.0 Reference Tool: 390 pairs, 301
// to controls and 89 to clauses, of all 106 subcategories and all 93 controls.
// Two misprints are corrected: see [Pair.AsPublished] of GV.RM-07 and ID.RA-06.
func CSF() Map { return published("csf20", CSFv2, annexa.ISO27001v2022, csf20[:]) }

// SP80053 returns the crosswalk from NIST SP 800-53 Rev. 5 to ISO/IEC 27001:2022,
// as published by NIST (OLIR, 2023-10-12): 642 pairs of 220 controls and
// enhancements. Nothing leads to A.7.6 and A.8.34.
func SP80053() Map { return published("sp80053r5", SP80053r5, annexa.ISO27001v2022, sp80053r5[:]) }

// NIS2 returns the crosswalk from the annex of Implementing Regulation (EU)
// 2024/2690, which says what NIS 2 asks of certain digital providers, to ISO/IEC
// 27001:2022, as published by ENISA (version 1.0, June 2025): 122 pairs of 48
// sections. CC BY 4.0: whoever passes it on gives the [Table.Notice].
func NIS2() Map { return published("nis2", NIS2v2024, annexa.ISO27001v2022, nis2[:]) }

// GDPR returns the crosswalk from the General Data Protection Regulation to
// ISO/IEC 27701:2019, as published by the Data Protection Mapping Project after
// Annex D of the standard: 482 pairs. MIT: whoever passes it on gives the
// [Table.Notice]. [GDPRToISO27001] leads on.
func GDPR() Map { return published("gdpr", GDPRv2016, ISO27701v2019, gdpr[:]) }

// HIPAA returns the crosswalk from the standards of the HIPAA Security Rule to
// NIST SP 800-53 Rev. 5, as published by NIST (SP 800-66 Rev. 2): 189 pairs of 22
// standards. HIPAA().Compose(SP80053()) leads on to ISO/IEC 27001.
func HIPAA() Map { return published("hipaa", HIPAAv2013, SP80053r5, hipaa[:]) }

// A row is one pair of a generated table.
type row struct{ from, to, asPublished, note string }

func published(source string, from, to annexa.Set, rows []row) Map {
	m := make(Map, len(rows))
	for i, r := range rows {
		m[i] = Pair{
			From:        Ref{from, r.from},
			To:          Ref{to, r.to},
			Relation:    Related,
			Source:      source,
			AsPublished: r.asPublished,
			Note:        r.note,
		}
	}
	return m
}
