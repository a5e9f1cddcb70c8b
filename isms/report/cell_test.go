package report_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/report"
)

// tables returns the tables of a document by ID.
func tables(blocks []docinfo.Block) map[string]docinfo.Table {
	found := make(map[string]docinfo.Table)
	for _, b := range blocks {
		switch b := b.(type) {
		case docinfo.Table:
			found[b.ID] = b
		case docinfo.Section:
			maps.Copy(found, tables(b.Blocks))
		}
	}
	return found
}

// cell returns a cell of a document, "" for one that is not there.
func cell(t testing.TB, d docinfo.Document, table, row, column string) docinfo.Cell {
	t.Helper()
	tab, ok := tables(d.Blocks)[table]
	require.True(t, ok, table)
	i := slices.IndexFunc(tab.Rows, func(r docinfo.Row) bool { return r.ID == row })
	j := slices.IndexFunc(tab.Columns, func(c docinfo.Column) bool { return c.ID == column })
	require.GreaterOrEqual(t, j, 0, column)
	if i < 0 {
		return docinfo.Cell{Text: "no row"}
	}
	return tab.Rows[i].Cells[j]
}

// plain is the words of a cell, as one text, with the tone before and the note
// after them.
func plain(t testing.TB, c docinfo.Cell) string {
	t.Helper()
	text := c.Text
	for i, item := range c.Items {
		if i > 0 {
			text += " | "
		}
		text += item.String()
	}
	tone, err := c.Tone.MarshalText()
	require.NoError(t, err)
	if len(tone) > 0 {
		text = string(tone) + ": " + text
	}
	if c.Note != "" {
		text += " / " + c.Note
	}
	return text
}

func TestRegisterCells(t *testing.T) {
	sys := sample(t)
	for _, c := range []struct{ name, on, risk, column, want string }{
		{"not identified yet", at, "R-06", "risk", "no row"},
		{"identified on the day", "2026-10-01", "R-06", "risk", "Not identified before autumn"},
		{"without status it was always there", "2020-01-01", "R-03", "risk", "A laptop is left on a train / Careless travelers → Laptops"},
		{"threat, weakness, asset", at, "R-01", "risk", "Ransomware stops the platform / Ransomware group through a flat office network → Customer data warehouse"},
		{"description where there is no scenario", at, "R-09", "risk", "Nobody has looked at this yet / Raised in the team meeting of June"},
		{"why it was closed", at, "R-05", "risk", "Backup tapes are read by a stranger / Closed on 2026-02-01: the tapes were destroyed"},
		{"the day before it was closed", "2026-01-31", "R-05", "risk", "Backup tapes are read by a stranger"},
		{"the harms, each once, in order", at, "R-01", "harms", "confidentiality | availability / financial: two weeks without revenue; customer data is published; penalties of three contracts"},
		{"in one scope", at, "R-01", "scope", "Analytics platform"},
		{"in all scopes", at, "R-04", "scope", "all"},

		{"role and holder", at, "R-01", "owner", "Chief technology officer / Folake Adeyemi"},
		{"role and holder of another day", "2026-02-28", "R-01", "owner", "Chief technology officer / Jonas Brandt"},
		{"vacant role", at, "R-04", "owner", "Facility manager / vacant"},
		{"role whose holders nobody records", at, "R-07", "owner", "Data protection officer"},
		{"nobody", at, "R-09", "owner", "attention: nobody"},
		{"owner of the whole", at, "R-10a", "owner", "Chief technology officer / Folake Adeyemi"},
		{"erased person", at, "R-15", "owner", "p-17"},
		{"owner until yesterday", "2026-06-29", "R-14", "owner", "Chief financial officer / Jonas Brandt"},
		{"owner from today", at, "R-14", "owner", "Chief technology officer / Folake Adeyemi"},

		{"computed", at, "R-01", "current", "attention: high / 2026-04-10 by Chief technology officer"},
		{"coordinates", at, "R-01", "coordinates", "likely × catastrophic"},
		{"computed before", "2026-04-09", "R-01", "current", "bad: very high / 2025-01-15"},
		{"computed after", "2026-09-01", "R-01", "current", "good: very low / 2026-09-01"},
		{"before the first assessment", "2025-01-20", "R-03", "current", "attention: not assessed"},
		{"set by a person", at, "R-02", "current", "attention: high / 2026-04-10; set by Chief technology officer for Management board: two attempts were seen in March, the inputs give medium"},
		{"set by nobody in particular", at, "R-14", "current", "attention: medium / 2026-04-10; set by a person"},
		{"recorded is not computed", at, "R-15", "current", "attention: medium / 2026-04-10; the inputs give low"},
		{"unknown method, recorded", at, "R-07", "current", "severe / 2026-05-20; method novel/ai@0.3 is not known here"},
		{"unknown method, nothing recorded", at, "R-08", "current", "attention: not rated / 2026-05-20; method novel/ai@0.3 is not known here"},
		{"method without criteria", at, "R-11a", "current", "red / 2026-03-03"},
		{"highest part", at, "R-10", "current", "good: low / highest of its parts: R-10a; 2026-03-03"},
		{"parts of several methods", at, "R-11", "current", "attention: parts not comparable"},
		{"parts without assessments", "2026-03-02", "R-11", "current", "attention: parts not assessed"},
		{"closed", at, "R-05", "current", "high / 2025-04-10"},
		{"a common level", at, "R-01", "common", "serious"},
		{"of another method", at, "R-11a", "common", "moderate"},
		{"not decided yet", "2026-05-31", "R-11a", "common", ""},
		{"where the controls in place leave it", at, "R-16", "current", "good: low / 2026-05-10; assessed as residual"},
		{"where the controls in place left it", "2026-05-09", "R-16", "current", "attention: high / 2026-04-10; assessed as inherent"},
		{"where it is without any", at, "R-17", "current", "attention: high / 2026-04-10; assessed as inherent"},
		{"inherent levels are not judged", at, "R-01", "inherent", "very high / 2025-01-15"},
		{"residual", at, "R-01", "residual", "good: low / 2026-04-10; presumes T-01, T-02"},
		{"no residual", at, "R-03", "residual", ""},

		{"options, each once, and treatments in force", at, "R-01", "treatment", "modify | share / T-01 Divide the network, restore fast\nT-02 Second factor everywhere\nT-04 Cyber insurance"},
		{"treatments in force before", "2026-01-05", "R-01", "treatment", "share / T-04 Cyber insurance"},
		{"none", at, "R-13", "treatment", "attention: none"},
		{"none needed", at, "R-10b", "treatment", ""},
		{"the last day of a treatment", "2026-05-31", "R-04", "treatment", "avoid / T-06 Move the server room"},
		{"the day after", "2026-06-01", "R-04", "treatment", "attention: none"},
		{"treated at its parts", at, "R-10", "treatment", " / at its parts: R-10a, R-10b"},

		{"accepted", at, "R-03", "acceptance", "accepted / 2026-04-15 by Jonas Brandt for Chief financial officer at medium until 2027-04-14; condition: disks stay encrypted"},
		{"accepted on its last day", "2027-04-14", "R-03", "acceptance", "accepted / 2026-04-15 by Jonas Brandt for Chief financial officer at medium until 2027-04-14; condition: disks stay encrypted"},
		{"expired the day after", "2027-04-15", "R-03", "acceptance", "bad: expired / 2026-04-15 by Jonas Brandt for Chief financial officer at medium until 2027-04-14; condition: disks stay encrypted"},
		{"not accepted the day before", "2026-04-14", "R-03", "acceptance", "attention: missing"},
		{"nothing to accept", "2026-04-09", "R-03", "acceptance", ""},
		{"before a condition fell", "2026-05-31", "R-12", "acceptance", "accepted / 2026-04-15 by Management board at medium; condition: a deputy is being trained; condition: notice period of three months"},
		{"a condition fell", "2026-06-01", "R-12", "acceptance", "bad: lapsed / 2026-04-15 by Management board at medium; condition: a deputy is being trained (fell on 2026-06-01); condition: notice period of three months"},
		{"within the criteria before it grew", "2026-04-09", "R-13", "acceptance", "accepted / 2025-06-15 by Chief technology officer at low"},
		{"outgrown", at, "R-13", "acceptance", "bad: outgrown / 2025-06-15 by Chief technology officer at low"},
		{"accepted again", "2026-09-15", "R-13", "acceptance", "accepted / 2026-09-15 by Chief technology officer at high"},
		{"what remains is within the criteria", at, "R-02", "acceptance", "not needed"},
		{"no criteria", at, "R-11a", "acceptance", "none"},
		{"a whole is accepted at its parts", at, "R-10", "acceptance", ""},
		{"closed risks need none", at, "R-05", "acceptance", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := report.Register(viewAt(t, sys, c.on))
			require.Equal(t, c.want, plain(t, cell(t, d, "risks", "risk/"+c.risk, c.column)))
		})
	}
}

func TestTreatmentPlanCells(t *testing.T) {
	sys := sample(t)
	for _, c := range []struct{ name, on, table, row, column, want string }{
		{"risks with their levels", at, "treatments", "treatment/T-02", "risks", "R-01 Ransomware stops the platform: high → low | R-02 A stolen password opens the warehouse: high → low | R-05 Backup tapes are read by a stranger: closed"},
		{"risks of another day", "2026-01-31", "treatments", "treatment/T-02", "risks", "R-01 Ransomware stops the platform: very high | R-05 Backup tapes are read by a stranger: high | R-02 A stolen password opens the warehouse: no level"},
		{"owners, each once", at, "treatments", "treatment/T-02", "owners", "Chief technology officer | Folake Adeyemi"},
		{"controls, their states and what they are meant to do", at, "treatments", "treatment/T-01", "controls", "segments Network segments: planned; lowers likelihood by 2 levels against Ransomware group | backup Offline backup: implemented; lowers consequence by 2 levels | A.8.7 Protection against malware: scanner implemented"},
		{"control of another day", "2026-08-01", "treatments", "treatment/T-01", "controls", "segments Network segments: implemented; lowers likelihood by 2 levels against Ransomware group | backup Offline backup: implemented; lowers consequence by 2 levels | A.8.7 Protection against malware: scanner implemented"},
		{"a share", at, "treatments", "treatment/T-02", "controls", "mfa Hardware keys: partly implemented; lowers likelihood by 90 %"},
		{"a reference that nothing realizes", at, "treatments", "treatment/T-05", "controls", "A.8.14 Redundancy of information processing facilities: no own control realizes it"},
		{"shared with", at, "treatments", "treatment/T-04", "option", "share / Alpine Cyber Insurance"},
		{"actions of treatment, control and risk", at, "treatments", "treatment/T-01", "actions", "A-1 Buy and place three firewalls, due 2026-07-31 | R-01 Named as a risk, due 2026-08-01"},
		{"open", at, "treatments", "treatment/T-01", "progress", "open"},
		{"one is overdue", at, "treatments", "treatment/T-02", "progress", "bad: overdue"},
		{"none", at, "treatments", "treatment/T-03", "progress", "no action"},
		{"in several plans", at, "treatments", "treatment/T-03", "plan", "RTP version 2 | RTP-consulting version 1"},
		{"in no plan", at, "treatments", "treatment/treatments", "plan", "attention: in no plan"},
		{"in the version before", "2026-04-19", "treatments", "treatment/T-02", "plan", "RTP version 1"},
		{"ended", at, "treatments", "treatment/T-06", "treatment", "no row"},
		{"not begun", at, "treatments", "treatment/T-07", "treatment", "no row"},

		{"due today", "2026-05-31", "actions", "action/A-2", "status", "open"},
		{"due yesterday", "2026-06-01", "actions", "action/A-2", "status", "bad: overdue"},
		{"done later", at, "actions", "action/A-1", "status", "open"},
		{"done on the day", "2026-07-20", "actions", "action/A-1", "status", "good: done / 2026-07-20"},
		{"amount in the currency of the System", at, "actions", "action/A-1", "resources", "20 days of the platform team / 18000.00 EUR"},
		{"amount in its own", at, "actions", "action/A-2", "resources", " / 1200.50 CHF"},
		{"what it serves", at, "actions", "action/A-1", "for", "T-01 Divide the network, restore fast | segments Network segments"},
		{"nobody is responsible", at, "actions", "action/A-4", "owner", "attention: nobody"},
		{"no date", at, "actions", "action/A-4", "due", "attention: no date"},
		{"how it is evaluated", at, "actions", "action/A-1", "evaluated", "Penetration test of the office network"},
		{"of an objective", at, "actions", "action/A-5", "action", "no row"},
		{"of a treatment that ended", at, "actions", "action/A-7", "action", "no row"},
		{"of a treatment before it ended", "2026-05-31", "actions", "action/A-7", "status", "bad: overdue"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := report.TreatmentPlan(viewAt(t, sys, c.on))
			require.Equal(t, c.want, plain(t, cell(t, d, c.table, c.row, c.column)))
		})
	}
}

func TestApprovals(t *testing.T) {
	sys := sample(t)
	for on, want := range map[string][]string{
		"2026-01-04": nil,
		// T-02 is listed, but not in force before the 10th.
		"2026-01-08": {"RTP Risk treatment plan / version 1 of 2026-01-05, attention: outstanding, Facility manager, , R-04, "},
		// The holder of the role approved; the owner of R-02 and the facility manager did not.
		"2026-01-10": {
			"RTP Risk treatment plan / version 1 of 2026-01-05, good: given, Jonas Brandt, 2026-01-09, all of the owner's, in the management meeting",
			"RTP Risk treatment plan / version 1 of 2026-01-05, attention: outstanding, Folake Adeyemi, , R-02, ",
			"RTP Risk treatment plan / version 1 of 2026-01-05, attention: outstanding, Facility manager, , R-04, ",
		},
		at: {
			"RTP Risk treatment plan / version 2 of 2026-04-20, good: given, Folake Adeyemi, 2026-04-22, R-01 | R-02, ",
			"RTP Risk treatment plan / version 2 of 2026-04-20, good: given, Management board, 2026-05-04, R-12, budget granted",
			"RTP Risk treatment plan / version 2 of 2026-04-20, attention: outstanding, Chief technology officer, , R-10a, ",
			"RTP-consulting Plan of the consultants / version 1 of 2026-02-01, none, , , , ",
		},
		"2026-07-15": {
			"RTP Risk treatment plan / version 2 of 2026-04-20, good: given, Folake Adeyemi, 2026-04-22, R-01 | R-02, ",
			"RTP Risk treatment plan / version 2 of 2026-04-20, good: given, Management board, 2026-05-04, R-12, budget granted",
			"RTP Risk treatment plan / version 2 of 2026-04-20, good: given, Chief technology officer, 2026-07-15, all of the owner's, ",
			"RTP-consulting Plan of the consultants / version 1 of 2026-02-01, none, , , , ",
		},
	} {
		t.Run(on, func(t *testing.T) {
			var got []string
			for _, row := range tables(report.TreatmentPlan(viewAt(t, sys, on)).Blocks)["approvals"].Rows {
				line := plain(t, row.Cells[0])
				for _, c := range row.Cells[1:] {
					line += ", " + plain(t, c)
				}
				got = append(got, line)
			}
			require.Equal(t, want, got)
		})
	}
}
