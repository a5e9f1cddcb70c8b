package crosswalk_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/crosswalk"
)

// leaveOut is what a program prints that has none of the crosswalks.
const leaveOut = `package main

import (
	"fmt"

	"github.com/ismskit/ismskit/annexa/crosswalk"
)

func main() {
	fmt.Println(len(crosswalk.CSF()), len(crosswalk.SP80053()), len(crosswalk.NIS2()), len(crosswalk.GDPR()), len(crosswalk.HIPAA()))
	fmt.Println(crosswalk.Intersects.Compose(crosswalk.Subset), len(crosswalk.CSF().OfAnnexA(nil).Unmapped))
}
`

// TestLeftOut builds a program as a distributor does who deleted the tables that
// a build tag leaves out: the overlay hides the files from the compiler.
func TestLeftOut(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	tool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("no go command here")
	}
	here, err := os.Getwd()
	require.NoError(t, err)
	replace := map[string]string{}
	var tags []string
	for table := range crosswalk.Tables() {
		file := filepath.Join(here, "table_"+table.Name+".go")
		require.FileExists(t, file)
		replace[file] = ""
		tags = append(tags, table.Tag)
	}
	require.Len(t, tags, 5)
	dir := t.TempDir()
	main := filepath.Join(dir, "main.go")
	require.NoError(t, os.WriteFile(main, []byte(leaveOut), 0o600))
	replace[filepath.Join(here, "leftout", "main.go")] = main
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	require.NoError(t, err)
	list := filepath.Join(dir, "overlay.json")
	require.NoError(t, os.WriteFile(list, overlay, 0o600))
	out, err := exec.CommandContext(t.Context(), tool, "run", "-overlay", list, "-tags", strings.Join(tags, ","), "./leftout").CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Equal(t, "0 0 0 0 0\nintersects 93\n", string(out))
}
