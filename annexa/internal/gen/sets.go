package main

import "fmt"

func sets(s sheets) ([]file, error) {
	counts := map[string]int{
		"iso27001:2022": len(s["controls2022"].rows), "iso27001:2013": len(s["controls2013"].rows),
		"iso27017:2015": len(s["controls27017"].rows), "iso27701:2025": len(s["controls27701"].rows),
		"iso27018:2019": len(s["controls27018"].rows), "iso27018:2025": len(s["controls27018"].rows),
	}
	src := s.begin("sets")
	src.open("The sets that there are tables of.", "descriptions", "Description")
	for _, r := range s["sets"].rows {
		if counts[r[0]] == 0 {
			return nil, fmt.Errorf("gen: sets.tsv: got %q, want a set that there is a table of", r[0])
		}
		src.line("{Set: %s, Edition: %q, Title: %q, Controls: %d, Confidence: %q, Sources: %q, Note: %q},",
			setConstant(r[0]), r[1], r[2], counts[r[0]], r[3], r[4], r[5])
		delete(counts, r[0])
	}
	src.end()
	if len(counts) > 0 {
		return nil, fmt.Errorf("gen: sets.tsv: got no row for %d sets, want one for each", len(counts))
	}
	return finish(src)
}
