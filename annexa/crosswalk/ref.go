package crosswalk

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

// The frameworks that the shipped crosswalks speak of, besides those of annexa.
const (
	CSFv2         annexa.Set = "nist-csf:2.0"   // NIST Cybersecurity Framework 2.0: subcategories, "GV.OC-01"
	SP80053r5     annexa.Set = "sp800-53:r5"    // NIST SP 800-53 Rev. 5: controls and enhancements, "AC-2(12)"
	NIS2v2024     annexa.Set = "nis2:2024-2690" // Implementing Regulation (EU) 2024/2690 under NIS 2: sections of its annex, "6.10"
	GDPRv2016     annexa.Set = "gdpr:2016-679"  // Regulation (EU) 2016/679: article, paragraph and point, "28.3.a"
	HIPAAv2013    annexa.Set = "hipaa:2013"     // HIPAA Security Rule, 45 CFR 164 as amended in 2013: standards, "164.308(a)(1)"
	ISO27701v2019 annexa.Set = "iso27701:2019"  // ISO/IEC 27701:2019: clauses, "7.2.2"
)

// Ref names one thing that a crosswalk can speak of: a control of Annex A, a
// clause of a management-system standard, a requirement of another framework.
// It is small, comparable and fit for the key of a map. The zero value means not
// stated.
//
// It is a name, not a promise that the framework has such a requirement: of
// other sets than ISO/IEC 27001 any well-formed identifier is taken.
type Ref struct {
	Set annexa.Set // the framework and its edition
	ID  string     // the identifier within it
}

// Control returns the reference to a control.
func Control(c annexa.ControlRef) Ref { return Ref(c) }

// Clause returns the reference to a clause, or to a lettered item of one.
func Clause(c annexa.ClauseRef) Ref {
	if c.IsZero() {
		return Ref{}
	}
	return Ref{annexa.Set(c.Standard + ":" + c.Edition), c.Number}
}

// Parse reads a reference. It accepts
//
//   - "A.5.7": one of the 93 controls of ISO/IEC 27001:2022,
//   - "6.1.2", "6.1.3 d": a clause of ISO/IEC 27001:2022, or an item of its list,
//   - "nist-csf:2.0/GV.OC-01", "iso27701:2019/7.2.2": framework, edition and
//     identifier, as [annexa.Parse] and [annexa.ParseClause] take them.
//
// Of ISO/IEC 27001 an identifier with "A." is a control and any other a clause,
// so "5.7" is an error here: there is no such clause.
func Parse(s string) (Ref, error) {
	set, id, qualified := strings.Cut(s, "/")
	if !qualified {
		set, id = string(annexa.ISO27001v2022), s
	}
	if isControl(Ref{annexa.Set(set), id}) {
		c, err := annexa.Parse(s)
		if err != nil {
			return Ref{}, fmt.Errorf("crosswalk: reference: %w", err)
		}
		return Control(c), nil
	}
	c, err := annexa.ParseClause(s)
	if err != nil {
		return Ref{}, fmt.Errorf("crosswalk: reference: %w", err)
	}
	return Clause(c), nil
}

// Control returns the control of Annex A that r names, of 2022 or 2013; false
// for everything else.
func (r Ref) Control() (annexa.ControlRef, bool) {
	if !isControl(r) {
		return annexa.ControlRef{}, false
	}
	return annexa.ControlRef(r), true
}

// Clause returns the clause of ISO/IEC 27001:2022 that r names; false for
// everything else.
func (r Ref) Clause() (annexa.ClauseRef, bool) {
	if r.Set != annexa.ISO27001v2022 || isControl(r) {
		return annexa.ClauseRef{}, false
	}
	standard, edition, _ := strings.Cut(string(r.Set), ":")
	return annexa.ClauseRef{Standard: standard, Edition: edition, Number: r.ID}, true
}

// isControl reports whether r has the form of a control of Annex A.
func isControl(r Ref) bool {
	ours := r.Set == annexa.ISO27001v2022 || r.Set == annexa.ISO27001v2013
	return ours && strings.HasPrefix(r.ID, "A.")
}

// String returns the canonical text: the identifier alone for ISO/IEC
// 27001:2022, "set/identifier" for all others, "" for the zero value.
func (r Ref) String() string { return annexa.ControlRef(r).String() }

// IsZero reports whether nothing is stated.
func (r Ref) IsZero() bool { return r == Ref{} }

// MarshalText returns the canonical text. A reference that [Parse] would not
// read back is an error.
func (r Ref) MarshalText() ([]byte, error) {
	if r.IsZero() {
		return nil, nil
	}
	text := r.String()
	back, err := Parse(text)
	if err != nil {
		return nil, err
	}
	if back != r {
		return nil, fmt.Errorf("crosswalk: reference: got %+v, want its canonical form %+v", r, back)
	}
	return []byte(text), nil
}

// UnmarshalText reads what [Parse] reads; the empty text gives the zero value.
func (r *Ref) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = Ref{}
		return nil
	}
	ref, err := Parse(string(text))
	if err == nil {
		*r = ref
	}
	return err
}

// Compare orders references: ISO/IEC 27001:2022 first, its clauses before its
// controls, then the other frameworks by name; within one by identifier in
// natural order, so 6.9 comes before 6.10. The result is -1, 0 or +1; it is 0
// only for equal references.
func (r Ref) Compare(other Ref) int {
	return annexa.ControlRef(r).Compare(annexa.ControlRef(other))
}
