package annexa

import (
	"fmt"
	"strings"
)

// The standard and edition that a bare clause number belongs to.
const (
	clauseStandard = "iso27001"
	clauseEdition  = "2022"
)

// ClauseRef names a clause of a management-system standard, or one lettered
// item of a clause. It is comparable. The zero value means not stated.
//
// Standard and edition are part of it because integrated management systems
// share documents, audits and reviews: clause 7.5 exists in ISO 9001, ISO 14001
// and ISO/IEC 27001.
type ClauseRef struct {
	Standard string // lower case without spaces: "iso27001", "iso9001"
	Edition  string // "2022", "2015"
	Number   string // "6.1.2", or with the letter of a list item "6.1.3 d"
}

// ParseClause reads a clause reference. It accepts
//
//   - "6.1.2": a bare number names a clause of ISO/IEC 27001:2022 (4 to 10),
//   - "6.1.3 d": one lettered item of its list; "6.1.3 d)", as the standard
//     prints it, is read as well,
//   - "iso9001:2015/7.5": standard, edition and number. Clauses of ISO/IEC
//     27001:2022 must exist; of any other standard any number of at most 64 ASCII
//     letters, digits and ".", "-", "_", "(", ")" is taken.
//
// Numbered items below a letter ("6.1.2 c) 2)") have no address of their own.
func ParseClause(s string) (ClauseRef, error) {
	standard, edition, number := clauseStandard, clauseEdition, s
	if set, rest, qualified := strings.Cut(s, "/"); qualified {
		if _, err := ParseSet(set); err != nil {
			return ClauseRef{}, fmt.Errorf("annexa: clause: got %q, want a number such as %q or standard:edition/number such as %q", clip(s), "6.1.2", "iso9001:2015/7.5")
		}
		standard, edition, _ = strings.Cut(set, ":")
		number = rest
	}
	clause, item, listed := strings.Cut(number, " ")
	if listed {
		item, number = strings.TrimSuffix(item, ")"), strings.TrimSuffix(number, ")")
	}
	ref := ClauseRef{Standard: standard, Edition: edition, Number: number}
	if !isID(clause) || listed && !isItem(item) {
		return ClauseRef{}, fmt.Errorf("annexa: clause: got %q, want a number such as %q or %q%s", clip(s), "6.1.2", "6.1.3 d", ref.hint())
	}
	if _, ok := clauseRow(ref); !ok && ref.ours() {
		return ClauseRef{}, fmt.Errorf("annexa: clause: got %q, want a clause of ISO/IEC 27001:2022, 4 to 10.2, or an item of its list%s", clip(s), ref.hint())
	}
	return ref, nil
}

// hint returns what to say about a clause that the standard does not have: the
// one, or the item, that differs in spaces, dots, brackets or case alone.
func (r ClauseRef) hint() string {
	if !r.ours() {
		return ""
	}
	written := letters(r.Number)
	for i := range clauses {
		item, ok := strings.CutPrefix(written, letters(clauses[i].number))
		if ok && item == "" {
			return fmt.Sprintf("; did you mean %q?", clauses[i].number)
		}
		if ok && isItem(item) && strings.Contains(clauses[i].items, item) {
			return fmt.Sprintf("; did you mean %q?", clauses[i].number+" "+item)
		}
	}
	return ""
}

// String returns the canonical text: the number alone for ISO/IEC 27001:2022,
// "standard:edition/number" for all others, "" for the zero value.
func (r ClauseRef) String() string {
	if r.IsZero() || r.Standard == clauseStandard && r.Edition == clauseEdition {
		return r.Number
	}
	return r.Standard + ":" + r.Edition + "/" + r.Number
}

// IsZero reports whether no clause is stated.
func (r ClauseRef) IsZero() bool { return r == ClauseRef{} }

// MarshalText returns the canonical text. A reference that [ParseClause] would
// not read back is an error.
func (r ClauseRef) MarshalText() ([]byte, error) {
	if r.IsZero() {
		return nil, nil
	}
	text := r.String()
	back, err := ParseClause(text)
	if err != nil {
		return nil, err
	}
	if back != r {
		return nil, fmt.Errorf("annexa: clause: got %+v, want its canonical form %+v", r, back)
	}
	return []byte(text), nil
}

// UnmarshalText reads what [ParseClause] reads; the empty text gives the zero
// value.
func (r *ClauseRef) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = ClauseRef{}
		return nil
	}
	ref, err := ParseClause(string(text))
	if err == nil {
		*r = ref
	}
	return err
}

// Compare orders references: ISO/IEC 27001:2022 first, then by standard and
// edition; within a standard by number in natural order, so 9.3 comes before 10.1
// and 6.1.3 before its items. The result is -1, 0 or +1; it is 0 only for equal
// references.
func (r ClauseRef) Compare(other ClauseRef) int {
	a, b := r.ours(), other.ours()
	switch {
	case a && !b:
		return -1
	case b && !a:
		return 1
	case r.Standard != other.Standard:
		return natural(r.Standard, other.Standard)
	case r.Edition != other.Edition:
		return natural(r.Edition, other.Edition)
	}
	return natural(r.Number, other.Number)
}

// ours reports whether the reference is to ISO/IEC 27001:2022.
func (r ClauseRef) ours() bool {
	return r.Standard == clauseStandard && r.Edition == clauseEdition
}
