package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
)

// progress says on a terminal how far the work is; elsewhere nothing.
type progress struct {
	w    io.Writer // nil where nobody watches
	last atomic.Int64
}

// newProgress returns one that writes to w, if that is a terminal.
func newProgress(w io.Writer) *progress {
	f, ok := w.(*os.File)
	if !ok {
		return &progress{}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return &progress{}
	}
	return &progress{w: w}
}

// of returns what an engine calls with how much is done.
func (p *progress) of(what string) func(done, total int) {
	if p.w == nil {
		return nil
	}
	p.last.Store(-1)
	return func(done, total int) {
		percent := int64(done) * 100 / int64(max(total, 1))
		if p.last.Swap(percent) != percent {
			_, _ = fmt.Fprintf(p.w, "\r\x1b[K%s %d %%", what, percent)
		}
	}
}

// done takes the last line away.
func (p *progress) done() {
	if p.w != nil {
		_, _ = fmt.Fprint(p.w, "\r\x1b[K")
	}
}
