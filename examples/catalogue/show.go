package main

import (
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/page"
)

// show prints items, or parts of them.
func show(c *call) error {
	for i, item := range c.args {
		e, part, err := c.entry(item)
		if err != nil {
			return err
		}
		if i > 0 {
			c.text().linef("\n%s\n", strings.Repeat("─", c.width))
		}
		if part != "" {
			words, _ := c.laid.Text(e.ID() + "/" + part)
			c.text().hang(0, e.ID()+"/"+part, words.Text)
			continue
		}
		c.page(e)
	}
	return nil
}

// page prints everything about an entry.
func (c *call) page(e page.Entry) {
	t := c.text()
	t.hang(0, e.ID(), e.Title())
	if e.Name() != "" && e.Name() != e.Title() {
		t.hang(0, "", "In short: "+e.Name())
	}
	t.linef("")
	facts(t, e)
	if e.Text != "" {
		t.heading("In the words of the standard")
		t.hang(2, "", e.Text)
	}
	g := e.Guidance
	t.heading("Why")
	t.hang(2, "", g.Why)
	steps(t, g)
	evidence(t, g)
	questions(t, g)
	t.heading("How it goes wrong")
	for _, p := range g.Pitfalls {
		t.hang(2, p.ID, p.Text)
	}
	t.heading("What to measure")
	for _, m := range g.Metrics {
		t.hang(2, m.ID, m.What+" ("+m.Unit+", "+page.Should(m)+")")
	}
	sizes(t, g.Sizes)
	cloud(t, g.Cloud)
	leaveOut(t, g.LeaveOut)
	c.related(t, e)
	t.linef("")
	t.hang(0, "", annexa.Edition+". The guidance is in our own words and has not been compared with the licensed text of the standard.")
}

// facts prints what is short.
func facts(t text, e page.Entry) {
	fact := func(name, s string) {
		if s != "" {
			t.hang(0, name+strings.Repeat(" ", max(0, 21-len(name))), s)
		}
	}
	spaced := strings.NewReplacer(";", ", ", "_", " ")
	a := e.Control.Attributes
	group := e.Group()
	if e.Control.New {
		group += ", new in 2022"
	}
	fact("Stands with", group)
	fact("Control type", spaced.Replace(a.Types.String()))
	fact("Property", spaced.Replace(a.Properties.String()))
	fact("Concept", spaced.Replace(a.Concepts.String()))
	fact("Capability", spaced.Replace(a.Capabilities.String()))
	fact("Domain", spaced.Replace(a.Domains.String()))
	fact("Asks to document", strings.Join(e.Clause.Documented, ", "))
	fact("Editions", e.Clause.Note)
	fact("Owner, typically", e.Guidance.Owner)
	fact("Documents, records", strings.Join(e.Guidance.Documents, ", "))
	if effect := e.Guidance.Effect; effect.Against != "" {
		fact("Usual effect", "lowers "+joined(effect.Lowers)+"; against "+effect.Against)
	}
}

func joined(targets []guidance.Target) string {
	var all []string
	for _, t := range targets {
		text, err := t.MarshalText()
		if err == nil {
			all = append(all, string(text))
		}
	}
	return strings.Join(all, " and ")
}

func steps(t text, g guidance.Item) {
	t.heading("What to do")
	for phase, title := range []string{guidance.Decide: "Decide", guidance.SetUp: "Set up", guidance.RunIt: "Run", guidance.Show: "Show"} {
		for _, s := range g.Steps {
			if s.Phase != guidance.Phase(phase) {
				continue
			}
			if title != "" {
				t.linef("  %s", title)
				title = ""
			}
			t.hang(4, s.ID, s.Text)
			if when := due(s); when != "" {
				t.hang(8, "", when)
			}
		}
	}
}

func evidence(t text, g guidance.Item) {
	t.heading("What to show")
	for _, ev := range g.Evidence {
		t.hang(2, ev.ID, ev.Shows)
		kind, _ := ev.Kind.MarshalText()
		about := string(kind) + ", " + page.Cadence(ev.Cadence) + "; " + ev.Source
		if sample := page.Sample(ev); sample != "" {
			about += "; " + sample
		}
		t.hang(6, "", about)
	}
}

func questions(t text, g guidance.Item) {
	t.heading("What an auditor asks")
	for _, q := range g.Questions {
		t.hang(2, q.ID, q.Text)
		t.hang(6, "", "answered by "+strings.Join(q.Evidence, ", ")+"; a poor answer: “"+q.Poor+"”")
	}
}

func sizes(t text, s guidance.Sizes) {
	t.heading("The smallest convincing set")
	for _, size := range []guidance.Size{s.Small, s.Medium, s.Large} {
		t.hang(2, "", size.Note)
		t.hang(6, "", page.Runs(size.Items))
	}
}

func cloud(t text, c guidance.Cloud) {
	t.heading("In the cloud")
	for _, s := range []struct {
		name string
		guidance.Split
	}{{"IaaS", c.IaaS}, {"PaaS", c.PaaS}, {"SaaS", c.SaaS}} {
		t.hang(2, s.name+" provider:", s.Provider)
		t.hang(7, "customer:", s.Customer)
	}
}

func leaveOut(t text, l guidance.LeaveOut) {
	if l == (guidance.LeaveOut{}) {
		return
	}
	t.heading("Leaving it out")
	for _, part := range [][2]string{{"Credible", l.Credible}, {"Doubtful", l.Doubtful}, {"A justification has to name", l.Mention}} {
		t.linef("  %s", part[0])
		t.hang(4, "", part[1])
	}
}

// related prints what stands around an entry.
func (c *call) related(t text, e page.Entry) {
	t.heading("Around it")
	c.others(t, "Depends on", e.Guidance.DependsOn)
	c.others(t, "Needed by", e.NeededBy)
	if len(e.Old) > 0 {
		var old []string
		for _, o := range e.Old {
			old = append(old, o.Old.ID)
		}
		t.hang(2, "In 2013:", strings.Join(old, ", "))
	}
	if e.Guidance.ISO27002 != "" {
		t.hang(2, "In ISO/IEC 27002:2022:", e.Guidance.ISO27002)
	}
	for _, b := range e.Beside {
		t.hang(2, page.Framework(b.Framework)+":", strings.Join(b.IDs, ", "))
	}
}

func (c *call) others(t text, label string, ids []string) {
	if len(ids) == 0 {
		return
	}
	t.linef("  %s:", label)
	for _, id := range ids {
		title := ""
		if e, _, err := c.entry(id); err == nil {
			title = e.Title()
		}
		t.hang(4, id, title)
	}
}
