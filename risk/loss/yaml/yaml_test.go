package yaml_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/file"
	"github.com/ismskit/ismskit/risk/loss/losstest"
	"github.com/ismskit/ismskit/risk/loss/yaml"
)

func source(t testing.TB) string {
	t.Helper()
	src, err := os.ReadFile("testdata/full.yaml")
	require.NoError(t, err)
	return strings.ReplaceAll(string(src), "\r\n", "\n")
}

func encoded(t testing.TB, m loss.Model) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, yaml.Encode(&b, m))
	return b.String()
}

// TestCanonical: a model as a person writes it, and what is written of it.
func TestCanonical(t *testing.T) {
	m, err := yaml.Decode("full.yaml", []byte(source(t)))
	require.NoError(t, err)
	_, err = loss.Compile(m)
	require.NoError(t, err)
	golden.Equal(t, "full.canonical.yaml", encoded(t, m))
	var b bytes.Buffer
	require.NoError(t, file.Encode(&b, m))
	golden.Equal(t, "full.json", b.String())
	again, err := yaml.Decode("full.canonical.yaml", []byte(encoded(t, m)))
	require.NoError(t, err)
	require.Equal(t, m, again)
	again, err = file.Decode("full.json", b.Bytes())
	require.NoError(t, err)
	require.Equal(t, m, again)

	crlf, err := yaml.Decode("full.yaml", []byte(strings.ReplaceAll(source(t), "\n", "\r\n")))
	require.NoError(t, err)
	require.Equal(t, m, crlf, "line ends do not matter")
}

// TestEveryLine: where a line is broken, some problem stands there, or at the
// end of what it belongs to.
func TestEveryLine(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(source(t)), "\n")
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		changed := append(append(append([]string{}, lines[:i]...), strings.Replace(line, ": ", ": !", 1)), lines[i+1:]...)
		if changed[i] == line {
			continue
		}
		_, err := yaml.Decode("x.yaml", []byte(strings.Join(changed, "\n")))
		ps, ok := errors.AsType[file.Problems](err)
		require.True(t, ok, line)
		require.Contains(t, []int{i + 1, i + 2}, ps[0].Line, "%s\n%v", line, err)
	}
}

func ExampleDecode() {
	m, err := yaml.Decode("acme.yaml", []byte(`
id: acme-2026
currency: EUR
scenarios:
  - id: ransomware
    frequency: {poisson: {rate: 0.4}}          # events a year
    severity: lognormal90(low=20e3, high=1e6)  # nine in ten losses are between
    then:
      - {id: fine, probability: 0.2, severity: "pert(min=5e4, mode=2.5e5, max=3e6)"}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := loss.Compile(m)
	fmt.Println(plan.Engines()[0].Forbids, err)

	_, err = yaml.Decode("acme.yaml", []byte(`
id: acme-2026
currency: EUR
scenarios:
  - id: ransomware
    frequency: {poisson: {rate: -0.4}}
    severity: lognormal90(low=20e3, high=1e6)
    eventLimt: 5e6
`))
	fmt.Println(err)
	// Output:
	// [] <nil>
	// acme.yaml:6:33: /scenarios/0/frequency/poisson/rate: got -0.4, want a rate from 0 to 1e6 events a year (LM006)
	// acme.yaml:8:5: /scenarios/0/eventLimt: unknown member "eventLimt" (D022); did you mean "eventLimit"?
}

// FuzzDecode holds that nothing panics, that a model without error compiles, and
// that it is the same model in both formats.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(source(f)))
	for seed := range uint64(3) {
		f.Add([]byte(encoded(f, losstest.Generate(rand.New(rand.NewPCG(seed, 7))))))
	}
	for _, src := range []string{
		"id: [a", "id: m\nscenarios: [{id: s, frequency: {poisson: {rate: 1}}, severity: 1}]\n",
		"id: 010\nscenarios:\n  - id: no\n    frequency: {bernoulli: {probability: {per: event, dist: \"beta(a=1, b=2)\"}}}\n    severity: >\n      uniform(min=0,\n      max=1)\n",
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := yaml.Decode("x.yaml", src)
		if err != nil {
			require.Zero(t, m)
			require.NotEmpty(t, err.Error())
			return
		}
		_, err = loss.Compile(m)
		require.NoError(t, err)
		again, err := yaml.Decode("x.yaml", []byte(encoded(t, m)))
		require.NoError(t, err)
		require.Equal(t, m, again)
		var b bytes.Buffer
		require.NoError(t, file.Encode(&b, m))
		again, err = file.Decode("x.json", b.Bytes())
		require.NoError(t, err)
		require.Equal(t, m, again)
	})
}
