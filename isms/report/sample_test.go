package report_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
)

// at is the date of the sample's documents.
const at = "2026-06-30"

func day(t testing.TB, s string) isms.Date {
	t.Helper()
	d, err := isms.ParseDate(s)
	require.NoError(t, err)
	return d
}

// sample reads the System of the tests: each of its risks shows another case.
func sample(t testing.TB) isms.System {
	t.Helper()
	src, err := os.ReadFile("testdata/brightwater.yaml")
	require.NoError(t, err)
	sys, err := yaml.Decode("brightwater.yaml", src)
	require.NoError(t, err)
	return sys
}

func viewAt(t testing.TB, src isms.Source, on string) *isms.View {
	t.Helper()
	v, err := isms.At(src, day(t, on), methods.All())
	require.NoError(t, err)
	return v
}

// documents returns every document of the package.
func documents(t testing.TB, v *isms.View) []docinfo.Document {
	t.Helper()
	maps, err := report.HeatMap(v)
	require.NoError(t, err)
	return []docinfo.Document{report.Register(v), report.TreatmentPlan(v), maps}
}
