package isms

import (
	"fmt"
	"maps"
	"slices"
)

// Rerate returns the risk with a further assessment at the date of the view: the
// inputs of the latest one of a stage, rated by another method or version. The
// assessments that there were stay as they are, with the ratings they led to; a
// rating remembers its version, so none is changed by a newer one.
//
// Method is named as in [Assessment]; none is the System's method in its version
// of that day, of which the latest assessment is. By says who does it. The
// view's records are not changed: put the risk where they come from.
//
// The error is [ErrNotAssessed] where there are no inputs, one that names the
// method where it is not known, or that of [risk.Method.Rate] where the method
// does not accept the inputs: then they have to be judged anew.
func (v *View) Rerate(r Risk, stage Stage, method string, by Party) (Risk, error) {
	a, ok := r.AssessmentAt(stage, v.at)
	if !ok || !a.Judged() {
		return Risk{}, fmt.Errorf("isms: risk %q: %w: no inputs at stage %s by %s", r.ID, ErrNotAssessed, text(stage), v.at)
	}
	if method == "" {
		use, err := v.methods.find(a.Method, a.On)
		if err != nil {
			return Risk{}, fmt.Errorf("isms: risk %q: %w", r.ID, err)
		}
		if method = string(use.ID); method == "" {
			return Risk{}, fmt.Errorf("isms: risk %q: got no method, want the version to rate by: %s is not a method of the System with versions over time", r.ID, a.Method)
		}
	}
	use, err := v.methods.find(method, v.at)
	if err != nil {
		return Risk{}, fmt.Errorf("isms: risk %q: %w", r.ID, err)
	}
	_, rating, err := use.rate(a)
	if err != nil {
		return Risk{}, fmt.Errorf("isms: risk %q: %w", r.ID, err)
	}
	again := Assessment{
		Stage: stage, On: v.at, By: by, Method: method, Inputs: maps.Clone(a.Inputs), Parts: slices.Clone(a.Parts), Rating: rating,
		Presumes: a.Presumes, Relies: a.Relies, Note: fmt.Sprintf("inputs of %s, rated again", a.On),
	}
	r.Assessments = append(slices.Clip(r.Assessments), again)
	return r, nil
}
