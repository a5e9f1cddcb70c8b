package risk

import "github.com/ismskit/ismskit/internal/enum"

// Factor is one input of a method: a question with a scale of answers.
type Factor struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`
	// Role declares the factor that is a coordinate of the rating. Most factors
	// of a method with more than two have none.
	Role Role `json:"role,omitzero"`
	// Optional factors may be left out. A rule all of whose values are left out
	// gives none; one that lacks some of them is refused, except [Maximum],
	// [Minimum] and [First], which take those that are given.
	Optional bool  `json:"optional,omitzero"`
	Scale    Scale `json:"scale,omitzero"`
}

// Role says which coordinate of a rating a factor gives (ISO/IEC 27001:2022,
// 6.1.2 d: consequences, likelihood, level of risk).
type Role uint8

// The roles. A method has at most one factor for each.
const (
	Likelihood  Role = iota + 1 // "likelihood"
	Consequence                 // "consequence"
)

const roleName = "risk: role of a factor"

var roleWords = enum.Words{"", "likelihood", "consequence"}

// MarshalText returns the word of the role, "" where it is not stated.
func (r Role) MarshalText() ([]byte, error) {
	return roleWords.Marshal(roleName, uint8(r))
}

// UnmarshalText reads the word of a role.
func (r *Role) UnmarshalText(text []byte) error {
	v, err := roleWords.Unmarshal(roleName, text)
	if err == nil {
		*r = Role(v)
	}
	return err
}
