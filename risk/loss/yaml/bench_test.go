package yaml_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/file"
	"github.com/ismskit/ismskit/risk/loss/yaml"
)

// BenchmarkDecode reads a model of as many scenarios, and compiles it: what it
// takes beyond that is in package loss.
func BenchmarkDecode(b *testing.B) {
	small, err := yaml.Decode("full.yaml", []byte(source(b)))
	require.NoError(b, err)
	for _, n := range []int{10, 1000} {
		m := small
		m.Links, m.Causes, m.Layers, m.Controls, m.Scenarios = nil, nil, nil, nil, nil
		for i := range n {
			s := small.Scenarios[1]
			s.ID = fmt.Sprint("s", i)
			m.Scenarios = append(m.Scenarios, s)
		}
		var inYAML, inJSON bytes.Buffer
		require.NoError(b, yaml.Encode(&inYAML, m))
		require.NoError(b, file.Encode(&inJSON, m))
		b.Run(fmt.Sprintf("yaml/scenarios=%d", n), func(b *testing.B) {
			b.SetBytes(int64(inYAML.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := yaml.Decode("m.yaml", inYAML.Bytes()); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("json/scenarios=%d", n), func(b *testing.B) {
			b.SetBytes(int64(inJSON.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := file.Decode("m.json", inJSON.Bytes()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
