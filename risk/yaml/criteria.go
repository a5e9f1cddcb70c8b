package yaml

import "github.com/ismskit/ismskit/risk"

// DecodeCriteria reads the acceptance criteria for the levels of risk of a
// method: docs/risk.md has some. Errors are like those of [Decode]; the problems
// of the criteria are those of [risk.Criteria.Complete].
func DecodeCriteria(name string, src []byte, m risk.Method) (risk.Criteria, error) {
	return decode(name, src, func(c risk.Criteria) []risk.Problem { return c.Complete(m) })
}
