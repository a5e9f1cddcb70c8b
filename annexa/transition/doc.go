// Package transition carries a list or Statement of Applicability over from the
// 114 controls of ISO/IEC 27001:2013 to the 93 of ISO/IEC 27001:2022.
//
//	rows, problems, err := transition.Read(file) // CSV, or fill []transition.Row yourself
//	report := transition.Migrate(rows)
//	for _, c := range report.Controls {
//		fmt.Println(c.Ref, c.Outcome, c.Justification())
//	}
//
// # What is carried, and what is left to people
//
// A [Report] has a [Placement] for every row that was given and a [Control] for
// every control of 2022. What a control says was said by all its rows; where they
// differ, nothing is chosen: the [Conflict] lists who said what. Nothing is
// dropped: each control keeps the whole rows that it comes from, each under its
// old identifier, and each row that could not be placed has a [Problem].
//
//	carried       58 controls have one predecessor: its row, as it stood
//	merged        24 have two to four: their rows agree
//	conflicting   the rows differ in inclusion, status, justification or owner
//	incomplete    the rows agree, but one or more predecessors have none
//	absent        there are predecessors, and no row of any
//	undecided     the 11 that are new in 2022
//
// One control of 2013 became a part of two: the row of A.18.2.3 goes to A.5.36
// and to A.8.8, both of which have other predecessors too.
//
// # What it does not say
//
// The correspondences of ISO/IEC 27002:2022, Annex B, say where to look, not that
// an old control and a new one ask the same. A status that was carried was the
// status of the old control: whether it holds for the new one is for the owner to
// judge. The justification is kept with its old identifier for the same reason.
//
// # Identifiers
//
// "A.9.2.1", "9.2.1" and "iso27001:2013/A.9.2.1" are read; nothing else is, and
// nothing is repaired: a wrong guess would move a decision to another control
// without anybody seeing it. The problem names the nearest identifier instead.
//
// In a build without the correspondences (the tag annexa_nocorrespondences) no
// row can be placed, and each has a problem that says so.
package transition
