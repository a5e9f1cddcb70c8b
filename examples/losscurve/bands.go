package main

import (
	"context"
	"errors"

	"github.com/ismskit/ismskit/risk/loss"
)

// banded is an engine that knows where a figure may be for want of knowledge.
type banded interface {
	Band(ctx context.Context, of loss.Measure, p float64) (loss.Band, error)
}

// bands fills in where figures may be, if some parameter is not known.
func (a *answer) bands(ctx context.Context, exact, sample events) error {
	for _, of := range []struct {
		name    string
		measure loss.Measure
		at      float64
	}{{"mean", loss.ExpectedLoss, 0}, {"VaR", loss.ValueAtRisk, 0.95}, {"VaR", loss.ValueAtRisk, 0.99}, {"TVaR", loss.TailValueAtRisk, 0.99}} {
		b := band{Name: of.name, At: of.at}
		var err error
		if b.Exact, err = bandOf(ctx, exact, of.measure, of.at); err != nil {
			return err
		}
		if b.Simulated, err = bandOf(ctx, sample, of.measure, of.at); err != nil {
			return err
		}
		if b.Exact != nil || b.Simulated != nil {
			a.Bands = append(a.Bands, b)
		}
	}
	return nil
}

// bandOf returns that of one engine, nil where there is none.
func bandOf(ctx context.Context, engine events, of loss.Measure, p float64) (*loss.Band, error) {
	e, ok := engine.(banded)
	if !ok {
		return nil, nil //nolint:nilnil // there is no such engine
	}
	b, err := e.Band(ctx, of, p)
	switch {
	case err == nil:
		return &b, nil
	case errors.Is(err, context.Canceled):
		return nil, err
	}
	return nil, nil //nolint:nilnil // it knows all there is to know
}
