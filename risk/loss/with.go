package loss

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
)

// With returns the plan in which controls of the model act, beside those that do
// already. The events are the same: simulated with the same seed, no trial loses
// more than without them. Whether they need or exclude each other is not asked.
// The error names a control that the model does not have.
func (p Plan) With(controls ...string) (Plan, error) {
	acting := slices.Clone(p.acting)
	for _, id := range controls {
		i := slices.IndexFunc(p.model.Controls, func(c Control) bool { return c.ID == id })
		if i < 0 {
			return Plan{}, fmt.Errorf("loss: with: got %s, want the id of a control of the model%s", strconv.Quote(clip(id)), p.model.nearest(id))
		}
		acting = append(acting, i)
	}
	slices.Sort(acting)
	return p.with(slices.Compact(acting)), nil
}

// with returns the plan in which certain controls act.
func (p Plan) with(acting []int) Plan {
	p.acting = acting
	p.digest = p.base
	if len(acting) > 0 {
		sum := sha256.Sum256([]byte(p.base + " with " + strings.Join(p.Controls(), "\x00")))
		p.digest = hex.EncodeToString(sum[:])
	}
	return p
}

// Controls lists the controls that act, in the order of the model.
func (p Plan) Controls() []string {
	var ids []string
	for _, i := range p.acting {
		ids = append(ids, p.model.Controls[i].ID)
	}
	return ids
}

// nearest returns which control may have been meant.
func (m Model) nearest(id string) string {
	var ids []string
	for _, c := range m.Controls {
		ids = append(ids, c.ID)
	}
	if word, ok := enum.Nearest(id, ids); ok {
		return ": " + strconv.Quote(word) + "?"
	}
	return ""
}
