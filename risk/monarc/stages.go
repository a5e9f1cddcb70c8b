package monarc

import "fmt"

// Stages is an operational risk as MONARC keeps it: without any control
// (inherent), with those there are (net), with those that are planned (target).
// The same three stages hold in an ISMS, where the last is called residual.
type Stages struct {
	Inherent Operational `json:"inherent"`
	Net      Operational `json:"net"`
	Target   Operational `json:"target"`
}

// StageRatings has the rating of each stage. One that is not judged has the zero
// rating, without level.
type StageRatings struct {
	Inherent OperationalRating `json:"inherent,omitzero"`
	Net      OperationalRating `json:"net,omitzero"`
	Target   OperationalRating `json:"target,omitzero"`
}

// NotJudged is an operational risk at a stage that nobody judged.
func NotJudged() Operational {
	return Operational{Probability: Unset, Consequences: Consequences{Unset, Unset, Unset, Unset, Unset}}
}

// Rate rates the stages that are judged. A stage is not judged where everything
// about it is [Unset], as in [NotJudged]; one that is judged in part is an error,
// as with [Operational.Rate].
func (s Stages) Rate() (StageRatings, error) {
	var r StageRatings
	for _, stage := range []struct {
		name string
		x    Operational
		into *OperationalRating
	}{{"inherent", s.Inherent, &r.Inherent}, {"net", s.Net, &r.Net}, {"target", s.Target, &r.Target}} {
		if stage.x == NotJudged() {
			continue
		}
		var err error
		if *stage.into, err = stage.x.Rate(); err != nil {
			return StageRatings{}, fmt.Errorf("monarc: %s stage: %w", stage.name, err)
		}
	}
	return r, nil
}
