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

// checker collects where an item is not as an item should be.
type checker struct {
	guidance.Item

	list []string
}

func faults(i guidance.Item) []string {
	c := &checker{Item: i}
	c.head()
	c.steps()
	c.evidence()
	c.questions()
	c.lists()
	c.control()
	c.references()
	c.style()
	return c.list
}

func (c *checker) addf(format string, args ...any) {
	c.list = append(c.list, fmt.Sprintf(format, args...))
}

func (c *checker) words(what, text string, least, most int) {
	if n := len(strings.Fields(text)); n < least || n > most {
		c.addf("%s: got %d words, want %d to %d: %q", what, n, least, most, text)
	}
}

func (c *checker) number(what string, n, least, most int) {
	if n < least || n > most {
		c.addf("%s: got %d, want %d to %d", what, n, least, most)
	}
}

func (c *checker) id(got, letter string, n int) {
	if want := fmt.Sprintf("%s%d", letter, n+1); got != want {
		c.addf("got the id %s, want %s", got, want)
	}
}

func (c *checker) head() {
	_, control := c.Control()
	_, clause := c.Clause()
	if control == clause {
		c.addf("item: got %q, want a control or a clause", c.Item.Item)
	}
	if control && "A."+c.ISO27002 != c.Item.Item {
		c.addf("iso27002: got %q", c.ISO27002)
	}
	c.words("why", c.Why, 15, 60)
}

func (c *checker) steps() {
	c.number("steps", len(c.Steps), 4, 9)
	phases := make(map[guidance.Phase]bool)
	for n, s := range c.Steps {
		phases[s.Phase] = true
		c.id(s.ID, "S", n)
		c.words(s.ID, s.Text, 8, 45)
		if (s.Tier == guidance.Foundation) != (s.Trigger == "") {
			c.addf("%s: a trigger belongs to the tiers grown and high-risk, got %q", s.ID, s.Trigger)
		}
	}
	c.number("phases among the steps", len(phases), 4, 4)
}

var duration = regexp.MustCompile(`^P([0-9]+[YMWD])+$`)

func (c *checker) evidence() {
	c.number("evidence", len(c.Evidence), 2, 5)
	for n, e := range c.Evidence {
		c.id(e.ID, "E", n)
		c.words(e.ID, e.Shows, 6, 40)
		if !duration.MatchString(e.Cadence) {
			c.addf("%s: cadence %q is no ISO 8601 duration", e.ID, e.Cadence)
		}
		if !slices.Contains(guidance.Sources(), e.Source) {
			c.addf("%s: source %q is not in the vocabulary", e.ID, e.Source)
		}
		if (e.Population == "") != (e.Sample == "") {
			c.addf("%s: population and sample belong together", e.ID)
		}
	}
}

func (c *checker) questions() {
	c.number("questions", len(c.Questions), 3, 6)
	for n, q := range c.Questions {
		c.id(q.ID, "Q", n)
		c.words(q.ID, q.Text, 6, 35)
		c.words(q.ID+" poor", q.Poor, 4, 35)
		c.number(q.ID+" evidence", len(q.Evidence), 1, 5)
		if !strings.HasSuffix(q.Text, "?") && !strings.HasSuffix(q.Text, ".") {
			c.addf("%s: a question ends in ? (a request in .): %q", q.ID, q.Text)
		}
		for _, id := range q.Evidence {
			if !slices.ContainsFunc(c.Evidence, func(e guidance.Evidence) bool { return e.ID == id }) {
				c.addf("%s: there is no evidence %s", q.ID, id)
			}
		}
	}
}

func (c *checker) lists() {
	c.number("pitfalls", len(c.Pitfalls), 2, 5)
	for n, p := range c.Pitfalls {
		c.id(p.ID, "P", n)
		c.words(p.ID, p.Text, 8, 45)
	}
	c.number("metrics", len(c.Metrics), 1, 3)
	for n, m := range c.Metrics {
		c.id(m.ID, "M", n)
		c.words(m.ID, m.What, 3, 20)
	}
	c.number("documents", len(c.Documents), 1, 4)
	for _, s := range []guidance.Split{c.Cloud.IaaS, c.Cloud.PaaS, c.Cloud.SaaS} {
		c.words("cloud provider", s.Provider, 1, 35)
		c.words("cloud customer", s.Customer, 1, 35)
	}
}

func (c *checker) control() {
	if _, ok := c.Control(); !ok {
		if c.LeaveOut != (guidance.LeaveOut{}) || len(c.Effect.Lowers) > 0 {
			c.addf("a clause has no leaveOut and no effect")
		}
		return
	}
	c.words("leaveOut credible", c.LeaveOut.Credible, 8, 60)
	c.words("leaveOut doubtful", c.LeaveOut.Doubtful, 8, 60)
	c.words("leaveOut mention", c.LeaveOut.Mention, 8, 60)
	c.number("effect lowers", len(c.Effect.Lowers), 1, 2)
	c.words("effect against", c.Effect.Against, 3, 40)
}

func (c *checker) references() {
	c.number("dependsOn", len(c.DependsOn), 1, 5)
	for _, d := range c.DependsOn {
		if d == c.Item.Item || !known(d) {
			c.addf("dependsOn: %q is no other item", d)
		}
	}
	for _, s := range []guidance.Size{c.Sizes.Small, c.Sizes.Medium, c.Sizes.Large} {
		c.words("sizes", s.Note, 8, 50)
		letters := make(map[byte]bool)
		for _, id := range s.Items {
			_, ok := guidance.Text(c.Item.Item + "/" + id)
			if letters[id[0]] = true; !ok || id[0] != 'S' && id[0] != 'E' {
				c.addf("sizes: %s is no step or evidence of the item", id)
			}
		}
		if !letters['S'] || !letters['E'] {
			c.addf("sizes: want steps and evidence: %q", s.Note)
		}
	}
}

// style looks for what is not for us to say, and for filler.
func (c *checker) style() {
	total := 0
	for _, text := range texts(c.Item) {
		total += len(strings.Fields(text))
		for _, word := range []string{"compliant", "compliance with ISO", "conformant", "certified to", "appropriate measures", "as appropriate", "best practice", "robust"} {
			if strings.Contains(strings.ToLower(text), word) {
				c.addf("%q is not for us to say: %q", word, text)
			}
		}
	}
	c.number("words in all", total, 350, 900)
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
