package soa_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/soa"
)

// day reads a date that the tests state.
func day(s string) isms.Date {
	d, err := isms.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// ref reads a reference that the tests state.
func ref(s string) annexa.ControlRef {
	r, err := annexa.Parse(s)
	if err != nil {
		panic(err)
	}
	return r
}

// viewAt and derive see a System as of a date.
func viewAt(t testing.TB, src isms.Source, at string) *isms.View {
	t.Helper()
	v, err := isms.At(src, day(at), methods.All())
	require.NoError(t, err)
	return v
}

func derive(t testing.TB, src isms.Source, at string) soa.Statement {
	t.Helper()
	st, err := soa.Derive(viewAt(t, src, at), soa.Options{})
	require.NoError(t, err)
	return st
}

func entry(t testing.TB, st soa.Statement, control string) soa.Entry {
	t.Helper()
	e, ok := st.Entry(ref(control))
	require.True(t, ok, control)
	return e
}

func party(s string) isms.Party {
	r, err := isms.ParseRef(s)
	if err != nil {
		panic(err)
	}
	return isms.Party(r)
}

func since(s string, is isms.ControlState) []isms.ControlFact {
	return []isms.ControlFact{{Is: is, Since: day(s)}}
}

func realizes(refs ...string) []isms.Realization {
	var list []isms.Realization
	for _, s := range refs {
		s, part := strings.CutSuffix(s, " in part")
		r := isms.Realization{Control: ref(s)}
		if part {
			r.Extent = isms.Part
		}
		list = append(list, r)
	}
	return list
}

// at is the date of the sample.
const at = "2026-11-21"

// sample is a small hosting company: risks treated in all four ways, controls
// of its own, shared and inherited, evidence of several ages, decisions on all
// of Annex A but one control.
func sample() isms.System {
	sys := isms.System{
		ID: "alder", SchemaVersion: isms.SchemaVersion, Title: "Alder Hosting", Language: "en",
		Organizations: []isms.Organization{
			{ID: "alder", Title: "Alder Hosting", LegalName: "Alder Hosting Ltd", Parent: "group"},
			{ID: "group", Title: "Alder Group", LegalName: "Alder Group plc"},
		},
		Scopes: []isms.Scope{{
			ID: "hosting", Title: "Managed hosting",
			Members:   []isms.Membership{{Of: isms.Ref{Kind: isms.KindOrganization, ID: "alder"}}},
			Statement: "Operation of the managed hosting platform, and support of its customers, from the offices in Leeds.",
		}},
		Persons: []isms.Person{
			{ID: "p-ives", Name: "Mara Ives", Contact: "mara.ives@alder.example"},
			{ID: "p-okoro", Name: "Tunde Okoro", Contact: "tunde.okoro@alder.example"},
		},
		Roles:     []isms.Role{{ID: "ciso", Title: "Security officer", Holders: []isms.Tenure{{Who: party("person/p-ives")}}}},
		Bodies:    []isms.Body{{ID: "board", Title: "Management board"}},
		Suppliers: []isms.Supplier{{ID: "colo", Title: "Pennine Hosting Halls"}, {ID: "idp", Title: "Keystone Sign-in"}},
	}
	sampleRisks(&sys)
	sampleControls(&sys)
	sampleDecisions(&sys)
	return sys
}

func sampleRisks(sys *isms.System) {
	sys.Risks = []isms.Risk{
		{ID: "R-01", Title: "Ransomware spreads through the platform"},
		{ID: "R-02", Title: "A stolen password opens a customer's machine"},
		{ID: "R-03", Title: "Fire in the machine hall"},
		{ID: "R-04", Title: "A laptop is left on a train"},
		{ID: "R-05", Title: "Old tapes are read by a stranger", Status: []isms.RiskFact{
			{Is: isms.Open, Since: day("2025-01-10")}, {Is: isms.Closed, Since: day("2026-04-01"), Reason: "the tapes were destroyed"},
		}},
	}
	sys.Treatments = []isms.Treatment{
		{ID: "T-01", Title: "Keep malware out and restore fast", Option: isms.Modify, Risks: []isms.RiskID{"R-01"}, From: day("2025-02-01"), Controls: []isms.ChosenControl{
			{Control: ref("A.8.7")}, {Own: "C-03"}, {Own: "C-09"},
		}},
		{ID: "T-02", Title: "Second factor for everyone", Option: isms.Modify, Risks: []isms.RiskID{"R-02", "R-01"}, Controls: []isms.ChosenControl{{Own: "C-01"}, {Control: ref("A.8.5")}}},
		{ID: "T-03", Title: "Insure and mirror", Option: isms.Share, ShareWith: isms.Ref{Kind: isms.KindSupplier, ID: "colo"}, Risks: []isms.RiskID{"R-03"}, Controls: []isms.ChosenControl{{Own: "C-05"}}},
		{ID: "T-04", Title: "Live with it, the disks are encrypted", Option: isms.Retain, Risks: []isms.RiskID{"R-04"}, Controls: []isms.ChosenControl{{Control: ref("A.8.1")}}},
		{ID: "T-05", Title: "Destroy the tapes", Option: isms.Modify, Risks: []isms.RiskID{"R-05"}, Controls: []isms.ChosenControl{{Control: ref("A.7.14")}}},
	}
	sys.Requirements = []isms.Requirement{
		{ID: "Q-01", Title: "Data protection law", Kind: isms.Legal, Citation: "Article 32 GDPR", Addressed: isms.Addressed, Controls: []annexa.ControlRef{ref("A.5.34")}},
		{ID: "Q-02", Title: "Contract with Fellside Bank", Kind: isms.Contractual, Citation: "Schedule 4", MetBy: []isms.Ref{{Kind: isms.KindControl, ID: "C-03"}}, From: day("2025-06-01")},
	}
	sys.Actions = []isms.Action{
		{ID: "ACT-1", Title: "Enroll the remaining 40 machines", For: []isms.Ref{{Kind: isms.KindControl, ID: "C-02"}}, Owner: party("person/p-okoro"), Due: day("2027-01-31")},
		{ID: "ACT-2", Title: "Write the notice for visitors", For: []isms.Ref{{Kind: isms.KindControl, ID: "C-06"}}, Owner: party("role/ciso"), Due: day("2026-10-31")},
		{ID: "ACT-3", Title: "Choose a backup site", For: []isms.Ref{{Kind: isms.KindTreatment, ID: "T-01"}}, Done: day("2026-02-02")},
	}
}

func sampleControls(sys *isms.System) {
	sys.Controls = []isms.Control{
		{
			ID: "C-01", Title: "Second factor at every sign-in", How: "Hardware keys for staff, an authenticator for customers.",
			Realizes: realizes("A.8.5", "A.5.17 in part"), Owner: party("role/ciso"), States: since("2025-03-01", isms.Implemented), Cadence: isms.Months(6),
			Provision: isms.Provision{Is: isms.Shared, Provider: isms.Ref{Kind: isms.KindSupplier, ID: "idp"}, Theirs: "the sign-in service", Ours: "who gets a key"},
		},
		{ID: "C-02", Title: "Password manager", Realizes: realizes("A.5.17"), States: since("2026-01-15", isms.Partial)},
		{
			ID: "C-03", Title: "Nightly backup, restored monthly", How: "Kept at a second site for 30 days", Realizes: realizes("A.8.13"),
			Owner: party("person/p-okoro"), States: since("2025-02-10", isms.Implemented), Cadence: isms.Months(1),
		},
		{ID: "C-04", Title: "Malware scan on upload", Realizes: realizes("A.8.7"), States: since("2025-05-01", isms.Implemented), Cadence: isms.Months(12)},
		{
			ID: "C-05", Title: "Rooms, power and cooling of the machine hall", Realizes: realizes("A.7.5", "A.7.11", "A.7.12"), States: since("2024-01-01", isms.Implemented),
			Provision: isms.Provision{Is: isms.Inherited, Provider: isms.Ref{Kind: isms.KindSupplier, ID: "colo"}},
		},
		{ID: "C-06", Title: "Visitors are accompanied", Realizes: realizes("A.7.2"), States: since("2026-09-01", isms.Planned)},
		{ID: "C-07", Title: "Old badge reader", Realizes: realizes("A.7.2"), States: []isms.ControlFact{
			{Is: isms.Implemented, Since: day("2023-01-01")}, {Is: isms.Retired, Since: day("2026-08-31")},
		}},
		{ID: "C-08", Title: "Customers can erase their machines themselves", How: "A button in the panel", States: since("2025-11-01", isms.Implemented)},
		{ID: "C-09", Title: "Immutable snapshots", States: since("2026-06-01", isms.Planned)},
		{ID: "A.5.34", Title: "Register of processing", How: "Kept by the security officer", States: since("2025-01-01", isms.Implemented), Cadence: isms.Months(12)},
	}
	sys.Evidence = []isms.Evidence{
		{ID: "E-01", Title: "Sign-in policy export", Kind: isms.ConfigurationEvidence, Controls: []isms.ControlID{"C-01"}, CollectedOn: day("2026-09-14")},
		{ID: "E-02", Title: "Restore test of October", Kind: isms.TestEvidence, Controls: []isms.ControlID{"C-03"}, CollectedOn: day("2026-10-30")},
		{ID: "E-03", Title: "Restore test of May", Kind: isms.TestEvidence, Controls: []isms.ControlID{"C-03"}, CollectedOn: day("2026-05-30")},
		{ID: "E-04", Title: "Scan log of a year ago", Kind: isms.RecordEvidence, Controls: []isms.ControlID{"C-04"}, CollectedOn: day("2025-06-01")},
		{ID: "E-05", Title: "Register of processing, 2026", Kind: isms.RecordEvidence, Controls: []isms.ControlID{"A.5.34"}, CollectedOn: day("2026-03-01"), ReliedUntil: day("2027-03-01")},
		{ID: "E-06", Title: "Audit report of the machine hall", Kind: isms.RecordEvidence, Controls: []isms.ControlID{"C-05"}, CollectedOn: day("2026-02-01"), Until: day("2026-12-31")},
	}
}

// excluded are the controls that the sample excludes.
var excluded = map[string]isms.ApplicabilityDecision{
	"A.8.25": {Ground: isms.NotPerformed, Decision: isms.Decision{Reason: "The platform is bought; no software is developed in this scope."}},
	"A.8.26": {Ground: isms.NotPerformed, Decision: isms.Decision{Reason: "No applications are specified or built in this scope."}},
	"A.8.28": {Ground: isms.NotPerformed, Decision: isms.Decision{Reason: "No code is written in this scope."}},
	"A.8.30": {Ground: isms.NotPerformed, Decision: isms.Decision{Reason: "Nobody develops software on the company's behalf."}},
	"A.7.14": {Ground: isms.NotPresent, Decision: isms.Decision{Reason: "Since the tapes were destroyed there is no equipment of ours that holds data."}},
}

func sampleDecisions(sys *isms.System) {
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		if c.Ref == ref("A.5.7") {
			continue // the one that is still open
		}
		d, no := excluded[c.Ref.String()]
		d.Is = isms.Excluded
		if !no {
			d = isms.ApplicabilityDecision{Is: isms.Included, Basis: []string{soa.BasisBestPractice}}
			d.Decision.Reason = "Customers ask for it in their questionnaires: " + strings.ToLower(c.ShortName) + "."
		}
		d.Decision.By, d.Decision.For, d.Decision.On = party("person/p-ives"), party("role/ciso"), day("2026-01-20")
		sys.Applicability = append(sys.Applicability, isms.Applicability{Control: c.Ref, Decisions: []isms.ApplicabilityDecision{d}})
	}
}

// approve records that the board approved what is derived at the date.
func approve(t testing.TB, sys isms.System, version, at string) isms.System {
	t.Helper()
	sys.Documents = append(sys.Documents, isms.Document{
		ID: "D-01", Title: "Statement of Applicability", Topic: isms.TopicStatement,
		Versions: []isms.DocumentVersion{{
			Number: version, Digest: derive(t, sys, at).Digest(),
			Approval: isms.Decision{By: party("body/board"), On: day(at)},
		}},
	})
	return sys
}

// decided is the sample with what is open settled, so that nothing blocks its
// approval.
func decided() isms.System {
	sys := sample()
	sys.Requirements[0].MetBy = []isms.Ref{{Kind: isms.KindControl, ID: "C-08"}}
	sys.Applicability = append(sys.Applicability, isms.Applicability{Control: ref("A.5.7"), Decisions: []isms.ApplicabilityDecision{{
		Is: isms.Included, Decision: isms.Decision{By: party("role/ciso"), On: day("2026-02-01"), Reason: "The sector's reports of attacks are read each week."},
	}}})
	return sys
}
