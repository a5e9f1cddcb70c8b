package isms

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/ismskit/ismskit/risk"
)

// ErrNotAssessed is the error of [View.Residual] for a risk that has no
// assessment with inputs to start from.
var ErrNotAssessed = errors.New("risk is not assessed")

// ResidualOptions say how [View.Residual] computes.
type ResidualOptions struct {
	// From is the stage of the assessment to start from; Current where it is
	// not stated.
	From Stage
	// Threat is the one threat that the assessment speaks of; none means the
	// whole risk, or its threat where it has only one.
	Threat ThreatID
	// Quantities, Floors and VerifiedOnly are those of [risk.Situation].
	Quantities   map[string]float64
	Floors       map[string]string
	VerifiedOnly bool
}

// Residual computes what remains of a risk at the date of the view: the inputs
// of its assessment, and what the controls do that treatments in force choose
// for it. The level of a person, in the residual assessment that holds then,
// stands beside the computed one.
//
// Where the consequences were judged one by one, it is that of the part at which
// most remains.
//
// The error is [ErrNotAssessed], one that names the method where it is not
// known, or that of [risk.Method.Residual].
func (v *View) Residual(r Risk, opt ResidualOptions) (risk.Residual, error) {
	if opt.From == 0 {
		opt.From = Current
	}
	a, ok := r.AssessmentAt(opt.From, v.at)
	if !ok || !a.Judged() {
		return risk.Residual{}, fmt.Errorf("isms: risk %q: %w: no inputs at stage %s by %s", r.ID, ErrNotAssessed, text(opt.From), v.at)
	}
	use, err := v.methods.find(a.Method, a.On)
	if err != nil {
		return risk.Residual{}, fmt.Errorf("isms: risk %q: %w", r.ID, err)
	}
	s := risk.Situation{
		Scenario: string(r.ID), Threat: string(opt.Threat), Inputs: a.Inputs, Effects: v.Effects(r, a, use.Method),
		Quantities: opt.Quantities, Floors: opt.Floors, VerifiedOnly: opt.VerifiedOnly,
	}
	if opt.Threat == "" && len(r.Threats) == 1 {
		s.Threat = string(r.Threats[0])
	}
	if after, ok := r.AssessmentAt(Residual, v.at); ok && after.Override.Level != "" {
		o := after.Override
		s.Override = risk.Override{Level: o.Level, By: o.Decision.By.String(), Reason: o.Decision.Reason}
	}
	return worst(use.Method, s, a)
}

// worst returns what remains of an assessment: of the part at which most does.
func worst(m risk.Method, s risk.Situation, a Assessment) (risk.Residual, error) {
	if len(a.Parts) == 0 {
		return m.Residual(s)
	}
	var highest risk.Residual
	for i, p := range a.Parts {
		s.Inputs = p.with(a.Inputs)
		r, err := m.Residual(s)
		if err != nil {
			return risk.Residual{}, err
		}
		if order, _ := m.Compare(r.After, highest.After); i == 0 || order > 0 {
			highest = r
		}
	}
	return highest, nil
}

// with returns the inputs of the part beside those that all share.
func (p AssessedPart) with(shared risk.Inputs) risk.Inputs {
	in := make(risk.Inputs, len(shared)+len(p.Inputs))
	maps.Copy(in, shared)
	maps.Copy(in, p.Inputs)
	return in
}

// Effects returns what the controls chosen by treatments in force are meant to
// do to a risk that was assessed by a method, each with whether it operates at
// the date of the view. A reference operates where all of the organization's
// own controls that realize it do, and one of them realizes it fully. What the
// assessment relies on was judged already, and counts no more.
func (v *View) Effects(r Risk, a Assessment, m risk.Method) []risk.Effect {
	var list []risk.Effect
	for rec, err := range v.Into(r.Ref(), KindTreatment) {
		t, ok := rec.(Treatment)
		if err != nil || !ok || !t.InForce(v.at) || !slices.Contains(t.Risks, r.ID) {
			continue
		}
		for _, c := range t.Controls {
			o := v.operation(c, r, a)
			for _, intended := range c.Effects {
				if intended.Risk == "" || intended.Risk == r.ID {
					list = append(list, o.effect(intended, r, m))
				}
			}
		}
	}
	return list
}

// operation is whether a chosen control operates, and why.
type operation struct {
	name       string
	operates   bool
	why        string
	unverified Date
}

// effect is what is intended, as the method knows it.
func (o operation) effect(i IntendedEffect, r Risk, m risk.Method) risk.Effect {
	role := risk.Likelihood
	if i.On == OnConsequence {
		role = risk.Consequence
	}
	on, _ := m.Coordinate(role)
	e := risk.Effect{
		Control: o.name, Scenario: string(r.ID), Threat: string(i.Threat), On: on.ID,
		Steps: i.Steps, Effectiveness: i.Reduces, Operating: o.operates, Why: o.why,
	}
	if !o.unverified.IsZero() {
		e.UnverifiedSince = o.unverified.String()
	}
	return e
}

func (v *View) operation(c ChosenControl, r Risk, a Assessment) operation {
	if c.Own != "" {
		own, ok := v.Control(c.Own)
		if !ok {
			return operation{name: string(c.Own), why: "there is no such control"}
		}
		return v.operationOf(own, a)
	}
	scope := ScopeID("")
	if len(r.Scopes) == 1 {
		scope = r.Scopes[0]
	}
	return v.operationOfAll(c, v.Realizers(c.Control, scope), a)
}

// operationOf judges one of the organization's own controls.
func (v *View) operationOf(c Control, a Assessment) operation {
	o := operation{name: string(c.ID)}
	state, _ := lastAt(c.States, v.at, func(f ControlFact) Date { return f.Since })
	switch {
	case slices.Contains(a.Relies, c.ID):
		o.why = "the assessment relies on it already"
	case state.Is == 0:
		o.why = "no state is recorded"
	case state.Is != Implemented:
		o.why = fmt.Sprintf("%s since %s", text(state.Is), state.Since)
	case !c.OperatingAt(v.at):
		o.why = "a test found it ineffective"
	default:
		o.operates, o.why = true, fmt.Sprintf("implemented since %s", state.Since)
		if !v.Supported(c) {
			o.unverified = v.lastSupported(c, state.Since)
		}
	}
	return o
}

// lastSupported returns the day until which evidence supported a control that
// has none now: the day it was implemented where there never was any.
func (v *View) lastSupported(c Control, since Date) Date {
	for _, e := range v.EvidenceOf(c.ID) {
		until := e.ReliedUntilFor(c.Cadence)
		if (e.Outcome == 0 || e.Outcome == Supports) && until.After(since) && !until.After(v.at) {
			since = until
		}
	}
	return since
}

// operationOfAll judges the controls that realize a reference.
func (v *View) operationOfAll(c ChosenControl, realizers []Control, a Assessment) operation {
	o := operation{name: c.Control.String(), why: "nothing realizes it fully"}
	full := false
	for _, own := range realizers {
		if s := own.StateAt(v.at); s == Retired || s == 0 {
			continue
		}
		part := v.operationOf(own, a)
		if !part.operates {
			return operation{name: o.name, why: fmt.Sprintf("%s: %s", own.ID, part.why)}
		}
		for _, realized := range own.References() {
			full = full || realized.Control == c.Control && realized.Extent != Part
		}
		if o.unverified.IsZero() || !part.unverified.IsZero() && part.unverified.Before(o.unverified) {
			o.unverified = part.unverified
		}
		o.why = part.why
	}
	if !full {
		return operation{name: o.name, why: "nothing realizes it fully"}
	}
	o.operates = true
	return o
}

// text returns the word of an enumeration.
func text(v interface{ MarshalText() ([]byte, error) }) string {
	word, _ := v.MarshalText() // a word of ours
	return string(word)
}
