package fair

import (
	"encoding/json"

	"github.com/ismskit/ismskit/risk/dist"
)

// Forms is a loss by its six forms (O-RT 3.0.1), which are independent and add
// up: what is not stated is no loss. A form that is there in some events only is
// a mixture with 0, or a stream of secondary loss.
type Forms struct {
	Productivity         dist.Dist `json:"productivity,omitzero"`         // what is not produced or sold
	Response             dist.Dist `json:"response,omitzero"`             // work on the event
	Replacement          dist.Dist `json:"replacement,omitzero"`          // of assets
	FinesAndJudgments    dist.Dist `json:"finesAndJudgments,omitzero"`    // and what goes with them
	CompetitiveAdvantage dist.Dist `json:"competitiveAdvantage,omitzero"` // that is lost to others
	Reputation           dist.Dist `json:"reputation,omitzero"`           // what others' opinion costs
}

// A form is one that is stated, with its name.
type form struct {
	name   string
	amount dist.Dist
}

// stated lists the forms that are.
func (f Forms) stated() []form {
	var all []form
	for _, one := range []form{
		{"productivity", f.Productivity},
		{"response", f.Response},
		{"replacement", f.Replacement},
		{"finesAndJudgments", f.FinesAndJudgments},
		{"competitiveAdvantage", f.CompetitiveAdvantage},
		{"reputation", f.Reputation},
	} {
		if one.amount != nil {
			all = append(all, one)
		}
	}
	return all
}

type heldForms struct {
	Productivity         dist.Of `json:"productivity,omitzero"`
	Response             dist.Of `json:"response,omitzero"`
	Replacement          dist.Of `json:"replacement,omitzero"`
	FinesAndJudgments    dist.Of `json:"finesAndJudgments,omitzero"`
	CompetitiveAdvantage dist.Of `json:"competitiveAdvantage,omitzero"`
	Reputation           dist.Of `json:"reputation,omitzero"`
}

// MarshalJSON writes distributions in their text form.
func (f Forms) MarshalJSON() ([]byte, error) {
	return json.Marshal(heldForms{ //nolint:musttag // what they hold is text
		dist.Of{Dist: f.Productivity},
		dist.Of{Dist: f.Response},
		dist.Of{Dist: f.Replacement},
		dist.Of{Dist: f.FinesAndJudgments},
		dist.Of{Dist: f.CompetitiveAdvantage},
		dist.Of{Dist: f.Reputation},
	})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (f *Forms) UnmarshalJSON(text []byte) error {
	var h heldForms
	if err := json.Unmarshal(text, &h); err != nil { //nolint:musttag // what they hold is text
		return err
	}
	*f = Forms{
		h.Productivity.Dist, h.Response.Dist, h.Replacement.Dist,
		h.FinesAndJudgments.Dist, h.CompetitiveAdvantage.Dist, h.Reputation.Dist,
	}
	return nil
}
