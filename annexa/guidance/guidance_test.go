package guidance_test

import (
	"encoding"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/internal/golden"
)

func TestLookup(t *testing.T) {
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		item, ok := guidance.Of(c.Ref)
		require.True(t, ok, c.Ref)
		ref, ok := item.Control()
		require.True(t, ok)
		require.Equal(t, c.Ref, ref)
		_, ok = item.Clause()
		require.False(t, ok)
	}
	_, ok := guidance.Of(annexa.ControlRef{Set: annexa.ISO27001v2013, ID: "A.5.1.1"})
	require.False(t, ok)
	_, ok = guidance.Of(annexa.ControlRef{})
	require.False(t, ok)
	clause, err := annexa.ParseClause("iso9001:2015/7.5")
	require.NoError(t, err)
	_, ok = guidance.OfClause(clause)
	require.False(t, ok)
	for _, address := range []string{"", "A.8.13", "A.8.13/", "A.8.13/S99", "A.9.1/S1", "/S1", "A.8.13/S1/x"} {
		_, ok := guidance.Text(address)
		require.False(t, ok, address)
	}
}

// TestAddresses lists every permanent address: none may fall away, or come to
// mean another part.
func TestAddresses(t *testing.T) {
	var lines []string
	for item := range guidance.All() {
		var ids []string
		for address, text := range item.Addresses() {
			got, ok := guidance.Text(address)
			require.True(t, ok)
			require.Equal(t, text, got)
			ids = append(ids, strings.TrimPrefix(address, item.Item+"/"))
		}
		lines = append(lines, fmt.Sprintf("%s revision %d: %s", item.Item, item.Revision, strings.Join(ids, " ")))
	}
	golden.Equal(t, "addresses.txt", strings.Join(lines, "\n")+"\n")
}

func word[T interface {
	~uint8
	encoding.TextMarshaler
}](n uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler) {
	v := new(T)
	return T(n), any(v).(encoding.TextUnmarshaler) //nolint:forcetypeassert // every enumeration reads its words
}

// TestWords lists the words of the enumerations, which may only be added to.
func TestWords(t *testing.T) {
	var lines []string
	for _, e := range []func(uint8) (encoding.TextMarshaler, encoding.TextUnmarshaler){
		word[guidance.Phase], word[guidance.Tier], word[guidance.EvidenceKind], word[guidance.Direction], word[guidance.Target],
	} {
		for n := uint8(0); ; n++ {
			value, read := e(n)
			text, err := value.MarshalText()
			if err != nil {
				break
			}
			require.NoError(t, read.UnmarshalText(text))
			if n > 0 {
				lines = append(lines, fmt.Sprintf("%T %s", value, text))
			}
		}
		_, read := e(0)
		require.Error(t, read.UnmarshalText([]byte("no such word")))
	}
	golden.Equal(t, "enumerations.txt", strings.Join(append(lines, guidance.Sources()...), "\n")+"\n")
}

// TestTableIsGenerated: the committed table is what the data give.
func TestTableIsGenerated(t *testing.T) {
	dir := t.TempDir()
	data, err := filepath.Abs("data")
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(filepath.Join(dir, "data"), os.DirFS(data)))
	gen := filepath.Join(dir, "gen")
	out, err := exec.CommandContext(t.Context(), "go", "build", "-o", gen, "./internal/gen").CombinedOutput()
	require.NoError(t, err, string(out))
	run := exec.CommandContext(t.Context(), gen)
	run.Dir = dir
	out, err = run.CombinedOutput()
	require.NoError(t, err, string(out))
	got, err := os.ReadFile(filepath.Join(dir, "table.go"))
	require.NoError(t, err)
	want, err := os.ReadFile("table.go")
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "go generate changes table.go")

	require.NoError(t, os.WriteFile(filepath.Join(dir, "data", "A.5.1.yaml"), []byte("item: A.5.1\nwhi: typo\n"), 0o600))
	run = exec.CommandContext(t.Context(), gen)
	run.Dir = dir
	out, err = run.CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(out), `A.5.1.yaml:2:1: unknown member "whi"`)
}
