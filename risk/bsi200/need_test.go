package bsi200_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/bsi200"
)

const (
	normal   = bsi200.NormalNeed
	high     = bsi200.HighNeed
	veryHigh = bsi200.VeryHighNeed
)

// office has two applications on a server, in a room.
func office() []bsi200.Object {
	return []bsi200.Object{
		{ID: "room"},
		{ID: "server", On: []string{"room"}},
		{ID: "payroll", Own: bsi200.Needs{Confidentiality: high, Integrity: high, Availability: normal}, On: []string{"server", "directory"}},
		{ID: "directory", Own: bsi200.Needs{Confidentiality: normal, Integrity: normal, Availability: normal}, On: []string{"server"}},
		{ID: "archive"},
	}
}

func TestDetermine(t *testing.T) {
	got, err := bsi200.Determine(office())
	require.NoError(t, err)
	payroll := bsi200.Needs{Confidentiality: high, Integrity: high, Availability: normal}
	require.Equal(t, []bsi200.Determination{
		{Object: "room", Needs: payroll, Computed: payroll, From: bsi200.Origins{Confidentiality: "server", Integrity: "server", Availability: "server"}},
		{Object: "server", Needs: payroll, Computed: payroll, From: bsi200.Origins{Confidentiality: "payroll", Integrity: "payroll", Availability: "payroll"}},
		{Object: "payroll", Needs: payroll, Computed: payroll},
		{Object: "directory", Needs: payroll, Computed: payroll, From: bsi200.Origins{Confidentiality: "payroll", Integrity: "payroll"}},
		{Object: "archive"},
	}, got)
	require.Equal(t, high, got[0].Needs.Highest())
	require.Zero(t, got[4].Needs.Highest(), "not known is not normal")

	got, err = bsi200.Determine(nil)
	require.NoError(t, err)
	require.Empty(t, got)
}

// TestOverrides holds that the computed need stays beside the decided one, and
// that the decided one is passed on.
func TestOverrides(t *testing.T) {
	objects := office()
	objects[1].Overrides = []bsi200.Override{
		{Property: bsi200.Availability, Effect: bsi200.Cumulation, Need: veryHigh, Reason: "all applications fail with it", By: "A. Weber"},
		{Property: bsi200.Confidentiality, Effect: bsi200.Distribution, Need: normal, Reason: "it holds a share of each key"},
	}
	got, err := bsi200.Determine(objects)
	require.NoError(t, err)
	require.Equal(t, bsi200.Determination{
		Object:    "server",
		Needs:     bsi200.Needs{Confidentiality: normal, Integrity: high, Availability: veryHigh},
		Computed:  bsi200.Needs{Confidentiality: high, Integrity: high, Availability: normal},
		From:      bsi200.Origins{Confidentiality: "payroll", Integrity: "payroll", Availability: "payroll"},
		Overrides: objects[1].Overrides,
	}, got[1])
	require.Equal(t, bsi200.Needs{Confidentiality: normal, Integrity: high, Availability: veryHigh}, got[0].Needs)
	require.Equal(t, got[0].Needs, got[0].Computed, "what the room inherits is computed for the room")
}

func TestDetermineMistakes(t *testing.T) {
	override := func(o bsi200.Override) func([]bsi200.Object) {
		return func(objects []bsi200.Object) { objects[1].Overrides = []bsi200.Override{o} }
	}
	for _, c := range []struct {
		name   string
		change func(objects []bsi200.Object)
		want   string
	}{
		{"blank id", func(o []bsi200.Object) { o[4].ID = " " }, `bsi200: object " ": id: got " ", want an id`},
		{"id twice", func(o []bsi200.Object) { o[4].ID = "room" }, `bsi200: object "room": id: got "room", want an id of its own: object 0 has it too`},
		{
			"unknown object", func(o []bsi200.Object) { o[3].On[0] = "sever" },
			`bsi200: object "directory": on/0: got "sever", want the id of an object; did you mean "server"?`,
		},
		{"own need", func(o []bsi200.Object) { o[2].Own.Integrity = 4 }, `bsi200: object "payroll": own/integrity: got "4", want normal, hoch or sehr hoch`},
		{
			"no basic value", override(bsi200.Override{Effect: 1, Need: 3, Reason: "x"}),
			`bsi200: object "server": overrides/0/property: got "", want a basic value`,
		},
		{
			"no effect", override(bsi200.Override{Property: 1, Effect: 9, Need: 3, Reason: "x"}),
			`bsi200: object "server": overrides/0/effect: got "9", want Kumulation or Verteilung`,
		},
		{
			"no need", override(bsi200.Override{Property: 1, Effect: 1, Reason: "x"}),
			`bsi200: object "server": overrides/0/need: got "", want normal, hoch or sehr hoch`,
		},
		{
			"no reason", override(bsi200.Override{Property: 1, Effect: 1, Need: 3, Reason: " "}),
			`bsi200: object "server": overrides/0/reason: got " ", want the reason for the override`,
		},
		{
			"cumulation that raises nothing", override(bsi200.Override{Property: bsi200.Integrity, Effect: 1, Need: high, Reason: "x"}),
			`bsi200: object "server": overrides/0/need: got "hoch", want more than the computed hoch: cumulation raises`,
		},
		{
			"distribution that lowers nothing", override(bsi200.Override{Property: bsi200.Integrity, Effect: 2, Need: veryHigh, Reason: "x"}),
			`bsi200: object "server": overrides/0/need: got "sehr hoch", want less than the computed hoch: distribution lowers`,
		},
		{"cumulation of nothing", func(o []bsi200.Object) {
			o[4].Overrides = []bsi200.Override{{Property: 3, Effect: 1, Need: high, Reason: "x"}}
		}, `bsi200: object "archive": overrides/0/need: got "hoch", want none: no need is known that the effect could change`},
		{"override twice", func(o []bsi200.Object) {
			x := bsi200.Override{Property: 1, Effect: 1, Need: veryHigh, Reason: "x"}
			o[1].Overrides = []bsi200.Override{x, x}
		}, `bsi200: object "server": overrides/1/property: got "Vertraulichkeit", want one override for each basic value`},
		{
			"two mistakes", func(o []bsi200.Object) { o[3].On[0], o[4].ID = "attic", "" },
			"bsi200: object \"\": id: got \"\", want an id\n" + `bsi200: object "directory": on/0: got "attic", want the id of an object`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			objects := office()
			c.change(objects)
			got, err := bsi200.Determine(objects)
			require.Nil(t, got)
			require.EqualError(t, err, c.want)
			_, ok := errors.AsType[*bsi200.ObjectError](err)
			require.True(t, ok)
		})
	}
}

func TestDetermineCycle(t *testing.T) {
	objects := office()
	objects[0].On = []string{"directory"}
	got, err := bsi200.Determine(objects)
	require.Nil(t, got)
	require.EqualError(t, err, "bsi200: objects depend on each other: room → directory → server → room")
	cycle, ok := errors.AsType[*bsi200.CycleError](err)
	require.True(t, ok)
	require.Equal(t, []string{"room", "directory", "server", "room"}, cycle.Path)
}

// textbook determines a need by asking every object that depends on this one,
// and each of those in turn.
func textbook(objects []bsi200.Object, id string) bsi200.Needs {
	var n bsi200.Needs
	for _, o := range objects {
		if o.ID == id {
			n = n.Max(o.Own)
		}
		for _, on := range o.On {
			if on == id {
				n = n.Max(textbook(objects, o.ID))
			}
		}
	}
	return n
}

// TestDetermineLikeTheTextbook compares random graphs, and holds that the order
// of the objects does not matter and that From leads to an own need as high.
func TestDetermineLikeTheTextbook(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		objects := random(r, 2+r.IntN(9))
		got, err := bsi200.Determine(objects)
		require.NoError(t, err)
		byID := map[string]bsi200.Determination{}
		own := map[string]bsi200.Needs{}
		for i, d := range got {
			require.Equal(t, textbook(objects, d.Object), d.Computed)
			byID[d.Object], own[d.Object] = d, objects[i].Own
		}
		for _, d := range got {
			at := d
			for at.From.Integrity != "" {
				at = byID[at.From.Integrity]
			}
			require.Equal(t, d.Needs.Integrity, own[at.Object].Integrity)
		}
		r.Shuffle(len(objects), func(i, j int) { objects[i], objects[j] = objects[j], objects[i] })
		shuffled, err := bsi200.Determine(objects)
		require.NoError(t, err)
		for _, d := range shuffled {
			require.Equal(t, byID[d.Object].Needs, d.Needs)
		}
	}
}

// random draws objects without a circle.
func random(r *rand.Rand, n int) []bsi200.Object {
	objects := make([]bsi200.Object, n)
	for i := range objects {
		objects[i].ID = fmt.Sprint(i)
		objects[i].Own = bsi200.Needs{
			Confidentiality: bsi200.Need(r.IntN(4)), Integrity: bsi200.Need(r.IntN(4)), Availability: bsi200.Need(r.IntN(4)),
		}
		for j := range i {
			if r.IntN(3) == 0 {
				objects[i].On = append(objects[i].On, fmt.Sprint(j))
			}
		}
	}
	return objects
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		of   interface{ UnmarshalText(text []byte) error }
		want string
	}{
		{new(bsi200.Frequency), `bsi200: frequency: got "x", want one of selten, mittel, häufig, sehr häufig`},
		{new(bsi200.Damage), `bsi200: damage: got "x", want one of vernachlässigbar, begrenzt, beträchtlich, existenzbedrohend`},
		{new(bsi200.Risk), `bsi200: risk: got "x", want one of gering, mittel, hoch, sehr hoch`},
		{new(bsi200.Grade), `bsi200: grade: got "x", want one of niedrig, mittel, hoch, sehr hoch`},
		{new(bsi200.Need), `bsi200: protection need: got "x", want one of normal, hoch, sehr hoch`},
		{new(bsi200.Property), `bsi200: basic value: got "x", want one of Vertraulichkeit, Integrität, Verfügbarkeit`},
		{new(bsi200.Effect), `bsi200: effect: got "x", want one of Kumulation, Verteilung`},
		{new(bsi200.Treatment), `bsi200: treatment: got "x", want one of A, B, C, D`},
	} {
		require.EqualError(t, c.of.UnmarshalText([]byte("x")), c.want)
		require.NoError(t, c.of.UnmarshalText(nil))
	}
	for _, m := range []interface{ MarshalText() ([]byte, error) }{
		bsi200.Frequency(9), bsi200.Damage(9), bsi200.Risk(9), bsi200.Grade(9), bsi200.Need(9), bsi200.Property(9), bsi200.Effect(9), bsi200.Treatment(9),
	} {
		_, err := m.MarshalText()
		require.Error(t, err)
	}
}
