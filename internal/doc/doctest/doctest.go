// Package doctest holds the records on which the tests and benchmarks of
// package doc and its formats work: small ones that use every Go type the
// decoder knows, and a register of any size.
package doctest

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/ismskit/ismskit/internal/enum"
)

// Register is a document of the size that an organization of some thousand
// people has.
type Register struct {
	ID       string                     `json:"id" doc:"required"`
	Title    string                     `json:"title,omitzero"`
	Risks    []Risk                     `json:"risks,omitzero"`
	Assets   []Asset                    `json:"assets,omitzero"`
	Controls []Control                  `json:"controls,omitzero"`
	Evidence []Evidence                 `json:"evidence,omitzero"`
	X        map[string]json.RawMessage `json:"x,omitzero"`
}

// RiskID is a text of its own type.
type RiskID string

// Risk has a history.
type Risk struct {
	ID          RiskID                     `json:"id" doc:"required"`
	Title       string                     `json:"title,omitzero"`
	Owner       string                     `json:"owner,omitzero"`
	Source      string                     `json:"source,omitzero"`
	Assets      []string                   `json:"assets,omitzero"`
	Status      []Status                   `json:"status,omitzero"`
	Assessments []Assessment               `json:"assessments,omitzero"`
	X           map[string]json.RawMessage `json:"x,omitzero"`
}

// Status is a dated fact.
type Status struct {
	On   Date `json:"on,omitzero"`
	Open bool `json:"open,omitzero"`
}

// Assessment has a map, a word and a nested record.
type Assessment struct {
	Stage    Stage             `json:"stage,omitzero"`
	On       Date              `json:"on,omitzero"`
	Assessor string            `json:"assessor,omitzero"`
	Method   string            `json:"method,omitzero"`
	Inputs   map[string]string `json:"inputs,omitzero"`
	Rating   Rating            `json:"rating,omitzero"`
	Note     string            `json:"note,omitzero"`
}

// Rating is a record of texts.
type Rating struct {
	Method      string `json:"method,omitzero"`
	Likelihood  string `json:"likelihood,omitzero"`
	Consequence string `json:"consequence,omitzero"`
	Level       string `json:"level,omitzero"`
}

// Asset has numbers.
type Asset struct {
	ID      string   `json:"id" doc:"required"`
	Title   string   `json:"title,omitzero"`
	Kind    string   `json:"kind,omitzero"`
	Value   float64  `json:"value,omitzero"`
	Count   int      `json:"count,omitzero"`
	Depends []string `json:"depends,omitzero"`
}

// Control has many references.
type Control struct {
	ID       string   `json:"id" doc:"required"`
	Title    string   `json:"title,omitzero"`
	Realizes []string `json:"realizes,omitzero"`
}

// Evidence comes in large numbers.
type Evidence struct {
	ID        string   `json:"id" doc:"required"`
	Kind      string   `json:"kind,omitzero"`
	Title     string   `json:"title,omitzero"`
	Digest    string   `json:"digest,omitzero"`
	Collected Date     `json:"collected,omitzero"`
	Supports  []string `json:"supports,omitzero"`
}

// Stage is a closed enumeration.
type Stage uint8

// The stages.
const (
	Inherent Stage = iota + 1
	Current
	Residual
)

var stages = enum.Words{"", "inherent", "current", "residual"}

// MarshalText gives the word.
func (s Stage) MarshalText() ([]byte, error) { return stages.Marshal("doctest: stage", uint8(s)) }

// UnmarshalText reads the word.
func (s *Stage) UnmarshalText(text []byte) error {
	v, err := stages.Unmarshal("doctest: stage", text)
	if err != nil {
		return err
	}
	*s = Stage(v)
	return nil
}

// Date is a day, a struct with a text form.
type Date struct{ Year, Month, Day int16 }

// IsZero reports whether the date is not stated.
func (d Date) IsZero() bool { return d == Date{} }

// MarshalText gives "2026-11-21".
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	return fmt.Appendf(nil, "%04d-%02d-%02d", d.Year, d.Month, d.Day), nil
}

// UnmarshalText reads "2026-11-21".
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("doctest: date: got %q, want a day as in 2026-11-21", text)
	}
	*d = Date{int16(t.Year()), int16(t.Month()), int16(t.Day())} //nolint:gosec // a parsed date is small
	return nil
}

// Of makes a register with that many risks, each with ten assessments, and
// the other records in the proportion of a large organization: 2,000 assets,
// 800 controls with ten references each and 20,000 pieces of evidence beside
// 5,000 risks.
func Of(risks int) Register {
	r := Register{ID: "acme", Title: "Information security management system of Acme"}
	for i := range risks {
		r.Risks = append(r.Risks, risk(i))
	}
	for i := range risks * 2 / 5 {
		r.Assets = append(r.Assets, Asset{
			ID: fmt.Sprintf("A-%04d", i), Title: fmt.Sprintf("Server %d in the second computing center", i), Kind: "server",
			Value: float64(i) * 12.5, Count: i % 7, Depends: []string{fmt.Sprintf("A-%04d", i/2)},
		})
	}
	for i := range risks * 4 / 25 {
		c := Control{ID: fmt.Sprintf("C-%04d", i), Title: "Access is granted for the time it is needed"}
		for j := range 10 {
			c.Realizes = append(c.Realizes, fmt.Sprintf("A.5.%d", (i+j)%37+1))
		}
		r.Controls = append(r.Controls, c)
	}
	for i := range risks * 4 {
		r.Evidence = append(r.Evidence, Evidence{
			ID: fmt.Sprintf("E-%05d", i), Kind: "record", Title: "Minutes of the quarterly access review",
			Digest: "sha256:" + strings.Repeat(fmt.Sprintf("%04x", i&0xffff), 16), Collected: day(i),
			Supports: []string{fmt.Sprintf("C-%04d", i/25), "A.5.18"},
		})
	}
	return r
}

func risk(i int) Risk {
	r := Risk{
		ID: RiskID(fmt.Sprintf("R-%04d", i)), Title: "Customer data is disclosed through a stolen laptop", Owner: "head-of-sales",
		Source: "workshop with the departments", Assets: []string{fmt.Sprintf("A-%04d", i/3)},
		Status: []Status{{On: day(i), Open: true}, {On: day(i + 300)}},
	}
	for j := range 10 {
		a := Assessment{
			Stage: Stage(j%3 + 1), On: day(i + j), Assessor: "security-officer", Method: "iso27005/qualitative@2022",
			Inputs: map[string]string{"likelihood": "3", "consequence": "4"},
			Rating: Rating{Method: "iso27005/qualitative@2022", Likelihood: "3", Consequence: "4", Level: "high"},
		}
		if j == 0 {
			a.Note = "Two laptops were lost in the last year, both encrypted."
		}
		r.Assessments = append(r.Assessments, a)
	}
	if i%10 == 0 {
		r.X = map[string]json.RawMessage{"acme/ticket": json.RawMessage(`{"id":"42","open":true,"score":1.50}`)}
	}
	return r
}

func day(i int) Date { return Date{2025, int16(i%12 + 1), int16(i%28 + 1)} }
