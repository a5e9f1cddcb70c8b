package isms

import "github.com/ismskit/ismskit/risk"

// Rated is the rating of an assessment: what was recorded, what the method
// makes of the inputs, and the level that holds.
type Rated struct {
	// Use is the method with its criteria; nil where it is not known.
	Use *MethodInUse
	// Recorded is the rating as recorded, Computed what the method makes of the
	// inputs; either may be zero.
	Recorded, Computed risk.Rating
	// Level is the level that holds: a person's, else the recorded, else the
	// computed one; "" where there is none.
	Level string
	// Rank is the place of the level on the method's scale, 0 the lowest; -1
	// where level or method is not known.
	Rank int
	// Overridden says that a person set the level.
	Overridden bool
	// Breakdown has the parts of an assessment that judges them one by one; nil
	// where it does not. Computed is then the rating of the whole, with the
	// coordinates of the part that decides.
	Breakdown *risk.Breakdown
	// From is the risk whose assessment this is: another than the one asked
	// for where the level of a part is the highest.
	From RiskID
}

// IsZero reports whether there is no level.
func (r Rated) IsZero() bool { return r.Level == "" }

// Label returns the label of the level, or its identifier where the method is
// not known.
func (r Rated) Label() string {
	if r.Use != nil {
		if l, ok := r.Use.Method.Level(r.Level); ok && l.Label != "" {
			return l.Label
		}
	}
	return r.Level
}

// Rating returns the rating that holds: coordinates as recorded or computed,
// and the level.
func (r Rated) Rating() risk.Rating {
	rating := r.Recorded
	if rating.Level == "" {
		rating = r.Computed
	}
	rating.Level = r.Level
	if rating.Method.ID == "" && r.Use != nil {
		rating.Method = r.Use.Method.Ref()
	}
	return rating
}

// Compare orders two ratings by level. They are comparable only if both levels
// are of the same version of the same method.
func (r Rated) Compare(other Rated) (order int, comparable bool) {
	if r.Use == nil || other.Use == nil {
		return 0, false
	}
	return r.Use.Method.Compare(r.Rating(), other.Rating())
}

// Criterion returns the acceptance criterion for the level, where the method's
// version states one.
func (r Rated) Criterion() (risk.LevelCriterion, bool) {
	if r.Use == nil {
		return risk.LevelCriterion{}, false
	}
	return r.Use.Version.Criteria.For(r.Level)
}

// Rate returns the rating of an assessment.
func (v *View) Rate(a Assessment) Rated {
	r := Rated{Recorded: a.Rating, Level: a.Rating.Level, Rank: -1}
	if use, err := v.methods.find(a.Method, a.On); err == nil && a.Method != "" {
		r.Use = &use.MethodInUse
		if a.Judged() {
			r.Breakdown, r.Computed, _ = use.rate(a) // validated
		}
	}
	if r.Level == "" {
		r.Level = r.Computed.Level
	}
	if a.Override.Level != "" {
		r.Level, r.Overridden = a.Override.Level, true
	}
	if r.Use != nil {
		if rank, ok := r.Use.Method.Rank(r.Level); ok {
			r.Rank = rank
		}
	}
	return r
}

// rate rates what an assessment judged. Where it judged the consequences one by
// one, the whole has the coordinates of the part that decides.
func (u *inUse) rate(a Assessment) (*risk.Breakdown, risk.Rating, error) {
	if len(a.Parts) == 0 {
		rating, err := u.rateInputs(a.Inputs)
		return nil, rating, err
	}
	b, err := u.Method.RateParts(a.Inputs, a.parts(), u.Version.Aggregation)
	if err != nil {
		return nil, risk.Rating{}, err
	}
	whole := b.Parts[b.Overall.Of[0]]
	whole.Level = b.Overall.Level
	return &b, whole, nil
}

func (u *inUse) rateInputs(in risk.Inputs) (risk.Rating, error) {
	if u.prepared != nil {
		return u.prepared.Rate(in)
	}
	return u.Method.Rate(in)
}

// parts returns the parts as package risk rates them.
func (a Assessment) parts() []risk.Part {
	list := make([]risk.Part, len(a.Parts))
	for i, p := range a.Parts {
		list[i] = risk.Part{Property: text(p.Property), Category: p.Category, Inputs: p.Inputs}
	}
	return list
}

// RateRisk returns the rating of a risk at a stage, at the date of the view,
// by the rule that the risk declares: its own assessment, the highest of its open
// parts, or their aggregation. It is zero where there is none, and where the parts cannot
// be compared.
func (v *View) RateRisk(r Risk, stage Stage) Rated {
	if r.Combine.FromParts() {
		return v.fromParts(r, stage)
	}
	a, ok := r.AssessmentAt(stage, v.at)
	if !ok {
		return Rated{Rank: -1}
	}
	rated := v.Rate(a)
	rated.From = r.ID
	return rated
}

func (v *View) fromParts(whole Risk, stage Stage) Rated {
	highest := Rated{Rank: -1}
	var ratings []risk.Rating
	for rec, err := range v.Into(whole.Ref(), KindRisk) {
		part, ok := rec.(Risk)
		if err != nil || !ok || part.PartOf != whole.ID || part.StateAt(v.at) != Open {
			continue
		}
		rated := v.RateRisk(part, stage)
		if rated.IsZero() {
			continue
		}
		ratings = append(ratings, rated.Rating())
		if highest.IsZero() {
			highest = rated
			continue
		}
		order, comparable := rated.Compare(highest)
		if !comparable {
			return Rated{Rank: -1}
		}
		if order > 0 {
			highest = rated
		}
	}
	if whole.Combine == Aggregated && !highest.IsZero() {
		return highest.aggregated(ratings)
	}
	return highest
}

// aggregated returns the rating of a whole whose highest part is r.
func (r Rated) aggregated(parts []risk.Rating) Rated {
	if r.Use == nil {
		return Rated{Rank: -1}
	}
	whole, err := r.Use.Method.Aggregate(parts, r.Use.Version.Aggregation)
	if err != nil {
		return Rated{Rank: -1} // of several methods, which Compare has seen
	}
	r.Recorded, r.Overridden, r.Breakdown = risk.Rating{}, false, nil
	r.Computed = risk.Rating{Method: r.Use.Method.Ref(), Level: whole.Level}
	r.Level = whole.Level
	r.Rank, _ = r.Use.Method.Rank(whole.Level)
	return r
}

// MethodOf returns the method that a name means for an assessment of a day.
func (v *View) MethodOf(name string, on Date) (MethodInUse, bool) {
	use, err := v.methods.find(name, on)
	if err != nil || name == "" {
		return MethodInUse{}, false
	}
	return use.MethodInUse, true
}

// AuthorityFor returns the party that holds an authority word of a version of
// a method, for a risk: the risk's owner for risk.OwnerAuthority. It is zero
// where nobody holds it.
func (v *View) AuthorityFor(word string, version MethodVersion, r Risk) Party {
	for _, a := range version.Authorities {
		if a.Word == word {
			return a.Holder
		}
	}
	if word == risk.OwnerAuthority {
		return r.OwnerAt(v.at)
	}
	return Party{}
}

// ActsAs reports whether a party may speak as another: it is the same, or
// holds that role at the date of the view, deputies included.
func (v *View) ActsAs(who, as Party) bool {
	if who == as {
		return !who.IsZero()
	}
	if as.Kind != KindRole {
		return false
	}
	role, ok := Find[Role](v, as.Ref())
	if !ok {
		return false
	}
	for _, t := range role.Holders {
		if t.Who == who && within(v.at, t.From, t.Until) {
			return true
		}
	}
	return false
}
