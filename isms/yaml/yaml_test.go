package yaml_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/yaml"
)

func TestRoundTripOfGeneratedSystems(t *testing.T) {
	for seed := range uint64(60) {
		sys := ismstest.Generate(rand.New(rand.NewPCG(seed, 2)))
		var inYAML, inJSON, again bytes.Buffer

		require.NoError(t, yaml.Encode(&inYAML, sys))
		fromYAML, err := yaml.Decode("isms.yaml", inYAML.Bytes())
		require.NoError(t, err, "seed %d", seed)

		require.NoError(t, isms.Encode(&inJSON, sys))
		fromJSON, err := isms.Decode("isms.json", inJSON.Bytes())
		require.NoError(t, err, "seed %d", seed)
		require.Equal(t, fromJSON, fromYAML, "seed %d", seed)

		require.NoError(t, isms.Encode(&again, fromYAML))
		require.Equal(t, inJSON.String(), again.String(), "seed %d: JSON by way of YAML", seed)
		again.Reset()
		require.NoError(t, yaml.Encode(&again, fromJSON))
		require.Equal(t, inYAML.String(), again.String(), "seed %d: YAML by way of JSON", seed)
	}
}
