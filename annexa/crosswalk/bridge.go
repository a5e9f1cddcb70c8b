package crosswalk

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

// The sources of pairs that no table has, but that follow from how standards are
// built.
const (
	// SourceClause6: clause 6 of ISO/IEC 27701:2019 repeats ISO/IEC 27002:2013 under
	// its own numbers. 6.2 stands for clause 5 and 6.15 for clause 18.
	SourceClause6 = "iso27701 clause 6"
	// SourceAnnexB: Annex B of ISO/IEC 27002:2022, as [annexa.Correspondences].
	SourceAnnexB = "iso27002 annex b"
)

// From2013 returns what annexa knows of the way from the 114 controls of 2013 to
// the 93 of 2022, as a map: 115 pairs. The standard says where a control went,
// not that the two ask the same, so the relation is [Related].
func From2013() Map {
	var m Map
	for c := range annexa.Correspondences() {
		m = append(m, Pair{From: Control(c.Old), To: Control(c.New), Relation: Related, Source: SourceAnnexB})
	}
	return m
}

// Clause6 returns the 114 pairs from the clauses of ISO/IEC 27701:2019 that are
// about a control to that control of 2013: 6.15.2.3 to A.18.2.3. The clause adds
// to the guidance of the control what personal data ask for, or says that
// nothing is added; that is no statement about sets, so the relation is [Related].
func Clause6() Map {
	var m Map
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		number, rest, _ := strings.Cut(strings.TrimPrefix(c.Ref.ID, "A."), ".")
		n, err := strconv.Atoi(number)
		if err != nil {
			continue
		}
		clause := Ref{ISO27701v2019, fmt.Sprintf("6.%d.%s", n-3, rest)}
		m = append(m, Pair{From: clause, To: Control(c.Ref), Relation: Related, Source: SourceClause6})
	}
	return m
}

// GDPRToISO27001 leads from the GDPR over ISO/IEC 27701:2019 to ISO/IEC 27001: to
// the controls of 2022 in three hops over [Clause6] and [From2013], where the
// first hop is to a clause 6. Nobody has published this crosswalk; its relations
// are [Unknown], and it names few controls, because ISO/IEC 27701 answers most of
// the GDPR in its clauses 7 and 8, which no control of Annex A stands for.
func GDPRToISO27001() Map { return GDPR().Compose(Clause6()).Compose(From2013()) }
