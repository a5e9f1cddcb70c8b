package main

import (
	"encoding/json"
	"io"

	"github.com/ismskit/ismskit/risk/loss"
)

// answer is everything that is said about a model. As JSON it has these members;
// README.md has an example.
type answer struct {
	File     string  `json:"file"`
	ID       string  `json:"id"`
	Title    string  `json:"title,omitzero"`
	Currency string  `json:"currency,omitzero"`
	Years    int     `json:"years"`             // of the horizon
	Discount float64 `json:"discount,omitzero"` // for each year, of the figures
	Digest   string  `json:"digest"`            // of the model

	Exact      engine `json:"exact"`
	Simulation engine `json:"simulation"`

	// Figures are of the loss of the year; over several years, of the present
	// value of all losses of the horizon.
	Figures []figure `json:"figures"`

	Exceedances   []exceedance            `json:"exceedances"`
	Contributions []contribution          `json:"contributions"`  // of each scenario to the mean
	Tail          []loss.TailContribution `json:"tail,omitzero"`  // to VaR and TVaR at 0.99
	Bands         []band                  `json:"bands,omitzero"` // for want of knowledge
	ByYear        []yearly                `json:"byYear,omitzero"`
	Layers        []loss.LayerResult      `json:"layers,omitzero"`
}

// engine says what an engine did, or why it could not.
type engine struct {
	Forbids    []string     `json:"forbids,omitzero"`
	Error      string       `json:"error,omitzero"`
	Provenance any          `json:"provenance,omitzero"`
	AEP        []loss.Point `json:"aep,omitzero"` // exceedance of the loss of the year, or the horizon
	OEP        []loss.Point `json:"oep,omitzero"` // of its largest event
}

// both is a figure as the engines have it; what one does not have is nil.
type both struct {
	Exact     *loss.Estimate `json:"exact,omitzero"`
	Simulated *loss.Estimate `json:"simulated,omitzero"`

	// Apart is how far the two are from each other, in standard errors of the
	// simulation.
	Apart *float64 `json:"apart,omitzero"`
}

// figure is one of the loss.
type figure struct {
	Name string  `json:"name"`
	At   float64 `json:"at,omitzero"` // the probability, of VaR and TVaR
	both
}

// exceedance is how probable more than an amount is.
type exceedance struct {
	Amount  float64 `json:"amount"`
	Loss    both    `json:"loss"`    // of the year, or the horizon
	Largest both    `json:"largest"` // event of it
}

// contribution is what a scenario adds to the mean.
type contribution struct {
	Scenario string `json:"scenario"`
	both
}

// band is where a figure may be for want of knowledge.
type band struct {
	Name      string     `json:"name"`
	At        float64    `json:"at,omitzero"`
	Exact     *loss.Band `json:"exact,omitzero"`
	Simulated *loss.Band `json:"simulated,omitzero"` // a little wider: their noise is in them
}

// yearly is a figure of a year, in its own money.
type yearly struct {
	Year int `json:"year"`
	figure
}

func (a *answer) json(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(a)
}
