package cvss

// A metric is one metric of a version: a row of the table of its specification.
type metric struct {
	group    Group
	id, name string
	values   []value
	of       string // the base metric that a modified one replaces
	absent   string // the value that one not stated counts as, "" where it has no effect
}

// A value is one value of a metric.
type value struct{ id, word string }

// tables has the metrics of each version in the order of its specification.
var tables = map[Version][]metric{V31: table31, V40: table40}

// table31 is Table 15 of the specification of 3.1.
var table31 = []metric{
	{group: Base, id: "AV", name: "Attack Vector", values: reach},
	{group: Base, id: "AC", name: "Attack Complexity", values: complexity},
	{group: Base, id: "PR", name: "Privileges Required", values: privileges},
	{group: Base, id: "UI", name: "User Interaction", values: []value{{"N", "None"}, {"R", "Required"}}},
	{group: Base, id: "S", name: "Scope", values: []value{{"U", "Unchanged"}, {"C", "Changed"}}},
	{group: Base, id: "C", name: "Confidentiality", values: impact},
	{group: Base, id: "I", name: "Integrity", values: impact},
	{group: Base, id: "A", name: "Availability", values: impact},

	{group: Temporal, id: "E", name: "Exploit Code Maturity", absent: "H", values: []value{
		undefined, {"H", "High"}, {"F", "Functional"}, {"P", "Proof-of-Concept"}, {"U", "Unproven"},
	}},
	{group: Temporal, id: "RL", name: "Remediation Level", absent: "U", values: []value{
		undefined, {"U", "Unavailable"}, {"W", "Workaround"}, {"T", "Temporary Fix"}, {"O", "Official Fix"},
	}},
	{group: Temporal, id: "RC", name: "Report Confidence", absent: "C", values: []value{
		undefined, {"C", "Confirmed"}, {"R", "Reasonable"}, {"U", "Unknown"},
	}},

	{group: Environmental, id: "CR", name: "Confidentiality Requirement", absent: "M", values: requirement},
	{group: Environmental, id: "IR", name: "Integrity Requirement", absent: "M", values: requirement},
	{group: Environmental, id: "AR", name: "Availability Requirement", absent: "M", values: requirement},
	{group: Environmental, id: "MAV", of: "AV", name: "Modified Attack Vector", values: modified(reach)},
	{group: Environmental, id: "MAC", of: "AC", name: "Modified Attack Complexity", values: modified(complexity)},
	{group: Environmental, id: "MPR", of: "PR", name: "Modified Privileges Required", values: modified(privileges)},
	{group: Environmental, id: "MUI", of: "UI", name: "Modified User Interaction", values: []value{undefined, {"N", "None"}, {"R", "Required"}}},
	{group: Environmental, id: "MS", of: "S", name: "Modified Scope", values: []value{undefined, {"U", "Unchanged"}, {"C", "Changed"}}},
	{group: Environmental, id: "MC", of: "C", name: "Modified Confidentiality", values: modified(impact)},
	{group: Environmental, id: "MI", of: "I", name: "Modified Integrity", values: modified(impact)},
	{group: Environmental, id: "MA", of: "A", name: "Modified Availability", values: modified(impact)},
}

// table40 is Table 23 of the specification of 4.0; the words of values are
// those of Tables 1 to 21.
var table40 = []metric{
	{group: Base, id: "AV", name: "Attack Vector", values: reach},
	{group: Base, id: "AC", name: "Attack Complexity", values: complexity},
	{group: Base, id: "AT", name: "Attack Requirements", values: []value{{"N", "None"}, {"P", "Present"}}},
	{group: Base, id: "PR", name: "Privileges Required", values: privileges},
	{group: Base, id: "UI", name: "User Interaction", values: interaction},
	{group: Base, id: "VC", name: "Vulnerable System Confidentiality Impact", values: impact},
	{group: Base, id: "VI", name: "Vulnerable System Integrity Impact", values: impact},
	{group: Base, id: "VA", name: "Vulnerable System Availability Impact", values: impact},
	{group: Base, id: "SC", name: "Subsequent System Confidentiality Impact", values: impact},
	{group: Base, id: "SI", name: "Subsequent System Integrity Impact", values: impact},
	{group: Base, id: "SA", name: "Subsequent System Availability Impact", values: impact},

	{group: Threat, id: "E", name: "Exploit Maturity", absent: "A", values: []value{
		undefined, {"A", "Attacked"}, {"P", "Proof-of-Concept"}, {"U", "Unreported"},
	}},

	{group: Environmental, id: "CR", name: "Confidentiality Requirement", absent: "H", values: requirement},
	{group: Environmental, id: "IR", name: "Integrity Requirement", absent: "H", values: requirement},
	{group: Environmental, id: "AR", name: "Availability Requirement", absent: "H", values: requirement},
	{group: Environmental, id: "MAV", of: "AV", name: "Modified Attack Vector", values: modified(reach)},
	{group: Environmental, id: "MAC", of: "AC", name: "Modified Attack Complexity", values: modified(complexity)},
	{group: Environmental, id: "MAT", of: "AT", name: "Modified Attack Requirements", values: []value{undefined, {"N", "None"}, {"P", "Present"}}},
	{group: Environmental, id: "MPR", of: "PR", name: "Modified Privileges Required", values: modified(privileges)},
	{group: Environmental, id: "MUI", of: "UI", name: "Modified User Interaction", values: modified(interaction)},
	{group: Environmental, id: "MVC", of: "VC", name: "Modified Vulnerable System Confidentiality", values: modified(impact)},
	{group: Environmental, id: "MVI", of: "VI", name: "Modified Vulnerable System Integrity", values: modified(impact)},
	{group: Environmental, id: "MVA", of: "VA", name: "Modified Vulnerable System Availability", values: modified(impact)},
	{group: Environmental, id: "MSC", of: "SC", name: "Modified Subsequent System Confidentiality", values: subsequent},
	{group: Environmental, id: "MSI", of: "SI", name: "Modified Subsequent System Integrity", values: append(subsequent[:4:4], safety)},
	{group: Environmental, id: "MSA", of: "SA", name: "Modified Subsequent System Availability", values: append(subsequent[:4:4], safety)},

	{group: Supplemental, id: "S", name: "Safety", values: []value{undefined, {"N", "Negligible"}, {"P", "Present"}}},
	{group: Supplemental, id: "AU", name: "Automatable", values: []value{undefined, {"N", "No"}, {"Y", "Yes"}}},
	{group: Supplemental, id: "R", name: "Recovery", values: []value{undefined, {"A", "Automatic"}, {"U", "User"}, {"I", "Irrecoverable"}}},
	{group: Supplemental, id: "V", name: "Value Density", values: []value{undefined, {"D", "Diffuse"}, {"C", "Concentrated"}}},
	{group: Supplemental, id: "RE", name: "Vulnerability Response Effort", values: []value{undefined, {"L", "Low"}, {"M", "Moderate"}, {"H", "High"}}},
	{group: Supplemental, id: "U", name: "Provider Urgency", values: []value{
		undefined, {"Clear", "Clear"}, {"Green", "Green"}, {"Amber", "Amber"}, {"Red", "Red"},
	}},
}

// Values that several metrics have.
var (
	undefined   = value{"X", "Not Defined"}
	safety      = value{"S", "Safety"}
	reach       = []value{{"N", "Network"}, {"A", "Adjacent"}, {"L", "Local"}, {"P", "Physical"}}
	complexity  = []value{{"L", "Low"}, {"H", "High"}}
	privileges  = []value{{"N", "None"}, {"L", "Low"}, {"H", "High"}}
	interaction = []value{{"N", "None"}, {"P", "Passive"}, {"A", "Active"}}
	impact      = []value{{"H", "High"}, {"L", "Low"}, {"N", "None"}}
	requirement = []value{undefined, {"H", "High"}, {"M", "Medium"}, {"L", "Low"}}
	subsequent  = []value{undefined, {"H", "High"}, {"L", "Low"}, {"N", "Negligible"}}
)

// modified returns the values of a modified metric: those of the base metric,
// and that it is not defined.
func modified(of []value) []value { return append([]value{undefined}, of...) }

// word returns the name of a value, "" where the metric does not have it.
func (m metric) word(id string) string {
	for _, v := range m.values {
		if v.id == id {
			return v.word
		}
	}
	return ""
}

func (m metric) has(id string) bool { return m.word(id) != "" }

// ids returns the abbreviations of the values.
func (m metric) ids() []string {
	all := make([]string, len(m.values))
	for i, v := range m.values {
		all[i] = v.id
	}
	return all
}
