package annexa_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

// leaveOut is what a program without any of the tables prints: what stands alone.
const leaveOut = `package main

import (
	"fmt"

	"github.com/ismskit/ismskit/annexa"
)

func main() {
	ref, err := annexa.Parse("5.7")
	c, ok := annexa.Lookup(ref)
	fmt.Println(ref, err, ok, c.ShortName, c.Theme, c.New, c.Title+c.Title27002, c.Types)
	for range annexa.Correspondences() {
		fmt.Println("a correspondence")
	}
	n := 0
	for range annexa.Select(annexa.Preventive) {
		n++
	}
	clause, _ := annexa.ParseClause("6.1.3 d")
	found, ok := annexa.LookupClause(clause)
	fmt.Println(n, ok, found.ShortName, found.Title, len(found.Documented))
	ref, err = annexa.Parse("iso27017:2015/CLD.9.5.1")
	c, ok = annexa.Lookup(ref)
	group, _, _ := annexa.Headings(ref)
	fmt.Println(ref, err, ok, c.ShortName, c.Roles, c.Title, group.ID, group.Title)
	for range annexa.Between(annexa.ISO27018v2019, annexa.ISO27018v2025) {
		fmt.Println("a correspondence")
	}
	for range annexa.Counterparts(clause) {
		fmt.Println("a counterpart")
	}
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
	replace, tags := map[string]string{}, map[string]bool{}
	for table := range annexa.Tables() {
		if table.Tag != "" {
			file := filepath.Join(here, "table_"+table.Name+".go")
			require.FileExists(t, file)
			replace[file] = ""
			tags[table.Tag] = true
		}
	}
	require.Len(t, replace, 11)
	require.Len(t, tags, 3)
	dir := t.TempDir()
	main := filepath.Join(dir, "main.go")
	require.NoError(t, os.WriteFile(main, []byte(leaveOut), 0o600))
	replace[filepath.Join(here, "leftout", "main.go")] = main
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	require.NoError(t, err)
	list := filepath.Join(dir, "overlay.json")
	require.NoError(t, os.WriteFile(list, overlay, 0o600))

	var joined []string
	for tag := range tags {
		joined = append(joined, tag)
	}
	out, err := exec.CommandContext(t.Context(), tool, "run", "-overlay", list, "-tags", strings.Join(joined, ","), "./leftout").CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Equal(t, "A.5.7 <nil> true Threat knowledge Organizational true  \n0 true Risk treatment process  3\n"+
		"iso27017:2015/CLD.9.5.1 <nil> true Tenants kept apart Cloud_service_provider  CLD.9.5 \n", string(out))
}
