package octave

import "fmt"

// Area is the impact of a risk on one impact area of the organization.
type Area struct {
	ID string `json:"id,omitzero"`
	// Rank is the importance of the area: of n areas the most important has n,
	// the least important 1, each rank once.
	Rank   int   `json:"rank,omitzero"`
	Impact Value `json:"impact,omitzero"`
}

// Relative is a relative risk score and what it can be read against.
type Relative struct {
	Score int // Σ rank × value
	Least int // the score of a low impact on every area
	Most  int // the score of a high impact on every area
}

// Score computes the relative risk score over any number of impact areas, the
// organization's own among them: Σ rank × value. With five areas it is 15 to
// 45. It fails without areas, for an area given twice, an impact that is not
// stated, and ranks that are not 1 to n.
func Score(areas []Area) (Relative, error) {
	n := len(areas)
	if n == 0 {
		return Relative{}, fmt.Errorf("octave: impact areas: got none, want one or more")
	}
	taken, ids := make([]bool, n), make(map[string]bool, n)
	r := Relative{Least: n * (n + 1) / 2, Most: 3 * (n * (n + 1) / 2)}
	for i, a := range areas {
		switch {
		case a.ID == "" || ids[a.ID]:
			return Relative{}, fmt.Errorf("octave: impact area %d: got the id %q, want one of its own", i, a.ID)
		case a.Rank < 1 || a.Rank > n || taken[a.Rank-1]:
			return Relative{}, fmt.Errorf("octave: impact area %q: rank: got %d, want each of 1 to %d once", a.ID, a.Rank, n)
		case !a.Impact.valid():
			return Relative{}, fmt.Errorf("octave: impact area %q: impact: got number %d, want low, medium or high", a.ID, a.Impact)
		}
		ids[a.ID], taken[a.Rank-1] = true, true
		r.Score += a.Rank * int(a.Impact)
	}
	return r, nil
}
