package risk

// CheckUpTo is Check with another limit of the combinations looked at.
func CheckUpTo(m Method, most int) []Finding { return m.check(most) }
