package soa_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

// keys are the remarks on a statement of these entries as of the usual date.
func keys(entries ...soa.Entry) []string {
	var list []string
	for _, r := range soa.Review(soa.Statement{At: day(at), Entries: entries}) {
		list = append(list, r.Key())
	}
	return list
}

// sound is an entry that no rule remarks on.
func sound() soa.Entry {
	return soa.Entry{
		Control: ref("A.8.13"), Title: "Information backup", Inclusion: isms.Included,
		Basis: []string{soa.BasisRisk, isms.Contractual}, Reason: "Customers' machines are restored from it.",
		Drivers: []isms.Driver{
			{Path: []isms.Ref{{Kind: isms.KindRisk, ID: "R"}, {Kind: isms.KindTreatment, ID: "T"}, {Kind: isms.KindControl, ID: "C"}}},
			{Path: []isms.Ref{{Kind: isms.KindRequirement, ID: "Q"}}},
		},
		Status: soa.Implemented,
		RealizedBy: []soa.Realization{
			{Control: "C", Extent: isms.Full, State: isms.Implemented, Evidence: []isms.EvidenceID{"E"}},
			{Control: "D", Extent: isms.Full, State: isms.Implemented},
		},
	}
}

// no is a sound exclusion.
func no() soa.Entry {
	return soa.Entry{
		Control: ref("A.8.28"), Title: "Secure coding", Inclusion: isms.Excluded, Ground: isms.NotPerformed,
		Reason: "No code is written in this scope.", Status: soa.NotImplemented,
	}
}

// planned is a sound entry that is not implemented yet.
func planned() soa.Entry {
	e := sound()
	e.Status = soa.Planned
	e.RealizedBy = []soa.Realization{{Control: "C", Extent: isms.Full, State: isms.Planned}}
	e.Pending = []soa.Pending{{Action: "A", Due: day(at)}}
	return e
}

// TestReview has, for each rule, what it remarks on and at least two entries
// that look alike and that it leaves alone. Each case states all remarks.
func TestReview(t *testing.T) {
	type entry = soa.Entry
	with := func(e entry, change func(*entry)) entry { change(&e); return e }
	undriven := func(e *entry) { e.Drivers, e.Basis = nil, nil }
	for name, c := range map[string]struct {
		entry entry
		want  []string
	}{
		"a sound inclusion":        {sound(), nil},
		"a sound exclusion":        {no(), nil},
		"a sound plan":             {planned(), nil},
		"S001 undecided":           {with(sound(), func(e *entry) { e.Inclusion = 0 }), []string{"S001 A.8.13"}},
		"S001 undecided, and bare": {entry{Control: ref("A.5.7"), Status: soa.NotImplemented}, []string{"S001 A.5.7"}},

		"S002 nothing at all":           {with(sound(), func(e *entry) { undriven(e); e.Reason = "" }), []string{"S002 A.8.13"}},
		"S002 a dash":                   {with(sound(), func(e *entry) { undriven(e); e.Reason = " – " }), []string{"S002 A.8.13"}},
		"S002 an own control":           {with(sound(), func(e *entry) { undriven(e); e.Control, e.Own, e.Reason = annexa.ControlRef{}, "C", "" }), []string{"S002 control/C"}},
		"S002 not: a driver is enough":  {with(sound(), func(e *entry) { e.Basis, e.Reason = nil, "" }), nil},
		"S002 not: a reason is enough":  {with(sound(), undriven), nil},
		"S002 not: a kind of its own":   {with(sound(), func(e *entry) { undriven(e); e.Reason, e.Basis = "", []string{"group policy"} }), nil},
		"S003 nothing at all":           {with(no(), func(e *entry) { e.Ground, e.Reason = 0, "" }), []string{"S003 A.8.28"}},
		"S003 other, and no more":       {with(no(), func(e *entry) { e.Ground, e.Reason = isms.OtherGround, "" }), []string{"S003 A.8.28"}},
		"S003 not: a kind says it":      {with(no(), func(e *entry) { e.Reason = "" }), nil},
		"S003 not: a reason without":    {with(no(), func(e *entry) { e.Ground = 0 }), nil},
		"S004 excluded, but driven":     {with(no(), func(e *entry) { e.Drivers = sound().Drivers }), []string{"S004 A.8.28"}},
		"S004 not: included and driven": {sound(), nil},
		"S004 not: the driver is gone":  {no(), nil},
		"S005 excluded, but there":      {with(no(), func(e *entry) { e.Status, e.RealizedBy = soa.Implemented, sound().RealizedBy }), []string{"S005 A.8.28"}},
		"S005 excluded, half there": {with(no(), func(e *entry) {
			e.Status, e.RealizedBy = soa.Partial, []soa.Realization{{Control: "C", State: isms.Partial}}
		}), []string{"S005 A.8.28"}},
		"S005 not: only planned once": {with(no(), func(e *entry) {
			e.Status, e.RealizedBy = soa.Planned, []soa.Realization{{Control: "C", State: isms.Planned}}
		}), nil},
		"S005 not: S004 says it": {with(no(), func(e *entry) {
			e.Drivers, e.Status, e.RealizedBy = sound().Drivers, soa.Implemented, sound().RealizedBy
		}), []string{"S004 A.8.28"}},
		"S006 no evidence":               {with(sound(), func(e *entry) { e.RealizedBy = e.RealizedBy[1:]; e.Drivers = e.Drivers[1:]; e.Basis = nil }), []string{"S006 A.8.13"}},
		"S006 not: one control has it":   {sound(), nil},
		"S006 not: it is only planned":   {planned(), nil},
		"S006 not: excluded":             {no(), nil},
		"S007 planned, no action":        {with(planned(), func(e *entry) { e.Pending = nil }), []string{"S007 A.8.13"}},
		"S007 the action has no day":     {with(planned(), func(e *entry) { e.Pending = []soa.Pending{{Action: "A"}} }), []string{"S007 A.8.13"}},
		"S007 partial":                   {with(planned(), func(e *entry) { e.Status, e.Pending = soa.Partial, nil }), []string{"S007 A.8.13"}},
		"S007 not implemented at all":    {with(planned(), func(e *entry) { e.Status, e.Pending = soa.NotImplemented, nil }), []string{"S007 A.8.13"}},
		"S007 not: one action has a day": {with(planned(), func(e *entry) { e.Pending = append(e.Pending, soa.Pending{Action: "B"}) }), nil},
		"S007 not: implemented":          {sound(), nil},
		"S008 a day ago":                 {with(planned(), func(e *entry) { e.Pending = []soa.Pending{{Action: "A", Due: day(at).AddDays(-1)}} }), []string{"S008 A.8.13"}},
		"S008 one of two without a day":  {with(planned(), func(e *entry) { e.Pending = []soa.Pending{{Action: "A", Due: day(at).AddDays(-1)}, {Action: "B"}} }), []string{"S008 A.8.13"}},
		"S008 not: due on the day":       {planned(), nil},
		"S008 not: another is due later": {with(planned(), func(e *entry) {
			e.Pending = append([]soa.Pending{{Action: "B", Due: day(at).AddDays(-9)}}, e.Pending...)
		}), nil},
		"S008 not: implemented":           {with(sound(), func(e *entry) { e.Pending = []soa.Pending{{Action: "A", Due: day("2020-01-01")}} }), nil},
		"S008 not: excluded":              {with(no(), func(e *entry) { e.Pending = []soa.Pending{{Action: "A", Due: day("2020-01-01")}} }), nil},
		"S009 n/a":                        {with(no(), func(e *entry) { e.Reason = "N/A" }), []string{"S009 A.8.28"}},
		"S009 not applicable":             {with(no(), func(e *entry) { e.Ground, e.Reason = 0, "Not applicable." }), []string{"S009 A.8.28"}},
		"S009 best practice as reason":    {with(sound(), func(e *entry) { undriven(e); e.Reason = "Best practice" }), []string{"S009 A.8.13"}},
		"S009 best practice as kind":      {with(sound(), func(e *entry) { undriven(e); e.Reason, e.Basis = "", []string{"best practice"} }), []string{"S009 A.8.13"}},
		"S009 because of the standard":    {with(sound(), func(e *entry) { e.Reason = "Required by ISO/IEC 27001" }), []string{"S009 A.8.13"}},
		"S009 not: practice, and why":     {with(sound(), func(e *entry) { undriven(e); e.Basis = []string{"best practice"} }), nil},
		"S009 not: practice, and a risk":  {with(sound(), func(e *entry) { e.Basis, e.Reason = []string{"best practice"}, "" }), nil},
		"S009 not: words with a subject":  {with(no(), func(e *entry) { e.Reason = "Not applicable: no code is written in this scope." }), nil},
		"S010 the title":                  {with(sound(), func(e *entry) { e.Reason = "Information backup." }), []string{"S010 A.8.13"}},
		"S010 number and title":           {with(no(), func(e *entry) { e.Reason = "8.28 secure coding" }), []string{"S010 A.8.28"}},
		"S010 the short name":             {with(sound(), func(e *entry) { e.Reason = shortName("A.8.13") }), []string{"S010 A.8.13"}},
		"S010 the identifier":             {with(sound(), func(e *entry) { e.Reason = "A.8.13" }), []string{"S010 A.8.13"}},
		"S010 not: the title in a phrase": {with(sound(), func(e *entry) { e.Reason = "Information backup is sold to customers." }), nil},
		"S010 not: another's title":       {with(sound(), func(e *entry) { e.Reason = "Secure coding" }), nil},
		"S012 no risk":                    {with(sound(), func(e *entry) { e.Drivers = e.Drivers[1:] }), []string{"S012 A.8.13"}},
		"S012 no requirement":             {with(sound(), func(e *entry) { e.Drivers = e.Drivers[:1] }), []string{"S012 A.8.13"}},
		"S012 neither":                    {with(sound(), func(e *entry) { e.Drivers, e.Basis = nil, []string{"Risk assessment", "legal", "Regulatory"} }), []string{"S012 A.8.13"}},
		"S012 not: only what is said":     {with(sound(), func(e *entry) { e.Drivers, e.Basis = e.Drivers[1:], []string{"contractual"} }), nil},
		"S012 not: other kinds":           {with(sound(), func(e *entry) { e.Drivers, e.Basis = nil, []string{"business", "group policy"} }), nil},
		"S012 not: both are there":        {sound(), nil},
		"S013 the control is not there":   {with(sound(), func(e *entry) { e.RealizedBy[0].Control = "Z" }), []string{"S013 A.8.13"}},
		"S013 not: another is enough":     {with(sound(), func(e *entry) { e.Drivers[0].Path = e.Drivers[0].Path[:2] }), nil},
		"S013 not: S004 says it":          {with(no(), func(e *entry) { e.Drivers = sound().Drivers }), []string{"S004 A.8.28"}},
		"S013 not: it is planned":         {planned(), nil},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, keys(c.entry)) })
	}
}

func shortName(control string) string {
	c, _ := annexa.Lookup(ref(control))
	return c.ShortName
}

func TestSameReason(t *testing.T) {
	five := func(change func(i int, e *soa.Entry)) []soa.Entry {
		var list []soa.Entry
		for i := range 5 {
			e := sound()
			e.Control, e.Basis, e.Drivers = ref(fmt.Sprintf("A.7.%d", i+1)), nil, nil
			e.Reason = "Determined to be needed by the team."
			change(i, &e)
			list = append(list, e)
		}
		return list
	}
	require.Equal(t, []string{"S011 A.7.1"}, keys(five(func(int, *soa.Entry) {})...))
	require.Equal(t, []string{"S011 A.7.1"}, keys(five(func(i int, e *soa.Entry) { e.Reason = strings.Repeat(" ", i) + strings.ToUpper(e.Reason) })...), "case and spaces apart")
	require.Equal(t, []string{"S011 A.7.1"}, keys(five(func(_ int, e *soa.Entry) {
		e.Inclusion, e.Status, e.RealizedBy = isms.Excluded, soa.NotImplemented, nil
	})...), "an exclusion without a kind")
	require.Equal(t, []string{"A.7.1", "A.7.2", "A.7.3", "A.7.4", "A.7.5"}, soa.Review(soa.Statement{Entries: five(func(int, *soa.Entry) {})})[0].About)
	for name, list := range map[string][]soa.Entry{
		"four are few":      five(func(int, *soa.Entry) {})[1:],
		"each has a driver": five(func(_ int, e *soa.Entry) { e.Drivers = sound().Drivers }),
		"one activity explains all": five(func(_ int, e *soa.Entry) {
			*e = soa.Entry{Control: e.Control, Inclusion: isms.Excluded, Ground: isms.NotPresent, Reason: "The company has no rooms of its own."}
		}),
		"each has its own": five(func(i int, e *soa.Entry) { e.Reason += fmt.Sprint(i) }),
		"three no, two yes": five(func(i int, e *soa.Entry) {
			if i < 3 {
				e.Inclusion, e.Status, e.RealizedBy = isms.Excluded, soa.NotImplemented, nil
			}
		}),
	} {
		require.Empty(t, keys(list...), name)
	}
}

// TestSameEmptyReason holds that what another rule says of each is not said of
// all again.
func TestSameEmptyReason(t *testing.T) {
	for want, change := range map[string]func(*soa.Entry){
		"S001": func(e *soa.Entry) { e.Inclusion = 0 },
		"S002": func(e *soa.Entry) { e.Reason = "" },
		"S009": func(e *soa.Entry) { e.Reason = "N/A" },
	} {
		var list []soa.Entry
		for i := range 6 {
			e := sound()
			e.Control, e.Basis, e.Drivers, e.Reason = ref(fmt.Sprintf("A.7.%d", i+1)), nil, nil, "Determined by the team."
			change(&e)
			list = append(list, e)
		}
		got := keys(list...)
		require.Len(t, got, 6)
		for _, key := range got {
			require.True(t, strings.HasPrefix(key, want), key)
		}
	}
}

func TestReviewOfAnExternalEdition(t *testing.T) {
	st := soa.Statement{At: day(at), Entries: []soa.Entry{sound()}}
	require.Empty(t, soa.Review(st.External()), "it has no evidence to ask for")
}

func TestRemark(t *testing.T) {
	e := no()
	e.Drivers = sound().Drivers
	require.Equal(t, []soa.Remark{{
		Code: "S004", Control: ref("A.8.28"), Message: "excluded, but the records need it",
		About: []string{"risk/R → treatment/T → control/C", "requirement/Q"},
		Hint:  "include the control, or change the treatment or requirement that needs it",
	}}, soa.Review(soa.Statement{Entries: []soa.Entry{e}}))
}

// TestRules holds that codes keep their meaning: the golden file is only ever
// appended to.
func TestRules(t *testing.T) {
	var b strings.Builder
	seen := make(map[string]bool)
	for _, r := range soa.Rules() {
		require.False(t, seen[r.Code], r.Code)
		seen[r.Code] = true
		require.NotEmpty(t, r.Hint)
		fmt.Fprintf(&b, "%s\t%s\t%s\n", r.Code, map[bool]string{true: "blocks", false: "-"}[r.Blocks], r.Title)
	}
	golden.Equal(t, "rules.tsv", b.String())
	soa.Rules()[0].Code = "spoilt"
	require.Equal(t, "S001", soa.Rules()[0].Code)
}

func TestReviewOfTheSample(t *testing.T) {
	remarks := soa.Review(derive(t, sample(), at))
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, r := range remarks {
		if r.Code != "S007" || len(r.About) > 0 { // most of the sample's controls are not there
			require.NoError(t, enc.Encode(r))
		}
	}
	golden.Equal(t, "remarks.jsonl", b.String())
}

func TestReviewDocument(t *testing.T) {
	d := soa.ReviewDocument(derive(t, sample(), at))
	require.NoError(t, d.Validate())
	require.Equal(t, "2 of 84 remarks to settle before approval", noticesIn(d)[0])
	d = soa.ReviewDocument(derive(t, decided(), at))
	require.Equal(t, "83 remarks, none of which stands in the way of approval", noticesIn(d)[0])
	d = soa.ReviewDocument(soa.Statement{At: day(at), System: "s", Entries: []soa.Entry{sound(), no(), planned()}[:2]})
	require.Equal(t, []string{"No remark"}, noticesIn(d))
	require.NoError(t, d.Validate())
}
