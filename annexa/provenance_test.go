package annexa_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func TestTables(t *testing.T) {
	readme, err := os.ReadFile("data/README.md")
	require.NoError(t, err)
	rows := map[string]int{}
	for table := range annexa.Tables() {
		rows[table.Name] = table.Rows
		src, err := os.ReadFile("data/" + table.Name + ".tsv")
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("%x", sha256.Sum256(src)), table.Digest, table.Name)
		require.Equal(t, bytes.Count(src, []byte("\n"))-1, table.Rows, table.Name)
		require.NotEmpty(t, table.About)
		require.NotEmpty(t, table.Confidence)
		edition, _, _ := strings.Cut(strings.TrimSuffix(table.Edition, ", Tables B.1 and B.2"), "; ")
		require.Contains(t, []string{annexa.Edition, annexa.Edition27002, annexa.Edition2013, "ISO/IEC 27017:2015", "ISO/IEC 27018:2019", "ISO/IEC 27701:2025"}, edition)
		for source := range strings.SplitSeq(table.Sources, ", ") {
			key := strings.TrimRight(source, "0123456789")
			require.Regexp(t, `(?m)^\| [^|]*\b`+key, string(readme), "%s: source %s", table.Name, source)
		}
	}
	require.Equal(t, map[string]int{
		"controls2022": 93, "titles2022": 93, "attributes2022": 93, "controls2013": 114, "titles2013": 114, "groups2013": 49,
		"correspondences": 115, "clauses": 41, "titlesclauses": 41,
		"controls27017": 7, "titles27017": 6 + 7, "controls27018": 25, "titles27018": 8 + 25, "controls27701": 78, "titles27701": 3 + 78,
		"editions": 25 + 25 + 85, "harmonized": 26, "sets": 6,
	}, rows)
}
