package ismskit_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const architecture = "docs/architecture.md"

// A row is one line of a table of docs/architecture.md.
type row struct {
	left, right []string // what is set as code in the first and second cell
	words       string   // the second cell as it stands
}

// A table is a table of docs/architecture.md, found by its first heading.
type table struct {
	rows []row
	text string
}

var code = regexp.MustCompile("`([^`]+)`")

// tableOf reads the table whose first column has the given heading.
func tableOf(t *testing.T, heading string) table {
	t.Helper()
	_, text, found := strings.Cut(read(t, architecture), "\n| "+heading+" |")
	require.True(t, found, "%s has no table with the heading %q", architecture, heading)
	text, _, _ = strings.Cut("| "+heading+" |"+text, "\n\n")
	tab := table{text: text}
	for line := range strings.Lines(text) {
		cells := strings.Split(line, "|")
		require.GreaterOrEqual(t, len(cells), 4, "%s: a row with too few cells: %s", architecture, line)
		if r := (row{left: spans(cells[1]), right: spans(cells[2]), words: strings.TrimSpace(cells[2])}); r.left != nil {
			tab.rows = append(tab.rows, r)
		}
	}
	require.NotEmpty(t, tab.rows)
	return tab
}

// spans returns what stands between backquotes.
func spans(cell string) []string {
	var all []string
	for _, m := range code.FindAllStringSubmatch(cell, -1) {
		all = append(all, m[1])
	}
	return all
}

// covers tells whether the pattern names the package: itself, or with "/..."
// everything from there down.
func covers(pattern, pkg string) bool {
	root, deep := strings.CutSuffix(pattern, "/...")
	return pkg == root || deep && strings.HasPrefix(pkg, root+"/")
}

// covered tells whether one of the patterns names the package.
func covered(patterns []string, pkg string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return covers(p, pkg) })
}

// of returns the row of a package.
func (tab table) of(pkg string) (row, bool) {
	i := slices.IndexFunc(tab.rows, func(r row) bool { return covered(r.left, pkg) })
	if i < 0 {
		return row{}, false
	}
	return tab.rows[i], true
}

// permits tells whether a file of the row's package may use a name of another
// package of ours.
func (tab table) permits(r row, pkg, name string) bool {
	to, listed := tab.of(pkg)
	return r.words == "anything" ||
		listed && to.words == "leaf" ||
		slices.Contains(r.right, pkg) ||
		slices.Contains(r.right, pkg+"."+name)
}

// check fails the test when there are offenses, and shows the table.
func (tab table) check(t *testing.T, offenses []string) {
	t.Helper()
	if len(offenses) > 0 {
		slices.Sort(offenses)
		t.Errorf("not as the table of %s says:\n\n\t%s\n\nThe table is\n\n%s",
			architecture, strings.Join(slices.Compact(offenses), "\n\t"), tab.text)
	}
}

// TestArrows compares what the packages import of each other with the table.
func TestArrows(t *testing.T) {
	tab := tableOf(t, "package")
	var offenses []string
	for pkg, files := range packages(t) {
		r, listed := tab.of(pkg)
		if !listed {
			offenses = append(offenses, pkg+" has no row")
			continue
		}
		for _, f := range files {
			offenses = append(offenses, tab.arrows(r, f)...)
		}
	}
	tab.check(t, offenses)
}

// arrows lists the uses of our packages in f that its row does not permit.
func (tab table) arrows(r row, f goFile) []string {
	var offenses []string
	for _, u := range f.uses() {
		pkg, ours := strings.CutPrefix(u.pkg, modulePath+"/")
		if ours && !tab.permits(r, pkg, u.name) {
			offenses = append(offenses, fmt.Sprintf("%s: %s uses %s.%s", u.at, f.pkg(), pkg, u.name))
		}
	}
	return offenses
}

// TestArrowsAreOfPackages finds rows, and names in rows, that no package has.
func TestArrowsAreOfPackages(t *testing.T) {
	tab := tableOf(t, "package")
	all := slices.Collect(maps.Keys(packages(t)))
	var stale []string
	for _, r := range tab.rows {
		for _, name := range slices.Concat(r.left, r.right) {
			if deep := strings.HasSuffix(name, "/..."); !deep {
				name, _, _ = strings.Cut(name, ".") // one name of a package is permitted
			}
			if !slices.ContainsFunc(all, func(pkg string) bool { return covers(name, pkg) }) {
				stale = append(stale, name+" is not a package of this repository")
			}
		}
	}
	tab.check(t, stale)
}

// TestPurity compares what the packages touch of the world with the table.
func TestPurity(t *testing.T) {
	tab := tableOf(t, "name")
	var offenses []string
	for pkg, files := range packages(t) {
		for _, f := range files {
			for _, r := range tab.rows {
				if !covered(r.right, pkg) {
					offenses = append(offenses, touches(f, r.left)...)
				}
			}
		}
	}
	tab.check(t, offenses)
}

// touches lists where f uses one of the packages or names.
func touches(f goFile, forbidden []string) []string {
	var found []string
	for _, u := range f.uses() {
		if name := u.pkg + "." + u.name; covered(forbidden, u.pkg) || slices.Contains(forbidden, name) {
			found = append(found, u.at+": "+strings.TrimSuffix(name, "."))
		}
	}
	return found
}
