package html_test

import (
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/browser"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/internal/sample"
)

func statement() docinfo.Document { return sample.Statement() }

// save writes the document to a file and gives its address.
func save(t *testing.T, d docinfo.Document) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), d.Name+".html")
	require.NoError(t, os.WriteFile(name, []byte(write(t, d)), 0o600))
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(name)}).String()
}

// One browser shows the page to all checks.
func TestInTheBrowser(t *testing.T) {
	b := browser.New(t)
	for _, c := range []struct {
		name  string
		check func(*testing.T, *browser.Browser)
	}{
		{"filter from the address", checkFilterFromTheAddress},
		{"keyboard", checkKeyboard},
		{"link to a hidden row", checkLinkToAHiddenRow},
		{"widths", checkWidths},
		{"accessibility tree", checkAccessibilityTree},
		{"contrast", checkContrast},
		{"nasty texts", checkNastyTexts},
		{"paper", checkPaper},
		{"paper of a filtered table", checkPaperOfAFilteredTable},
		{"look", checkLook},
		{"without script", checkWithoutScript}, // last: the script stays off
	} {
		t.Run(c.name, func(t *testing.T) {
			outer := b.T
			defer func() { b.T = outer }()
			b.T, b.Complaints, b.Fetched = t, nil, nil
			c.check(t, b)
			require.Empty(t, b.Complaints)
			require.Empty(t, b.Fetched)
		})
	}
}

// Expressions about the page.
const (
	count   = `document.querySelector(".count").textContent`
	visible = `[...document.querySelectorAll("#soa tbody tr:not(.group)")].filter((r) => r.checkVisibility()).length`
	groups  = `[...document.querySelectorAll("#soa tr.group")].filter((r) => r.checkVisibility()).map((r) => r.textContent).join()`
	focused = `document.activeElement.textContent.slice(0, 20) + "|" + (document.activeElement.name || "")`
)

func checkFilterFromTheAddress(t *testing.T, b *browser.Browser) {
	t.Helper()
	address := save(t, statement())
	for _, c := range []struct{ name, hash, count, visible, groups string }{
		{"nothing chosen", "", "97 of 97 rows shown", "97", "Organizational controls,People controls,Physical controls,Technological controls,Controls of the organization"},
		{"status", "#?soa.status=Planned", "12 of 97 rows shown (Status: Planned)", "12", "Organizational controls,People controls,Physical controls,Technological controls,Controls of the organization"},
		{"status and group", "#?soa.status=Planned&soa.group=Physical+controls", "2 of 97 rows shown (Theme: Physical controls, Status: Planned)", "2", "Physical controls"},
		{"search", "#?soa=frankfurt%20R-001", "4 of 97 rows shown (“frankfurt R-001”)", "4", "Organizational controls,Technological controls"},
		{"nothing found", "#?soa=zzz", "0 of 97 rows shown (“zzz”)", "0", ""},
		{"unknown value", "#?soa.status=Gone&x=y", "97 of 97 rows shown", "97", "Organizational controls,People controls,Physical controls,Technological controls,Controls of the organization"},
		{"a row", "#A.8.1", "97 of 97 rows shown", "97", "Organizational controls,People controls,Physical controls,Technological controls,Controls of the organization"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.Open(address+c.hash, 1400, 1000, "light")
			require.Equal(t, c.count, b.Eval(count))
			require.Equal(t, c.visible, b.Eval(visible))
			require.Equal(t, c.groups, b.Eval(groups))
		})
	}
}

// A person without a mouse reaches everything, and always sees where they are.
func checkKeyboard(t *testing.T, b *browser.Browser) {
	t.Helper()
	b.Open(save(t, statement()), 1400, 1000, "light")
	tab := func() { b.Press("Tab", 9, "") }
	tab()
	require.Equal(t, "Skip to content|", b.Eval(focused))
	require.Equal(t, "true", b.Eval(`document.activeElement.getBoundingClientRect().top >= 0`))
	b.Press("Enter", 13, "\r")
	require.Equal(t, "#~content", b.Eval(`location.hash`))
	for range 10 { // links and fields of the content, in its order
		tab()
		if b.Eval(focused) == "|soa" {
			break
		}
	}
	require.Equal(t, "|soa", b.Eval(focused))
	require.Equal(t, "solid", b.Eval(`getComputedStyle(document.activeElement).outlineStyle`))
	b.Call("Input.insertText", browser.Object{"text": "frankfurt"}, nil)
	require.Equal(t, "20 of 97 rows shown (“frankfurt”)", b.Eval(count))
	require.Equal(t, "#?soa=frankfurt", b.Eval(`location.hash`))
	tab()
	require.Contains(t, b.Eval(focused), "|soa.group")
	b.Press("P", 80, "P")
	require.Equal(t, "People controls", b.Eval(`document.activeElement.value`))
	require.Equal(t, "1 of 97 rows shown (Theme: People controls, “frankfurt”)", b.Eval(count))
	for range 4 {
		tab()
	}
	require.Equal(t, "Clear filters|", b.Eval(focused))
	b.Press("Enter", 13, "\r")
	require.Equal(t, "97 of 97 rows shown", b.Eval(count))
	require.Equal(t, "|soa", b.Eval(focused))
	require.Empty(t, b.Eval(`location.hash`))
	tab()
	require.Equal(t, "true", b.Eval(`document.activeElement.getBoundingClientRect().top > document.querySelector(".mark").getBoundingClientRect().bottom`))
}

// A link to a row that the filter hides shows the row.
func checkLinkToAHiddenRow(t *testing.T, b *browser.Browser) {
	t.Helper()
	b.Open(save(t, statement())+"#?soa.status=Planned", 1400, 1000, "light")
	require.Equal(t, "false", b.Eval(`document.getElementById("A.5.13").checkVisibility()`))
	b.Eval(`document.querySelector('a[href="#A.5.13"]').click()`)
	b.Eval(`new Promise((done) => setTimeout(done, 50))`)
	require.Equal(t, "97 of 97 rows shown", b.Eval(count))
	require.Equal(t, "true", b.Eval(`(() => { const r = document.getElementById("A.5.13").getBoundingClientRect(); return r.top > 60 && r.bottom < innerHeight; })()`))
}

func checkWithoutScript(t *testing.T, b *browser.Browser) {
	t.Helper()
	b.Call("Emulation.setScriptExecutionDisabled", browser.Object{"value": true}, nil)
	b.Open(save(t, statement())+"#?soa.status=Planned", 1400, 1000, "light")
	require.Equal(t, "97", b.Eval(visible))
	require.Equal(t, "false", b.Eval(`document.querySelector(".tools").checkVisibility()`))
}

// At no width does the page have to be moved sideways.
func checkWidths(t *testing.T, b *browser.Browser) {
	t.Helper()
	d := statement()
	d.Blocks = append(d.Blocks, docinfo.Plain("https://example.org/"+strings.Repeat("a-very-long-path/", 20)+strings.Repeat("x", 200)))
	b.Open(save(t, d), 320, 900, "light")
	for _, width := range []int{320, 390, 600, 820, 1055, 1057, 1400, 2200} {
		b.Resize(width, 900)
		require.Equal(t, "true", b.Eval(`document.documentElement.scrollWidth <= innerWidth`), width)
	}
}

// What those hear who do not see the page, also where rows are cards.
func checkAccessibilityTree(t *testing.T, b *browser.Browser) {
	t.Helper()
	b.Open(save(t, statement()), 1400, 900, "light")
	for _, width := range []int{1400, 390} {
		b.Resize(width, 900)
		roles := b.Roles()
		require.Equal(t, map[string]int{
			"banner": 1, "navigation": 1, "main": 1, "contentinfo": 1, "search": 1, "heading": 6, "image": 1, "note": 5, "status": 1,
			"table": 2, "caption": 2, "columnheader": 10, "rowheader": 97 + 5,
		}, map[string]int{
			"banner": roles["banner"], "navigation": roles["navigation"], "main": roles["main"], "contentinfo": roles["contentinfo"],
			"search": roles["search"], "heading": roles["heading"], "image": roles["image"], "note": roles["note"], "status": roles["status"],
			"table": roles["table"], "caption": roles["caption"], "columnheader": roles["columnheader"], "rowheader": roles["rowheader"],
		}, width)
	}
	require.Equal(t, "122322", b.Eval(`[...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((h) => h.tagName[1]).join("")`))
	require.Equal(t, "0", b.Eval(`(() => { const ids = [...document.querySelectorAll("[id]")].map((e) => e.id); return ids.length - new Set(ids).size; })()`))
}

// Texts that look like markup arrive as texts.
func checkNastyTexts(t *testing.T, b *browser.Browser) {
	t.Helper()
	for _, s := range []string{
		`"><script>alert(1)</script>`, `</title></style><img src=x onerror=alert(1)>`, `\"}*{display:none}`, `'-->]]>&amp;&#60;`, `{n} ${x} </script>`,
	} {
		b.Open(save(t, everywhere(s)), 1000, 800, "light")
		require.Equal(t, "x"+s, b.Eval(`document.querySelector("h1").textContent`))
		require.Equal(t, "x"+s+" – x"+s+" – x"+s, b.Eval(`document.title`))
		require.Equal(t, "x"+s, b.Eval(`document.querySelector("img").alt`))
		require.Equal(t, "x"+s, b.Eval(`document.querySelectorAll("option")[1].value`))
		require.Equal(t, "x"+s, b.Eval(`JSON.parse(getComputedStyle(document.querySelector("td")).getPropertyValue("--title").replace(/\\([0-9a-f]+) /g, (_, h) => JSON.stringify(String.fromCodePoint(parseInt(h, 16))).slice(1, -1)))`))
		require.Equal(t, "2 of 2 rows shown", b.Eval(count))
		require.Equal(t, "1", b.Eval(`document.scripts.length`))
	}
}

func checkPaper(t *testing.T, b *browser.Browser) {
	t.Helper()
	b.Open(save(t, statement()), 1400, 1000, "dark")
	pages := browser.Pages(t, b.PDF())
	require.Greater(t, len(pages), 5)
	for i, page := range pages {
		require.Contains(t, page, "DRAFT", "page %d", i+1)
		require.Contains(t, page, "printed copies are not controlled", "page %d", i+1)
		require.Regexp(t, `Page +`+strconv.Itoa(i+1)+` +of +`+strconv.Itoa(len(pages)), page)
		require.NotContains(t, page, "Clear filters")
		if i > 0 {
			require.Contains(t, page, "Statement of Applicability – Harbor & Finch Software, whole company", "page %d", i+1)
		}
		if strings.Contains(page, "A.5.9") || strings.Contains(page, "A.8.20") {
			require.Contains(t, page, "Justification", "page %d", i+1)
		}
	}
	require.NotContains(t, strings.Join(pages, ""), "rows shown")
}

// On paper stands what was shown, and that it is not everything.
func checkPaperOfAFilteredTable(t *testing.T, b *browser.Browser) {
	t.Helper()
	b.Open(save(t, statement())+"#?soa.status=Planned", 390, 844, "light")
	text := strings.Join(browser.Pages(t, b.PDF()), "")
	require.Contains(t, text, "12 of 97 rows shown (Status: Planned)")
	require.Contains(t, text, "A.5.6")
	require.NotContains(t, text, "A.5.9")
}

// checkLook writes pictures of the page for a person, where DOCINFO_LOOK names a
// folder. What no test can say: whether the page is a pleasure to read.
func checkLook(t *testing.T, b *browser.Browser) {
	t.Helper()
	if os.Getenv("DOCINFO_LOOK") == "" {
		return // nobody wants to look
	}
	address := save(t, statement())
	for _, c := range []struct {
		name, hash, scheme string
		width, height      int
		place              string
	}{
		{"desktop", "", "light", 1400, 1000, ""},
		{"desktop-table", "", "light", 1400, 1000, "#entries"},
		{"desktop-filtered", "#?soa.status=Planned", "light", 1400, 1000, "#entries"},
		{"desktop-notices", "", "light", 1400, 1000, "#open"},
		{"dark", "", "dark", 1400, 1000, ""},
		{"dark-table", "#?soa.status=Not+implemented", "dark", 1400, 1000, "#entries"},
		{"tablet", "", "light", 820, 1180, "#entries"},
		{"phone", "", "light", 390, 844, ""},
		{"phone-tools", "", "light", 390, 844, "#entries"},
		{"phone-cards", "", "light", 390, 844, "[id='A.5.2']"},
	} {
		b.Open(address+c.hash, c.width, c.height, c.scheme)
		if c.place != "" {
			b.Eval(`document.querySelector("` + c.place + `").scrollIntoView()`)
		}
		look(t, c.name+".png", b.Screenshot())
	}
	b.Open(address, 1400, 1000, "light")
	look(t, "paper.pdf", b.PDF())
}

// look writes a file for a person to look at.
func look(t *testing.T, name string, data []byte) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(os.Getenv("DOCINFO_LOOK"), name), data, 0o600))
}
