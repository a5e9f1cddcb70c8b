package main

import (
	"fmt"
	"strings"
)

func clauses(s sheets) ([]file, error) {
	src := s.begin("clauses")
	if err := src.index("Clauses", "clauses", s["clauses"].ids()); err != nil {
		return nil, err
	}
	src.open("Numbers, letters of list items, documented information, and our own short names, with the titles of the other file.", "clauses", "clause")
	for _, row := range s["clauses"].rows {
		letters, err := items(row[2])
		if err != nil {
			return nil, fmt.Errorf("gen: clauses.tsv: %s: %w", row[0], err)
		}
		fields := []string{fmt.Sprintf("number: %q, short: %q, title: %s", row[0], row[1], constant("titleClause", row[0]))}
		if letters != "" {
			fields = append(fields, fmt.Sprintf("items: %q", letters))
		}
		if row[3] != "" {
			fields = append(fields, fmt.Sprintf("documented: %#v", strings.Split(row[3], ";")))
		}
		for i, name := range []string{"form", "note"} {
			if text := row[4+i]; text != "" {
				fields = append(fields, fmt.Sprintf("%s: %q", name, text))
			}
		}
		src.line("{%s},", strings.Join(fields, ", "))
	}
	src.end()
	return finish(src)
}

// items expands "a-e" to "abcde".
func items(span string) (string, error) {
	if span == "" {
		return "", nil
	}
	if len(span) != 3 || span[:2] != "a-" || span[2] < 'b' || span[2] > 'z' {
		return "", fmt.Errorf("got items %q, want a span such as %q", span, "a-e")
	}
	var letters strings.Builder
	for c := byte('a'); c <= span[2]; c++ {
		letters.WriteByte(c)
	}
	return letters.String(), nil
}

func tables(s sheets) ([]file, error) {
	src := s.begin("tables")
	src.open("Edition and provenance of the other tables.", "tables", "Table")
	for _, row := range s["tables"].rows {
		of, ok := s[row[0]]
		if !ok {
			return nil, fmt.Errorf("gen: tables.tsv: got %q, want the name of a file", row[0])
		}
		src.line("{Name: %q, About: %q, Edition: %q, Rows: %d, Tag: %q, Confidence: %q, Sources: %q, Digest: %q},",
			row[0], row[1], row[2], len(of.rows), row[3], row[4], row[5], of.digest)
	}
	src.end()
	return finish(src)
}
