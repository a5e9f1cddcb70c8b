package crosswalk_test

import (
	"testing"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
)

func BenchmarkByStatement(b *testing.B) {
	var included []annexa.ControlRef
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		included = append(included, c.Ref)
	}
	m := crosswalk.CSF()
	b.ReportAllocs()
	for b.Loop() {
		m.ByStatement(included)
	}
}

func BenchmarkCompose(b *testing.B) {
	hipaa, onwards := crosswalk.HIPAA(), crosswalk.SP80053()
	b.ReportAllocs()
	for b.Loop() {
		hipaa.Compose(onwards)
	}
}
