package main

import (
	"fmt"
	"slices"
	"strings"
)

// editions writes the pairs of identifiers of two editions.
func editions(s sheets) ([]file, error) {
	olds, news := map[string]int{}, map[string]int{}
	for _, r := range s["editions"].rows {
		olds[r[0]]++
		news[r[1]]++
	}
	src, without := s.begin("editions"), s.beginLeftOut("editions")
	without.line("\n// No pairs.\nvar editions [0]Correspondence")
	src.open("The pairs in the order of the older edition.", "editions", "Correspondence")
	for _, r := range s["editions"].rows {
		before, after, err := s.pairOf(r)
		if err != nil {
			return nil, err
		}
		kind := "OneToOne"
		switch {
		case olds[r[0]] > 1:
			kind = "Split"
		case news[r[1]] > 1:
			kind = "Merged"
		}
		uncertain := ""
		if r[2] == "yes" {
			uncertain = ", Uncertain: true"
		}
		src.line("{Old: %s, New: %s, Kind: %s%s},", before, after, kind, uncertain)
	}
	src.end()
	return finish(src, without)
}

// pairOf returns the Go expressions of the two references of a row of editions,
// the newer of which must be a control that there is.
func (s sheets) pairOf(r []string) (before, after string, err error) {
	set, id, _ := strings.Cut(r[1], "/")
	known := map[string][]string{
		"iso27018:2019": s["controls27018"].ids(),
		"iso27018:2025": s["controls27018"].column(1),
		"iso27701:2025": s["controls27701"].ids(),
	}[set]
	if !slices.Contains(known, id) {
		return "", "", fmt.Errorf("gen: editions.tsv: got %q and %q, want a control of a set that there is as the newer", r[0], r[1])
	}
	return reference(r[0]), reference(r[1]), nil
}

// reference is the Go expression of a reference: "iso27018:2019/A.2.1" →
// ControlRef{ISO27018v2019, "A.2.1"}.
func reference(text string) string {
	set, id, _ := strings.Cut(text, "/")
	return fmt.Sprintf("ControlRef{%s, %q}", setConstant(set), id)
}

// setConstant is the Go name of a set: "iso27018:2019" → ISO27018v2019.
func setConstant(set string) string {
	return strings.ReplaceAll(strings.ReplaceAll(set, "iso", "ISO"), ":", "v")
}
