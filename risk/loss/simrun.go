package loss

import (
	"context"
	"fmt"
	"sync"
)

// A crew draws blocks, each by one of its workers.
type crew struct {
	*program

	apart  bool                                       // scenarios are wanted each by itself
	hire   func(i int, w *worker)                     // called for each worker, before any begins
	before func(i int, w *worker, block uint64)       // says where the results of a block go
	after  func(i int, w *worker, block uint64) error // takes them
	turned func(i int)                                // called when the blocks that share values are done; may be nil
}

// run draws the blocks from the first up to below the second.
func (c *crew) run(ctx context.Context, from, to uint64) error {
	t := turns{next: from, from: from, to: to, step: c.options.inner(), progress: c.options.Progress}
	n := c.workers(from, to)
	all := make([]*worker, n)
	for i := range all {
		all[i] = newWorker(ctx, c.program, c.apart)
		c.hire(i, all[i])
	}
	var group sync.WaitGroup
	for i, w := range all[1:] {
		group.Go(func() { c.work(i+1, w, &t) })
	}
	c.work(0, all[0], &t)
	group.Wait()
	if t.err != nil && ctx.Err() != nil {
		return fmt.Errorf("loss: simulation: %w", ctx.Err())
	}
	return t.err
}

// workers returns how many there are for some blocks.
func (c *crew) workers(from, to uint64) int {
	step := c.options.inner()
	return int(min(uint64(c.options.Workers), (to-from+step-1)/step)) //nolint:gosec // 1 to 4,096
}

func (c *crew) work(i int, w *worker, t *turns) {
	for {
		from, to, ok := t.take()
		if !ok {
			return
		}
		for block := from; block < to; block++ {
			c.before(i, w, block)
			err := w.draw(block)
			if err == nil {
				err = c.after(i, w, block)
			}
			if err != nil {
				t.fail(block, err)
				return
			}
		}
		if c.turned != nil {
			c.turned(i)
		}
		t.done(to - from)
	}
}

// turns hand out blocks.
type turns struct {
	lock                 sync.Mutex
	next, from, to, step uint64
	finished, told       uint64
	progress             func(done, total int)
	err                  error
	failed               uint64 // the block with the error
}

// take returns the next blocks; ok is false if there are none, or there is an
// error.
func (t *turns) take() (from, to uint64, ok bool) {
	t.lock.Lock()
	defer t.lock.Unlock()
	if t.err != nil || t.next >= t.to {
		return 0, 0, false
	}
	from = t.next
	t.next = min(t.next+t.step, t.to)
	return from, t.next, true
}

// fail keeps the error of the first block that has one.
func (t *turns) fail(block uint64, err error) {
	t.lock.Lock()
	defer t.lock.Unlock()
	if t.err == nil || block < t.failed {
		t.err, t.failed = err, block
	}
}

// done counts blocks, and tells of about a thousand steps.
func (t *turns) done(blocks uint64) {
	if t.progress == nil {
		return
	}
	t.lock.Lock()
	defer t.lock.Unlock()
	total := t.to - t.from
	if t.finished += blocks; t.finished-t.told >= total/1000 || t.finished == total {
		t.told = t.finished
		t.progress(int(t.finished), int(total)) //nolint:gosec // at most 2^28
	}
}
