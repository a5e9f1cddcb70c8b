//go:build !annexa_notitles && !annexa_noattributes && !annexa_nocorrespondences

package page_test

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/annexa/page"
	"github.com/ismskit/ismskit/internal/browser"
)

// save writes a page to a file and returns its address.
func save(t *testing.T, p page.Page) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, page.Write(&b, p))
	name := filepath.Join(t.TempDir(), "page.html")
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(name)}).String()
}

// One browser shows the page to all checks.
func TestInTheBrowser(t *testing.T) {
	b := browser.New(t)
	address := save(t, page.Page{Entries: page.Entries(overlay.Catalogue{})})
	for _, c := range []struct {
		name  string
		check func(*testing.T, *browser.Browser, string)
	}{
		{"addresses", checkAddresses},
		{"every part", checkEveryPart},
		{"filters", checkFilters},
		{"search", checkSearch},
		{"accessibility tree", checkAccessibilityTree},
		{"widths", checkWidths},
		{"keyboard", checkKeyboard},
		{"phone", checkPhone},
		{"own page", checkOwnPage},
		{"contrast", checkContrast},
		{"paper", checkPaper},
		{"without script", checkWithoutScript}, // last: the script stays off
	} {
		t.Run(c.name, func(t *testing.T) {
			outer := b.T
			defer func() { b.T = outer }()
			b.T, b.Complaints, b.Fetched = t, nil, nil
			c.check(t, b, address)
			require.Empty(t, b.Complaints)
			require.Empty(t, b.Fetched)
		})
	}
}

// Expressions about the page.
const (
	open    = `[...document.querySelectorAll("main > article")].filter((a) => a.checkVisibility()).map((a) => a.id).join()`
	listed  = `[...document.querySelectorAll(".side nav ol > li")].filter((li) => li.checkVisibility() && !li.closest(".hits")).length`
	count   = `document.querySelector(".count").textContent`
	focused = `document.activeElement.id || document.activeElement.textContent.trim().slice(0, 20)`
)

// inSight tells whether the part stands in the window.
func inSight(id string) string {
	return `(() => { const e = document.getElementById("` + id + `"), r = e.getBoundingClientRect(); return e.checkVisibility() && r.top >= 0 && r.top < innerHeight; })()`
}

// follow goes to an address in the page that is open, and waits for the page.
func follow(b *browser.Browser, hash string) {
	b.T.Helper()
	b.Eval(`new Promise((done) => {
		const to = ` + strconv.Quote(hash) + `;
		if (location.hash === to) return done();
		addEventListener("hashchange", () => setTimeout(done), { once: true });
		location.hash = to;
	})`)
}

// click follows a link or presses a button, and waits for the page.
func click(b *browser.Browser, selector string) {
	b.T.Helper()
	b.Eval(`new Promise((done) => { document.querySelector(` + strconv.Quote(selector) + `).click(); setTimeout(done, 50); })`)
}

func checkAddresses(t *testing.T, b *browser.Browser, address string) {
	t.Helper()
	b.Open(address+"#A.5.15/E2", 1400, 1000, "light")
	require.Equal(t, "A.5.15", b.Eval(open))
	require.Equal(t, "true", b.Eval(inSight("A.5.15/E2")))
	require.Equal(t, "A.5.15 Access control – Annex A, control by control", b.Eval(`document.title`))
	require.Equal(t, "A.5.15 Access control", b.Eval(`document.querySelector(".side nav [aria-current]").textContent`))
	click(b, ".pager .next")
	require.Equal(t, "A.5.16", b.Eval(open))
	b.Eval(`new Promise((done) => { addEventListener("hashchange", () => setTimeout(done), { once: true }); history.back(); })`)
	require.Equal(t, "A.5.15", b.Eval(open))
	for _, c := range []struct{ hash, want string }{
		{"#6.1.2", "6.1.2"},
		{"#", "~about"},
		{"#A.5.15%2FE2", "A.5.15"},
		{"#nowhere", "A.5.15"}, // nothing changes
		{"#?q=laptop", "~about"},
		{"#9.3.2/Q1", "9.3.2"},
		{"#~about", "~about"},
		{"#?theme=People&full", "A.6.1,A.6.2,A.6.3,A.6.4,A.6.5,A.6.6,A.6.7,A.6.8"},
		{"#?", "~about"},
	} {
		follow(b, c.hash)
		require.Equal(t, c.want, b.Eval(open), c.hash)
	}
	b.Open(address+"#nowhere", 1400, 1000, "light")
	require.Equal(t, "~about", b.Eval(open))
}

// Every item and every part has its address, each once, and no link leads to
// what is not there.
func checkEveryPart(t *testing.T, b *browser.Browser, _ string) {
	t.Helper()
	var want []string
	for _, e := range page.Entries(overlay.Catalogue{}) {
		want = append(want, e.ID())
		for part := range e.Guidance.Addresses() {
			want = append(want, part)
		}
	}
	got := strings.Split(b.Eval(`[...document.querySelectorAll("main article[id], main article [id]")].map((e) => e.id).filter((id) => id[0] !== "~").join()`), ",")
	slices.Sort(want)
	slices.Sort(got)
	require.True(t, slices.Equal(want, got), "got %d addresses, want %d", len(got), len(want))
	require.Empty(t, b.Eval(`[...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute("href").slice(1)).filter((h) => h && h[0] !== "?" && !document.getElementById(h)).join()`))
}

func checkFilters(t *testing.T, b *browser.Browser, _ string) {
	t.Helper()
	for _, c := range []struct{ hash, listed, count string }{
		{"#?type=Detective", "13", "13 of 123 (Control type: Detective)"},
		{"#?type=Detective&theme=Physical", "2", "2 of 123 (Theme: Physical, Control type: Detective)"},
		{"#?capability=Identity_and_access_management", "11", "11 of 123 (Operational capability: Identity and access management)"},
		{"#?q=zzzzz", "0", "0 of 123 (“zzzzz”)"},
		{"#?type=Gone&x=y", "123", "123 controls and clauses"},
		{"#?", "123", "123 controls and clauses"},
	} {
		follow(b, c.hash)
		require.Equal(t, c.listed+" "+c.count, b.Eval(listed)+" "+b.Eval(count), c.hash)
	}
	follow(b, "#A.5.15")
	click(b, `.open .facts a[href="#?domain=Protection"]`)
	require.Equal(t, "69 of 123 (Security domain: Protection)", b.Eval(count))
	click(b, ".clear")
	require.Equal(t, "123", b.Eval(listed))
	require.Empty(t, b.Eval(`location.hash`))
}

// A person without a mouse reaches everything.
func checkKeyboard(t *testing.T, b *browser.Browser, address string) {
	t.Helper()
	b.Open(address, 1400, 1000, "light")
	b.Press("Tab", 9, "")
	require.Equal(t, "Skip to content", b.Eval(focused))
	b.Press("Enter", 13, "\r")
	require.Equal(t, "~main", b.Eval(focused))
	slash := func() {
		b.Press("/", 191, "/")
		b.Eval(`new Promise((done) => setTimeout(done, 20))`)
		require.Equal(t, "~q", b.Eval(focused))
	}
	slash()
	b.Type("PR.AA-05")
	require.Equal(t, "#?q=PR.AA-05", b.Eval(`location.hash`))
	require.Equal(t, "solid", b.Eval(`getComputedStyle(document.activeElement).outlineStyle`))
	b.Press("Enter", 13, "\r")
	b.Eval(`new Promise((done) => setTimeout(done, 50))`)
	require.Equal(t, b.Eval(`document.querySelector(".found a").hash.slice(1)`), b.Eval(open))
	require.Equal(t, "H2", b.Eval(`document.activeElement.tagName`))
	slash()
	for range 4 { // filters, all in full, clear
		if b.Press("Tab", 9, ""); b.Eval(focused) == "Clear" {
			break
		}
	}
	b.Press("Enter", 13, "\r")
	require.Equal(t, "~q 123 controls and clauses", b.Eval(focused)+" "+b.Eval(count))
}

// On a phone there is the list or an item, and a way back to where one was.
func checkPhone(t *testing.T, b *browser.Browser, address string) {
	t.Helper()
	b.Open(address, 390, 844, "light")
	require.Equal(t, "123 ", b.Eval(listed)+" "+b.Eval(open))
	b.Eval(`scrollTo(0, 2000)`)
	click(b, `.side a[href="#A.7.4"]`)
	require.Equal(t, "0 A.7.4 0", b.Eval(listed)+" "+b.Eval(open)+" "+b.Eval(`scrollY`))
	click(b, `.back a`)
	require.Equal(t, "123  2000", b.Eval(listed)+" "+b.Eval(open)+" "+b.Eval(`scrollY`))
	follow(b, "#~about")
	require.Equal(t, "~about", b.Eval(open))
}

// At no width does the page have to be moved sideways.
func checkWidths(t *testing.T, b *browser.Browser, _ string) {
	t.Helper()
	for _, hash := range []string{"#A.5.21", "#?q=PR.AA-05"} {
		follow(b, hash)
		for _, width := range []int{320, 1055, 2200} {
			b.Resize(width, 900)
			require.Equal(t, "true", b.Eval(`document.documentElement.scrollWidth <= innerWidth`), "%s %d", hash, width)
		}
	}
	b.Resize(1400, 1000)
}

func checkAccessibilityTree(t *testing.T, b *browser.Browser, _ string) {
	t.Helper()
	follow(b, "#A.5.15")
	roles := b.Roles()
	require.Equal(t, []int{1, 1, 2, 1, 1, 1}, []int{
		roles["main"], roles["search"], roles["navigation"], roles["article"], roles["searchbox"], roles["status"],
	}, "%v", roles)
	require.Equal(t, "true", b.Eval(`(() => { let last = 1; for (const h of document.querySelectorAll("main h2, main h3, main h4")) { const n = +h.tagName[1]; if (n > last + 1) return h.textContent; last = n; } return true; })()`))
	require.Equal(t, "1 0", b.Eval(`document.querySelectorAll("h1").length + " " + [...document.querySelectorAll("a")].filter((a) => !a.textContent.trim()).length`))
}

func checkContrast(t *testing.T, b *browser.Browser, address string) {
	t.Helper()
	for _, scheme := range []string{"light", "dark"} {
		b.Open(address+"#A.5.15/S7", 1400, 1000, scheme)
		for _, hash := range []string{"#A.5.15/S7", "#?q=laptop+stolen"} {
			follow(b, hash)
			ratio, where := b.LowestContrast(".side *, main > .open *, footer *")
			require.GreaterOrEqual(t, ratio, 4.5, "%s %s: %s", hash, scheme, where)
			require.Less(t, ratio, 21.1)
		}
	}
}

// A page of one's own, in another language and with identifiers of any letters,
// works as well.
func checkOwnPage(t *testing.T, b *browser.Browser, _ string) {
	t.Helper()
	ref, err := annexa.Parse("acme:1/X-7(2)")
	require.NoError(t, err)
	own := page.Entry{
		Control:  annexa.Control{Ref: ref, ShortName: "Saubere Kaffeemaschine"},
		Guidance: guidance.Item{Item: ref.String(), Pitfalls: []guidance.Pitfall{{ID: "P1", Text: "Niemand hat <b>Entkalker</b> bestellt."}}},
	}
	b.Open(save(t, page.Page{Language: "de", Entries: []page.Entry{own}})+"#acme:1/X-7~282~29/P1", 1400, 1000, "light")
	require.Equal(t, "acme:1/X-7~282~29", b.Eval(open))
	require.Equal(t, "true", b.Eval(inSight("acme:1/X-7~282~29/P1")))
	require.Equal(t, "Niemand hat <b>Entkalker</b> bestellt.", b.Eval(`document.querySelector(".open .parts p").textContent`))
	follow(b, "#?q=entkalk")
	require.Equal(t, "1", b.Eval(listed))
	require.Equal(t, "Entkalker", b.Eval(`document.querySelector(".found mark").textContent`))
	follow(b, "#?q=x-7(2)")
	require.Equal(t, "1", b.Eval(listed))
}

// What is open is printed; the list where nothing is.
func checkPaper(t *testing.T, b *browser.Browser, _ string) {
	t.Helper()
	follow(b, "#A.5.15")
	pages := browser.Pages(t, b.PDF())
	require.LessOrEqual(t, len(pages), 4)
	for i, text := range pages {
		require.Contains(t, text, strconv.Itoa(i+1)+" of "+strconv.Itoa(len(pages)))
		require.Contains(t, text, "not compared with the licensed standard")
		require.NotContains(t, text, "Policies for information security")
	}
	require.Contains(t, pages[0], "Draw up an access matrix")

	follow(b, "#?theme=People")
	list := strings.Join(browser.Pages(t, b.PDF()), "")
	require.Contains(t, list, "A.6.8")
	require.NotContains(t, list, "Policies for information security")
}

func checkWithoutScript(t *testing.T, b *browser.Browser, address string) {
	t.Helper()
	b.Call("Emulation.setScriptExecutionDisabled", browser.Object{"value": true}, nil)
	b.Open(address+"#A.5.15/E2", 1400, 1000, "light")
	require.Equal(t, "123", b.Eval(listed))
	require.Equal(t, "124", b.Eval(`[...document.querySelectorAll("main > article")].filter((a) => a.checkVisibility()).length`))
	require.Equal(t, "true", b.Eval(inSight("A.5.15/E2")))
	require.Equal(t, "false", b.Eval(`document.querySelector(".tools").checkVisibility()`))
}
