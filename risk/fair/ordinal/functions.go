package ordinal

import "fmt"

// ThreatEventFrequency returns how often threat agents act: contact frequency
// by the probability of action.
func ThreatEventFrequency(contact, action Level) (Level, error) {
	return look(threatEvents, "contact frequency", contact, "probability of action", action)
}

// Vulnerability returns how likely a threat event becomes a loss event: threat
// capability by resistance strength.
func Vulnerability(capability, resistance Level) (Level, error) {
	return look(vulnerability, "threat capability", capability, "resistance strength", resistance)
}

// LossEventFrequency returns how often loss occurs: threat event frequency by
// vulnerability.
func LossEventFrequency(threatEvents, vulnerability Level) (Level, error) {
	return look(lossEvents, "threat event frequency", threatEvents, "vulnerability", vulnerability)
}

// SecondaryLossEventFrequency returns how often others react to a loss: primary
// loss event frequency by the probability that they do.
func SecondaryLossEventFrequency(primary, probability Level) (Level, error) {
	return look(secondaryEvents, "primary loss event frequency", primary, "secondary loss probability", probability)
}

// Risk returns primary or secondary risk: loss magnitude by loss event
// frequency.
func Risk(magnitude, frequency Level) (Level, error) {
	return look(risks, "loss magnitude", magnitude, "loss event frequency", frequency)
}

// OverallRisk returns the risk of both: secondary by primary risk, which is the
// higher of the two.
func OverallRisk(secondary, primary Level) (Level, error) {
	return look(overall, "secondary risk", secondary, "primary risk", primary)
}

// look returns the cell of a table, or an error that names what is off its
// scale.
func look(t table, rowName string, row Level, columnName string, column Level) (Level, error) {
	if !row.on() {
		return 0, offScale(rowName, row)
	}
	if !column.on() {
		return 0, offScale(columnName, column)
	}
	return t.at(row, column), nil
}

func offScale(name string, l Level) error {
	if l == 0 {
		return fmt.Errorf("ordinal: %s: not stated, want VL, L, M, H or VH", name)
	}
	return fmt.Errorf("ordinal: %s: got the number %d, want VL, L, M, H or VH", name, uint8(l))
}
