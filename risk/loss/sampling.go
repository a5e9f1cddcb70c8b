package loss

import "github.com/ismskit/ismskit/internal/enum"

// Sampling is how the uniform numbers of a simulation are drawn.
type Sampling uint8

// The kinds of sampling. Plain numbers are independent of each other. A Latin
// hypercube has those of one variable in each 4,096th of their range, for every
// 4,096 trials. A scrambled Sobol sequence fills all variables evenly together,
// those first that are first in the model.
const (
	Plain Sampling = iota + 1
	LatinHypercube
	Sobol
)

var samplingWords = enum.Words{"", "plain", "latinHypercube", "sobol"}

// MarshalText returns the word.
func (s Sampling) MarshalText() ([]byte, error) {
	return samplingWords.Marshal("loss: sampling", uint8(s))
}

// UnmarshalText reads the word.
func (s *Sampling) UnmarshalText(text []byte) error {
	v, err := samplingWords.Unmarshal("loss: sampling", text)
	*s = Sampling(v)
	return err
}

// Measure is a figure of a loss.
type Measure uint8

// The measures; those of the tail are at a probability.
const (
	ExpectedLoss Measure = iota + 1
	ValueAtRisk
	TailValueAtRisk
)

var measureWords = enum.Words{"", "expectedLoss", "valueAtRisk", "tailValueAtRisk"}

// MarshalText returns the word.
func (m Measure) MarshalText() ([]byte, error) {
	return measureWords.Marshal("loss: measure", uint8(m))
}

// UnmarshalText reads the word.
func (m *Measure) UnmarshalText(text []byte) error {
	v, err := measureWords.Unmarshal("loss: measure", text)
	*m = Measure(v)
	return err
}
