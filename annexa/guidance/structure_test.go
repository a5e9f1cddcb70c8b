package guidance_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
)

// headings are the clauses that only head others, and the chapters.
var headings = map[string]bool{
	"4": true, "5": true, "6": true, "6.1": true, "7": true, "7.5": true, "8": true, "9": true, "9.2": true, "9.3": true, "10": true,
}

func TestEveryControlAndClauseHasGuidance(t *testing.T) {
	var want, got []string
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		want = append(want, c.Ref.ID)
	}
	for c := range annexa.Clauses() {
		if !headings[c.Ref.Number] {
			want = append(want, c.Ref.Number)
		}
	}
	for item := range guidance.All() {
		got = append(got, item.Item)
	}
	require.Equal(t, want, got)
}

func TestItems(t *testing.T) {
	for item := range guidance.All() {
		t.Run(item.Item, func(t *testing.T) {
			for _, fault := range faults(item) {
				t.Error(fault)
			}
		})
	}
}

// faults lists where an item is not as an item should be.
func faults(i guidance.Item) (list []string) {
	add := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	words := func(what, text string, least, most int) {
		if n := len(strings.Fields(text)); n < least || n > most {
			add("%s: got %d words, want %d to %d: %q", what, n, least, most, text)
		}
	}
	number := func(what string, n, least, most int) {
		if n < least || n > most {
			add("%s: got %d, want %d to %d", what, n, least, most)
		}
	}
	_, control := i.Control()
	_, clause := i.Clause()
	if control == clause {
		add("item: got %q, want a control or a clause", i.Item)
	}
	if control && "A."+i.ISO27002 != i.Item {
		add("iso27002: got %q", i.ISO27002)
	}
	words("why", i.Why, 15, 60)
	number("steps", len(i.Steps), 4, 9)
	phases := make(map[guidance.Phase]bool)
	for n, s := range i.Steps {
		phases[s.Phase] = true
		words(s.ID, s.Text, 8, 45)
		if s.ID != fmt.Sprintf("S%d", n+1) {
			add("%s: want S%d", s.ID, n+1)
		}
		if (s.Tier == guidance.Foundation) != (s.Trigger == "") {
			add("%s: a trigger belongs to the tiers grown and high-risk, got %q", s.ID, s.Trigger)
		}
	}
	number("phases among the steps", len(phases), 4, 4)
	evidence := make(map[string]bool)
	number("evidence", len(i.Evidence), 2, 5)
	for n, e := range i.Evidence {
		evidence[e.ID] = true
		words(e.ID, e.Shows, 6, 40)
		if e.ID != fmt.Sprintf("E%d", n+1) {
			add("%s: want E%d", e.ID, n+1)
		}
		if !regexp.MustCompile(`^P([0-9]+[YMWD])+$`).MatchString(e.Cadence) {
			add("%s: cadence %q is no ISO 8601 duration", e.ID, e.Cadence)
		}
		if !slices.Contains(guidance.Sources(), e.Source) {
			add("%s: source %q is not in the vocabulary", e.ID, e.Source)
		}
		if (e.Population == "") != (e.Sample == "") {
			add("%s: population and sample belong together", e.ID)
		}
	}
	number("questions", len(i.Questions), 3, 6)
	for n, q := range i.Questions {
		words(q.ID, q.Text, 6, 35)
		words(q.ID+" poor", q.Poor, 4, 35)
		if q.ID != fmt.Sprintf("Q%d", n+1) {
			add("%s: want Q%d", q.ID, n+1)
		}
		if !strings.HasSuffix(q.Text, "?") && !strings.HasSuffix(q.Text, ".") {
			add("%s: a question ends in ? (a request in .): %q", q.ID, q.Text)
		}
		for _, e := range q.Evidence {
			if !evidence[e] {
				add("%s: there is no evidence %s", q.ID, e)
			}
		}
		number(q.ID+" evidence", len(q.Evidence), 1, 5)
	}
	number("pitfalls", len(i.Pitfalls), 2, 5)
	for n, p := range i.Pitfalls {
		words(p.ID, p.Text, 8, 45)
		if p.ID != fmt.Sprintf("P%d", n+1) {
			add("%s: want P%d", p.ID, n+1)
		}
	}
	number("metrics", len(i.Metrics), 1, 3)
	for n, m := range i.Metrics {
		words(m.ID, m.What, 3, 20)
		if m.ID != fmt.Sprintf("M%d", n+1) {
			add("%s: want M%d", m.ID, n+1)
		}
	}
	number("documents", len(i.Documents), 1, 4)
	for what, s := range map[string]guidance.Split{"iaas": i.Cloud.IaaS, "paas": i.Cloud.PaaS, "saas": i.Cloud.SaaS} {
		words(what+" provider", s.Provider, 1, 35)
		words(what+" customer", s.Customer, 1, 35)
	}
	if control {
		words("leaveOut credible", i.LeaveOut.Credible, 8, 60)
		words("leaveOut doubtful", i.LeaveOut.Doubtful, 8, 60)
		words("leaveOut mention", i.LeaveOut.Mention, 8, 60)
		number("effect lowers", len(i.Effect.Lowers), 1, 2)
		words("effect against", i.Effect.Against, 3, 40)
	} else if i.LeaveOut != (guidance.LeaveOut{}) || len(i.Effect.Lowers) > 0 {
		add("a clause has no leaveOut and no effect")
	}
	number("dependsOn", len(i.DependsOn), 1, 5)
	for _, d := range i.DependsOn {
		if d == i.Item || !known(d) {
			add("dependsOn: %q is no other item", d)
		}
	}
	ids := make(map[string]bool)
	for address := range i.Addresses() {
		ids[strings.TrimPrefix(address, i.Item+"/")] = true
	}
	for what, s := range map[string]guidance.Size{"small": i.Sizes.Small, "medium": i.Sizes.Medium, "large": i.Sizes.Large} {
		words("sizes "+what, s.Note, 8, 50)
		for _, id := range s.Items {
			if !ids[id] || id[0] != 'S' && id[0] != 'E' {
				add("sizes %s: %s is no step or evidence of the item", what, id)
			}
		}
		if !slices.ContainsFunc(s.Items, func(id string) bool { return id[0] == 'S' }) || !slices.ContainsFunc(s.Items, func(id string) bool { return id[0] == 'E' }) {
			add("sizes %s: want steps and evidence", what)
		}
	}
	total := 0
	for _, text := range texts(i) {
		total += len(strings.Fields(text))
		for _, word := range []string{"compliant", "compliance with ISO", "conformant", "certified to", "appropriate measures", "as appropriate", "best practice", "robust"} {
			if strings.Contains(strings.ToLower(text), word) {
				add("%q is not for us to say: %q", word, text)
			}
		}
	}
	number("words in all", total, 350, 900)
	return list
}

func known(name string) bool {
	if ref, err := annexa.Parse(name); err == nil && strings.HasPrefix(name, "A.") {
		_, ok := annexa.Lookup(ref)
		return ok
	}
	ref, err := annexa.ParseClause(name)
	if err != nil {
		return false
	}
	_, ok := annexa.LookupClause(ref)
	return ok && !headings[name]
}

// texts returns every sentence of an item, in a fixed order.
func texts(i guidance.Item) []string {
	list := []string{i.Why}
	for _, s := range i.Steps {
		list = append(list, s.Text)
	}
	for _, e := range i.Evidence {
		list = append(list, e.Shows)
	}
	for _, q := range i.Questions {
		list = append(list, q.Text, q.Poor)
	}
	for _, p := range i.Pitfalls {
		list = append(list, p.Text)
	}
	for _, m := range i.Metrics {
		list = append(list, m.What)
	}
	for _, s := range []guidance.Split{i.Cloud.IaaS, i.Cloud.PaaS, i.Cloud.SaaS} {
		list = append(list, s.Provider, s.Customer)
	}
	for _, text := range []string{i.LeaveOut.Credible, i.LeaveOut.Doubtful, i.LeaveOut.Mention, i.Effect.Against, i.Sizes.Small.Note, i.Sizes.Medium.Note, i.Sizes.Large.Note} {
		if text != "" {
			list = append(list, text)
		}
	}
	return list
}
