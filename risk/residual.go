package risk

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// Situation is a scenario as it was judged, and what controls do to it.
type Situation struct {
	Scenario string `json:"scenario,omitzero"`
	// Threat is the one threat that the inputs speak of; "" where they speak of
	// the whole scenario.
	Threat string `json:"threat,omitzero"`
	Inputs Inputs `json:"inputs,omitzero"`
	// Quantities are the numbers behind the levels given, by factor, where they
	// are known. Without one, an effect on a scale with bounds starts from the
	// upper bound of the level, so that nothing is credited that is not sure.
	Quantities map[string]float64 `json:"quantities,omitzero"`
	Effects    []Effect           `json:"effects,omitzero"`
	// Floors are the levels below which effects do not bring a factor or step, by
	// its ID; without one, the lowest of its scale.
	Floors map[string]string `json:"floors,omitzero"`
	// VerifiedOnly gives no credit to effects whose evidence has expired.
	VerifiedOnly bool `json:"verifiedOnly,omitzero"`
	// Override is a level that a person set beside the computed one.
	Override Override `json:"override,omitzero"`
}

// Override is a level of risk set by a person, with the author and the reason.
type Override struct {
	Level  string `json:"level,omitzero"`
	By     string `json:"by,omitzero"`
	Reason string `json:"reason,omitzero"`
}

// Residual is what remains of a risk with controls.
type Residual struct {
	Before Rating `json:"before,omitzero"`
	// After is computed; Override stands beside it, never in its place.
	After    Rating   `json:"after,omitzero"`
	Override Override `json:"override,omitzero"`
	Credits  []Credit `json:"credits,omitzero"` // one an effect, in their order
	Changes  []Change `json:"changes,omitzero"` // of the factors and steps that effects are on
	Reasons  []Reason `json:"reasons,omitzero"` // of After
	// Warnings say what looks too good.
	Warnings []string `json:"warnings,omitzero"`
}

// Level returns the level that holds: the one a person set, else the computed.
func (r Residual) Level() string {
	if r.Override.Level != "" {
		return r.Override.Level
	}
	return r.After.Level
}

// Credit says whether an effect counts, and why.
type Credit struct {
	Control string  `json:"control,omitzero"`
	On      string  `json:"on,omitzero"`
	Given   bool    `json:"given,omitzero"`
	Why     string  `json:"why,omitzero"`
	Steps   int     `json:"steps,omitzero"`
	Reduces float64 `json:"reduces,omitzero"`
	// UnverifiedSince is the day since which the credit rests on expired
	// evidence, "" where it does not.
	UnverifiedSince string `json:"unverifiedSince,omitzero"`
}

// Change is what the effects make of one factor or step.
type Change struct {
	Of      string  `json:"of,omitzero"`
	From    string  `json:"from,omitzero"` // IDs of levels
	To      string  `json:"to,omitzero"`
	Steps   int     `json:"steps,omitzero"`   // asked for, before the floor
	Reduces float64 `json:"reduces,omitzero"` // 1 − Π(1 − reduction of each effect)
}

// veryMuch is the total reduction above which a warning is due: independent
// layers of defense seldom are.
const veryMuch = .999

// Residual rates a situation without and with its effects. An effect counts
// where it is declared for the scenario or threat and its control operates; each
// gets a [Credit] that says so, or why not. Of several effects on one scale steps
// add up, to the floor at most, and reductions multiply: Π(1 − r), as
// independent layers do.
//
// Errors are those of [Method.Rate], an [*EffectError] for an effect that cannot
// be applied, and others that name the floor, the quantity or the override at
// fault. An effect is refused where the level of risk does not always rise with
// what it lowers: an operating control never raises a level.
func (m Method) Residual(s Situation) (Residual, error) {
	var at figures
	before, err := m.rate(s.Inputs, &at, nil)
	if err != nil {
		return Residual{}, err
	}
	r := Residual{Before: m.rating(&at, before), Override: s.Override}
	if _, ok := m.Level(s.Override.Level); !ok && s.Override != (Override{}) {
		return Residual{}, fmt.Errorf("risk: override: level: got %q, want %s", clip(s.Override.Level), oneOf(words(m.Levels)))
	}
	d := defense{m: &m, s: s, at: &at, steps: map[int]int{}, keeps: map[int]float64{}}
	for i, e := range s.Effects {
		credit, err := d.credit(i, e)
		if err != nil {
			return Residual{}, err
		}
		r.Credits = append(r.Credits, credit)
	}
	moves, err := d.moves()
	if err != nil {
		return Residual{}, err
	}
	after := figures{moves: moves}
	reasons := []Reason{}
	result, err := m.rate(s.Inputs, &after, &reasons)
	if err != nil {
		return Residual{}, err
	}
	r.After, r.Reasons = m.rating(&after, result), reasons
	d.report(&r, &after)
	return r, nil
}

// defense collects the effects that count.
type defense struct {
	m     *Method
	s     Situation
	at    *figures // without effects
	check *checker
	steps map[int]int     // by value
	keeps map[int]float64 // Π(1 − reduction), by value
}

// credit judges one effect and collects it where it counts.
func (d *defense) credit(i int, e Effect) (Credit, error) {
	c := Credit{Control: e.Control, On: e.On, Why: e.Why, UnverifiedSince: e.UnverifiedSince}
	if fault := e.fault(); fault != nil {
		fault.Effect = i
		return c, fault
	}
	if ok, why := e.actsOn(d.s); !ok {
		c.Why = why
		return c, nil
	}
	v, err := d.target(i, e)
	if err != nil {
		return c, err
	}
	switch {
	case !e.Operating:
		if c.Why == "" {
			c.Why = "does not operate"
		}
		return c, nil
	case e.UnverifiedSince != "" && d.s.VerifiedOnly:
		c.Why = "evidence expired on " + clip(e.UnverifiedSince)
		return c, nil
	}
	c.Given, c.Steps, c.Reduces = true, e.Steps, e.Reduction()
	d.steps[v] += e.Steps
	if _, ok := d.keeps[v]; !ok {
		d.keeps[v] = 1
	}
	d.keeps[v] *= 1 - c.Reduces
	return c, nil
}

// target finds the value that an effect is on.
func (d *defense) target(i int, e Effect) (int, error) {
	fault := func(member, found, expected string) error {
		return &EffectError{Effect: i, Control: e.Control, Member: member, Found: found, Expected: expected}
	}
	bad := func(found, expected string) error { return fault("on", found, expected) }
	v := d.m.value(e.On, len(d.m.Steps), 0)
	if v < 0 || e.On == "" {
		return 0, bad(fmt.Sprintf("%q", clip(e.On)), oneOf(d.m.valueIDs()))
	}
	if d.at.leveled&(1<<v) == 0 {
		return 0, bad(fmt.Sprintf("%q, which has no level here", clip(e.On)), "a factor that is given, or a step with levels")
	}
	if v >= len(d.m.Factors) && d.m.readAsNumber(e.On) {
		return 0, bad(fmt.Sprintf("%q, whose number a formula reads", clip(e.On)), "one of the factors behind it")
	}
	if v >= len(d.m.Factors) && e.Reduction() > 0 {
		return 0, bad(fmt.Sprintf("%q", clip(e.On)), "a factor, for a reduction by a share")
	}
	if e.Reduction() > 0 && !bounded(d.m.levels(uint8(v))) { //nolint:gosec // below maxValues
		return 0, fault("effectiveness", number(e.Effectiveness), fmt.Sprintf("steps: the levels of %q have no bounds", clip(e.On)))
	}
	if way := d.way(v); way&falling != 0 {
		return 0, bad(fmt.Sprintf("%q, with which the level of risk does not always rise", clip(e.On)), "one with which it does")
	}
	return v, nil
}

// bounded reports whether levels have bounds: only then a share of one means
// something.
func bounded(levels []Level) bool {
	return slices.ContainsFunc(levels, func(l Level) bool { return l.Min != nil || l.Max != nil })
}

// readAsNumber reports whether a formula reads the number of a step.
func (m *Method) readAsNumber(step string) bool {
	for i := range len(m.Steps) + 1 {
		if r := m.rule(i); r.Formula != 0 && slices.Contains(r.Of, step) {
			return true
		}
	}
	v := m.value(step, len(m.Steps), 0)
	return m.Formula != 0 && m.Of == nil && !m.isRead(m.valueID(uint8(v))) //nolint:gosec // below maxValues
}

// way finds which way the level of risk goes with a value.
func (d *defense) way(v int) sign {
	if d.check == nil {
		d.check = d.m.checked()
	}
	if len(*d.check.problems) > 0 {
		return rising | falling
	}
	return d.check.wayTo(d.m.program(), v)
}

// moves turns steps and reductions into levels to go down.
func (d *defense) moves() (*moves, error) {
	var m moves
	for _, id := range slices.Sorted(maps.Keys(d.s.Floors)) {
		v := d.m.value(id, len(d.m.Steps), 0)
		if v < 0 {
			return nil, fmt.Errorf("risk: floors: got %q, want %s", clip(id), oneOf(d.m.valueIDs()))
		}
		levels := d.m.levels(uint8(v)) //nolint:gosec // below maxValues
		floor := find(levels, d.s.Floors[id])
		if floor < 0 {
			return nil, fmt.Errorf("risk: floors: %s: got %q, want %s", clip(id), clip(d.s.Floors[id]), oneOf(words(levels)))
		}
		m.floor[v] = uint8(floor) //nolint:gosec // below maxLevels
	}
	for _, v := range slices.Sorted(maps.Keys(d.steps)) { // of several faults always the same
		down, err := d.fall(v)
		if err != nil {
			return nil, err
		}
		m.down[v] = uint8(min(d.steps[v]+down, maxLevels)) //nolint:gosec // at most maxLevels
	}
	return &m, nil
}

// fall finds by how many levels the reductions lower a factor.
func (d *defense) fall(v int) (int, error) {
	keeps := d.keeps[v]
	if keeps >= 1 {
		return 0, nil
	}
	levels := d.m.levels(uint8(v)) //nolint:gosec // below maxValues
	level := int(d.at.level[v])
	id := d.m.Factors[v].ID
	if x, ok := d.s.Quantities[id]; ok {
		if band(levels, x) != level {
			return 0, fmt.Errorf("risk: quantity of %s: got %s, want one at level %q, which the inputs give",
				clip(id), number(x), clip(levels[level].ID))
		}
		return level - max(0, band(levels, x*keeps)), nil
	}
	if levels[level].Max == nil {
		return 0, fmt.Errorf("risk: quantity of %s: got none, want a number: level %q has no upper bound to reduce",
			clip(id), clip(levels[level].ID))
	}
	return level - under(levels, *levels[level].Max*keeps), nil
}

// under returns the level of what is just below x.
func under(levels []Level, x float64) int {
	for i := len(levels) - 1; i > 0; i-- {
		if low := levels[i].Min; low != nil && *low < x {
			return i
		}
	}
	return 0
}

// report says what became of each factor and step that effects are on.
func (d *defense) report(r *Residual, after *figures) {
	for v := range maxValues {
		steps, ok := d.steps[v]
		if !ok {
			continue
		}
		levels := d.m.levels(uint8(v))
		c := Change{
			Of: d.m.valueID(uint8(v)), Steps: steps, Reduces: 1 - d.keeps[v],
			From: levels[d.at.level[v]].ID, To: levels[after.level[v]].ID,
		}
		r.Changes = append(r.Changes, c)
		if c.Reduces > veryMuch && !math.IsNaN(c.Reduces) {
			r.Warnings = append(r.Warnings, fmt.Sprintf("controls on %q reduce it by %.3f %% together: layers are seldom that independent",
				clip(c.Of), 100*c.Reduces))
		}
	}
}
