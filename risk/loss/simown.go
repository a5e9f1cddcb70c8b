package loss

import (
	"context"
	"fmt"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// An ownLoss is a scenario in a year whose loss a function draws.
type ownLoss struct {
	scenario string
	year     int
	loss     func(*Draws) float64
	key      streams.Key
	scale    float64
}

func (m *maker) own(s Scenario, year int) *ownLoss {
	return &ownLoss{
		s.ID, year, s.Own.Loss, m.key(s.ID, fmt.Sprintf("own/%d", year)), mathx.Pow(1+s.LossTrend, float64(year)),
	}
}

// own adds the losses that a function draws. What it should not do is an error
// here, not a crash.
func (w *worker) own(o *ownLoss, sum *column) (err error) {
	trial := uint64(0)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("loss: simulation: own function of %q: trial %d: panic: %v", o.scenario, trial, r)
		}
	}()
	s := o.key.Block(w.block)
	for i := range sum {
		if i%64 == 0 && w.stopped() != nil {
			return context.Canceled
		}
		trial = w.block*streams.Block + uint64(i)
		x := o.loss(&Draws{Trial: trial, Year: o.year, from: &s})
		if !(x >= 0 && x <= mostMoney) {
			return fmt.Errorf("loss: simulation: own function of %q: trial %d: got %v, want an amount from 0 to 1e30", o.scenario, trial, x)
		}
		sum[i] += float64(x * o.scale)
	}
	return nil
}
