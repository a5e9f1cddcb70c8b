package isms_test

import (
	"encoding"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
)

func goldenLines(t *testing.T, name string, lines []string) {
	t.Helper()
	golden.Equal(t, name, strings.Join(lines, "\n")+"\n")
}

// enumerations lists every closed enumeration by way of a value and a pointer
// to one.
func enumerations() []func(n uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler) {
	return []func(uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler){
		word[isms.Kind], word[isms.Nature], word[isms.Outcome], word[isms.Addressing], word[isms.DocumentState],
		word[isms.PhaseState], word[isms.Property], word[isms.Layer], word[isms.Origin], word[isms.RiskState],
		word[isms.Combination], word[isms.Stage], word[isms.Option], word[isms.Target], word[isms.Extent],
		word[isms.Provider], word[isms.ControlState], word[isms.TestObject], word[isms.TestResult],
		word[isms.Inclusion], word[isms.Ground], word[isms.EvidenceKind], word[isms.EvidenceOutcome],
	}
}

func word[T interface {
	~uint8
	encoding.TextMarshaler
}](n uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler) {
	v := new(T)
	return T(n), any(v).(encoding.TextUnmarshaler) //nolint:forcetypeassert // every enumeration reads its words
}

// TestWords lists every word with its type: they are stored by others, so none
// may change. New words come after the old ones.
func TestWords(t *testing.T) {
	var lines []string
	for _, e := range enumerations() {
		for n := uint8(0); ; n++ {
			value, read := e(n)
			text, err := value.MarshalText()
			if err != nil {
				require.NotZero(t, n)
				break
			}
			require.NoError(t, read.UnmarshalText(text))
			back, ok := read.(interface{ MarshalText() ([]byte, error) })
			require.True(t, ok)
			again, err := back.MarshalText()
			require.NoError(t, err)
			require.Equal(t, text, again)
			if n > 0 {
				lines = append(lines, fmt.Sprintf("%T %s", value, text))
			}
		}
		_, read := e(0)
		require.ErrorContains(t, read.UnmarshalText([]byte("no such word")), `got "no such word", want one of `)
	}
	goldenLines(t, "words.txt", lines)
}
