package octave

import (
	"fmt"
	"strconv"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Ranking says how important the five impact areas are to the organization,
// from 5, the most, to 1, each once. The zero value is the order of the
// worksheets, reputation 5 to fines 1: a place to start, which the publication
// does not recommend. Ranking them is step 1 of the method.
type Ranking struct {
	Reputation   int `json:"reputation,omitzero"`
	Financial    int `json:"financial,omitzero"`
	Productivity int `json:"productivity,omitzero"`
	Safety       int `json:"safety,omitzero"`
	Fines        int `json:"fines,omitzero"`
}

// The ranks of the worksheets' order.
const (
	reputation = 5 - iota
	financial
	productivity
	safety
	fines
)

var (
	worksheets = Ranking{Reputation: reputation, Financial: financial, Productivity: productivity, Safety: safety, Fines: fines}
	areaIDs    = [...]string{"reputation", "financial", "productivity", "safety", "fines"}
	areaTitles = [...]string{"Reputation and customer confidence", "Financial", "Productivity", "Safety and health", "Fines and legal penalties"}
)

// ranks are in the order of the worksheets.
func (r Ranking) ranks() [5]int {
	return [...]int{r.Reputation, r.Financial, r.Productivity, r.Safety, r.Fines}
}

// stated returns the ranking to compute with.
func (r Ranking) stated() (Ranking, error) {
	if r == (Ranking{}) {
		return worksheets, nil
	}
	var taken [6]bool
	for i, rank := range r.ranks() {
		if rank < 1 || rank > 5 || taken[rank] {
			return r, fmt.Errorf("octave: ranking: %s: got %d, want each of 1 to 5 once", areaIDs[i], rank)
		}
		taken[rank] = true
	}
	return r, nil
}

// Rate gives score and pool of a risk. What is not stated is a
// [risk.InputErrors], a ranking that is none an error of its own.
func (r Ranking) Rate(x Risk) (Rating, error) {
	r, err := r.stated()
	if err != nil {
		return Rating{}, err
	}
	if !all(x.Probability, x.Reputation, x.Financial, x.Productivity, x.Safety, x.Fines) {
		return Rating{}, typed.Refuse(allegro(r), x.Inputs())
	}
	return rating(x.Probability, r.Reputation*int(x.Reputation)+r.Financial*int(x.Financial)+r.Productivity*int(x.Productivity)+
		r.Safety*int(x.Safety)+r.Fines*int(x.Fines)), nil
}

// Allegro returns the method "octave/allegro@2007", with the zero [Ranking].
// Each call returns a value of its own.
func Allegro() risk.Method { return allegro(worksheets) }

// Method returns the method with this ranking. Another ranking is another
// version, which names the ranks in the order of the worksheets:
// "octave/allegro@2007-45321".
func (r Ranking) Method() (risk.Method, error) {
	r, err := r.stated()
	if err != nil {
		return risk.Method{}, err
	}
	return allegro(r), nil
}

func allegro(r Ranking) risk.Method {
	ranks := r.ranks()
	m := risk.Method{
		ID:      "octave/allegro",
		Version: version,
		Title:   "OCTAVE Allegro, relative risk score and pools",
		Source:  "CMU/SEI-2007-TR-012, step 7, from secondary copies of its worksheets; bands of the score and pools of step 8 from memory, not compared with the publication",
		Factors: []risk.Factor{{ID: "probability", Title: "Probability", Role: risk.Likelihood, Scale: risk.Scale{Levels: typed.Levels(valueWords[Low:])}}},
		Of:      []string{"score", "probability"},
		Levels:  make([]risk.Level, 0, len(approaches)),
	}
	score := risk.Step{ID: "score", Title: "Relative risk score", Role: risk.Consequence, Formula: risk.Sum, Scale: bands()}
	for i, id := range areaIDs {
		m.Factors = append(m.Factors, risk.Factor{ID: id, Title: areaTitles[i], Scale: impacts()})
		score.Of, score.Weights = append(score.Of, id), append(score.Weights, float64(ranks[i]))
	}
	m.Steps = []risk.Step{score}
	for p := Pool4; p >= Pool1; p-- {
		m.Levels = append(m.Levels, risk.Level{ID: poolWords[p], Label: "pool " + strconv.Itoa(int(p)), Meaning: approaches[p-Pool1]})
	}
	m.Table = typed.Grid("score", score.Scale.Levels, m.Factors[0].Scale.Levels, func(s, p int) string { return poolWords[pools[s][p]] })
	if r != worksheets {
		m.Version += "-"
		for _, rank := range ranks {
			m.Version += strconv.Itoa(rank)
		}
	}
	return m
}

func impacts() risk.Scale {
	s := risk.Scale{Levels: typed.Levels(valueWords[Low:])}
	for i := range s.Levels {
		s.Levels[i].Value = new(float64(i + 1))
	}
	return s
}

func bands() risk.Scale {
	s := risk.Scale{Levels: typed.Levels(bandWords[:])}
	for i, least := range bandFrom {
		s.Levels[i].Max, s.Levels[i+1].Min = new(float64(least-1)), new(float64(least))
	}
	s.Levels[2].Max = new(45.0)
	return s
}
