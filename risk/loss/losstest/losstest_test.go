package losstest_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/losstest"
)

func generate(seed uint64) loss.Model { return losstest.Generate(rand.New(rand.NewPCG(seed, 1))) }

// TestGeneratedModelsCompile: any of them, and each seed makes one.
func TestGeneratedModelsCompile(t *testing.T) {
	for seed := range uint64(100) {
		m := generate(seed)
		_, err := loss.Compile(m)
		require.NoError(t, err, "seed %d", seed)
		require.Equal(t, m, generate(seed), "the same twice")
	}
}

// TestEveryFieldIsFilled: the fields of every type that a model holds, but for
// functions.
func TestEveryFieldIsFilled(t *testing.T) {
	filled := make(map[string]bool)
	for seed := range uint64(200) {
		mark(filled, reflect.ValueOf(generate(seed)))
	}
	for _, typ := range []reflect.Type{
		reflect.TypeFor[loss.Model](), reflect.TypeFor[loss.Scenario](), reflect.TypeFor[loss.Stage](), reflect.TypeFor[loss.Uncertain](),
		reflect.TypeFor[loss.Link](), reflect.TypeFor[loss.Cause](), reflect.TypeFor[loss.Hit](), reflect.TypeFor[loss.Layer](),
		reflect.TypeFor[loss.Control](), reflect.TypeFor[loss.Effect](),
		reflect.TypeFor[loss.Poisson](), reflect.TypeFor[loss.NegativeBinomial](), reflect.TypeFor[loss.Binomial](),
		reflect.TypeFor[loss.Bernoulli](), reflect.TypeFor[loss.Exactly](), reflect.TypeFor[loss.Multiplied](),
	} {
		for f := range typ.Fields() {
			name := typ.Name() + "." + f.Name
			if name == "Scenario.Own" {
				continue
			}
			require.True(t, filled[name], "no generated model has %s", name)
		}
	}
}

// mark notes which fields of the structs below v are filled.
func mark(filled map[string]bool, v reflect.Value) {
	switch v.Kind() { //nolint:exhaustive // the others hold nothing
	case reflect.Interface:
		mark(filled, v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			mark(filled, v.Index(i))
		}
	case reflect.Struct:
		for i, f := range reflect.VisibleFields(v.Type()) {
			if f.IsExported() && !v.Field(i).IsZero() {
				filled[v.Type().Name()+"."+f.Name] = true
				mark(filled, v.Field(i))
			}
		}
	}
}
