package page

import (
	"encoding"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
	"github.com/ismskit/ismskit/annexa/guidance"
)

// functions are what the template calls.
func functions() template.FuncMap {
	return template.FuncMap{
		"anchor": Fragment, "at": at, "join": func(list []string) string { return strings.Join(list, ", ") },
		"spaced": func(s string) string { return strings.ReplaceAll(s, "_", " ") }, "capital": capital, "set": set, "word": word,
		"phases": phases, "when": when, "cadence": Cadence, "sample": Sample, "should": Should, "sizes": sizes, "clouds": clouds,
		"lowers": lowers, "framework": Framework,
	}
}

// Fragment gives what stands after "#" in the address of an entry, or of a part
// of one, in the page: "A.5.15", "A.5.15/E2". Letters, digits and ". _ - : /"
// stand for themselves; any other byte is "~" and two hexadecimal digits, so that
// different identifiers never meet, and no browser has to decode anything.
func Fragment(id string, part ...string) string {
	var b strings.Builder
	for _, c := range []byte(strings.Join(append([]string{id}, part...), "/")) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("._-:/", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "~%02x", c)
		}
	}
	return b.String()
}

func at(id string, part ...string) template.URL {
	return template.URL("#" + Fragment(id, part...)) //nolint:gosec // Fragment leaves no special character
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// set turns straight quotation marks and apostrophes into those of print.
func set(s string) string {
	if !strings.ContainsAny(s, `"'`) {
		return s
	}
	var b strings.Builder
	before := ' '
	for _, r := range s {
		opens := strings.ContainsRune(" (–—/", before)
		switch {
		case r == '"' && opens:
			b.WriteRune('“')
		case r == '"':
			b.WriteRune('”')
		case r == '\'' && opens:
			b.WriteRune('‘')
		case r == '\'':
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

func word(v encoding.TextMarshaler) string {
	text, err := v.MarshalText()
	if err != nil {
		return ""
	}
	return string(text)
}

// A phase is the steps of one phase under its heading.
type phase struct {
	Title string
	Steps []guidance.Step
}

// phases puts steps under the phase they belong to, in the order of the phases.
func phases(steps []guidance.Step) []phase {
	var all []phase
	for i, title := range []string{"Decide", "Set up", "Run", "Show"} {
		p := phase{Title: title}
		for _, s := range steps {
			if s.Phase == guidance.Phase(i+1) {
				p.Steps = append(p.Steps, s)
			}
		}
		if p.Steps != nil {
			all = append(all, p)
		}
	}
	return all
}

// A due says from when on a step is due.
type due struct {
	Tier, Trigger string
	High          bool
}

// when returns nil for a step that everybody needs.
func when(s guidance.Step) *due {
	switch s.Tier {
	case guidance.Grown:
		return &due{Tier: "As you grow:", Trigger: s.Trigger}
	case guidance.HighRisk:
		return &due{Tier: "High risk:", Trigger: s.Trigger, High: true}
	default:
		return nil
	}
}

// Cadence says an ISO 8601 duration in words: "every 6 months" for P6M. A
// duration of another form stays as it is.
func Cadence(duration string) string {
	units := map[byte]string{'D': "day", 'W': "week", 'M': "month", 'Y': "year"}
	number, found := strings.CutPrefix(duration, "P")
	if !found || number == "" {
		return duration
	}
	unit, ok := units[number[len(number)-1]]
	n, err := strconv.Atoi(number[:len(number)-1])
	switch {
	case !ok || err != nil || n < 1:
		return duration
	case n == 1:
		return "every " + unit
	}
	return fmt.Sprintf("every %d %ss", n, unit)
}

// Sample says how much of what is enough, "" where there is one thing to look at.
func Sample(e guidance.Evidence) string {
	switch {
	case e.Sample == "" && e.Population == "":
		return ""
	case e.Sample == "":
		return "of: " + e.Population
	case e.Population == "":
		return "sample: " + e.Sample
	}
	return "sample: " + e.Sample + ", from: " + e.Population
}

// Should says which way a metric ought to go.
func Should(m guidance.Metric) string {
	switch m.Direction {
	case guidance.Up:
		return "should rise"
	case guidance.Down:
		return "should fall"
	case guidance.OnTarget:
		return "should stay on target"
	}
	return ""
}

// lowers names what a control lowers.
func lowers(e guidance.Effect) string {
	list := make([]string, len(e.Lowers))
	for i, t := range e.Lowers {
		list[i] = word(t)
	}
	return strings.Join(list, " and ")
}

// A size is a smallest convincing set in words.
type size struct {
	Persons     int
	Parts, Note string
}

func sizes(s guidance.Sizes) []size {
	var all []size
	for _, of := range []struct {
		persons int
		guidance.Size
	}{{15, s.Small}, {60, s.Medium}, {500, s.Large}} {
		_, note, found := strings.Cut(of.Note, " people: ")
		if !found {
			note = of.Note
		}
		all = append(all, size{of.persons, Runs(of.Items), capital(note)})
	}
	return all
}

// Runs joins identifiers of parts and draws neighbors together: "S1–S3, S5, E1".
func Runs(ids []string) string {
	var all []string
	for i := 0; i < len(ids); {
		n := i
		for n+1 < len(ids) && follows(ids[n], ids[n+1]) {
			n++
		}
		switch n - i {
		case 0:
			all = append(all, ids[i])
		case 1:
			all = append(all, ids[i], ids[n])
		default:
			all = append(all, ids[i]+"–"+ids[n])
		}
		i = n + 1
	}
	return strings.Join(all, ", ")
}

// follows reports whether b is the identifier after a: S2 after S1.
func follows(a, b string) bool {
	if a == "" || b == "" || a[0] != b[0] {
		return false
	}
	m, err := strconv.Atoi(a[1:])
	n, err2 := strconv.Atoi(b[1:])
	return err == nil && err2 == nil && n == m+1
}

// A cloud is the split for one kind of service.
type cloud struct {
	Name string
	guidance.Split
}

func clouds(c guidance.Cloud) []cloud {
	return []cloud{{"IaaS", c.IaaS}, {"PaaS", c.PaaS}, {"SaaS", c.SaaS}}
}

var frameworks = []struct {
	set  annexa.Set
	name string
}{
	{crosswalk.CSFv2, "NIST CSF 2.0"},
	{crosswalk.SP80053r5, "NIST SP 800-53 Rev. 5"},
	{crosswalk.NIS2v2024, "NIS 2, (EU) 2024/2690"},
	{crosswalk.GDPRv2016, "GDPR, (EU) 2016/679"},
	{crosswalk.HIPAAv2013, "HIPAA Security Rule"},
	{crosswalk.ISO27701v2019, "ISO/IEC 27701:2019"},
}

// Framework names a framework for people; the set itself where it is not known.
func Framework(set annexa.Set) string {
	i := slices.IndexFunc(frameworks, func(f struct {
		set  annexa.Set
		name string
	},
	) bool {
		return f.set == set
	})
	if i < 0 {
		return string(set)
	}
	return frameworks[i].name
}
