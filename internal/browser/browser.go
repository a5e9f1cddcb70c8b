// Package browser drives a headless Chromium in tests, so that pages are tested
// as people meet them: with keys, at the width of a phone, on paper.
package browser

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// patience is how long one browser may be at work.
const patience = 4 * time.Minute

// A Browser is a headless Chromium with one page, spoken to through its debugging
// pipe: messages are JSON objects that end with a zero byte. What goes wrong with
// it ends the test.
type Browser struct {
	T testing.TB // the test that is told: set it to that of a subtest while it runs

	// Complaints are what the page logged, and what its policy refused.
	Complaints []string
	// Fetched are the addresses that were asked for, files and data of the page
	// apart.
	Fetched []string

	in      io.Writer
	out     *bufio.Reader
	last    int
	session string
}

// Object is a JSON object.
type Object map[string]any

type message struct {
	ID     int             `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
	Result json.RawMessage `json:"result"`
	Error  json.RawMessage `json:"error"`
}

// New starts the browser, which ends with the test. Where none is installed, and
// with -short, the test is skipped and says that nothing was checked; with
// CI=true it fails instead.
func New(t testing.TB) *Browser {
	t.Helper()
	path := find(t, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
	toRead, toWrite, err := os.Pipe()
	must(t, err)
	fromRead, fromWrite, err := os.Pipe()
	must(t, err)
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", //nolint:gosec // the browser that find found
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
		"--disable-dev-shm-usage", "--remote-debugging-pipe", "--user-data-dir="+t.TempDir(), "about:blank")
	cmd.ExtraFiles = []*os.File{toRead, fromWrite} // 3 and 4 for the browser
	must(t, cmd.Start())
	must(t, toRead.Close())
	must(t, fromWrite.Close())
	b := &Browser{T: t, in: toWrite, out: bufio.NewReaderSize(fromRead, 1<<16)}
	t.Cleanup(func() {
		_, _ = io.WriteString(b.in, `{"id":1000000,"method":"Browser.close"}`+"\x00")
		_ = cmd.Wait()
		_ = toWrite.Close()
		_ = fromRead.Close()
	})
	must(t, fromRead.SetReadDeadline(time.Now().Add(patience)))
	b.attach()
	return b
}

// find returns the first of the programs that is installed.
func find(t testing.TB, names ...string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT CHECKED in a browser: -short")
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "in a browser", strings.Join(names, ", "))
	return ""
}

// missing skips the test, or fails it where nothing may be left out.
func missing(t testing.TB, where, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("NOT CHECKED %s: none of %s in PATH", where, what)
	}
	t.Skipf("NOT CHECKED %s: none of %s in PATH", where, what)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("browser: %v", err)
	}
}

func (b *Browser) attach() {
	var target struct {
		TargetID string `json:"targetId"`
	}
	b.Call("Target.createTarget", Object{"url": "about:blank"}, &target)
	var session struct {
		SessionID string `json:"sessionId"`
	}
	b.Call("Target.attachToTarget", Object{"targetId": target.TargetID, "flatten": true}, &session)
	b.session = session.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network", "Accessibility"} {
		b.Call(domain+".enable", nil, nil)
	}
}

// Call sends a command of the debugging protocol and waits for its answer, which
// goes into result unless that is nil.
func (b *Browser) Call(method string, params Object, result any) {
	b.T.Helper()
	b.last++
	command := Object{"id": b.last, "method": method}
	if params != nil {
		command["params"] = params
	}
	if b.session != "" {
		command["sessionId"] = b.session
	}
	text, err := json.Marshal(command)
	must(b.T, err)
	_, err = b.in.Write(append(text, 0))
	must(b.T, err)
	answer := b.wait(func(m message) bool { return m.ID == b.last })
	if answer.Error != nil {
		b.T.Fatalf("browser: %s: %s", method, answer.Error)
	}
	if result != nil {
		must(b.T, json.Unmarshal(answer.Result, result))
	}
}

// wait reads messages until one is wanted.
func (b *Browser) wait(wanted func(message) bool) message {
	b.T.Helper()
	for {
		text, err := b.out.ReadBytes(0)
		must(b.T, err)
		var m message
		must(b.T, json.Unmarshal(text[:len(text)-1], &m))
		b.note(m)
		if wanted(m) {
			return m
		}
	}
}

// note keeps what the page says of itself.
func (b *Browser) note(m message) {
	b.T.Helper()
	switch m.Method {
	case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled":
		b.Complaints = append(b.Complaints, m.Method+": "+string(m.Params))
	case "Network.requestWillBeSent":
		var p struct {
			Request struct {
				URL string `json:"url"`
			} `json:"request"`
			Type string `json:"type"`
		}
		must(b.T, json.Unmarshal(m.Params, &p))
		if p.Type != "Document" && !strings.HasPrefix(p.Request.URL, "data:") {
			b.Fetched = append(b.Fetched, p.Request.URL)
		}
	}
}

// Open shows a page in a window of this size, in light or dark surroundings.
func (b *Browser) Open(address string, width, height int, scheme string) {
	b.T.Helper()
	b.Resize(width, height)
	b.Call("Emulation.setEmulatedMedia", Object{"features": []Object{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	for _, to := range []string{"about:blank", address} {
		b.Call("Page.navigate", Object{"url": to}, nil)
		b.wait(func(m message) bool { return m.Method == "Page.loadEventFired" })
	}
}

// Resize changes the window of the page that is open; below 500 it is a phone.
func (b *Browser) Resize(width, height int) {
	b.T.Helper()
	b.Call("Emulation.setDeviceMetricsOverride", Object{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}, nil)
}

// Eval gives the value of an expression in the page, as text.
func (b *Browser) Eval(expression string) string {
	b.T.Helper()
	var answer struct {
		Result struct {
			Value any `json:"value"`
		} `json:"result"`
		Exception json.RawMessage `json:"exceptionDetails"`
	}
	b.Call("Runtime.evaluate", Object{"expression": expression, "returnByValue": true, "awaitPromise": true}, &answer)
	if answer.Exception != nil {
		b.T.Fatalf("browser: %s: %s", expression, answer.Exception)
	}
	return fmt.Sprint(answer.Result.Value)
}

// Type enters a text where the page has its focus.
func (b *Browser) Type(text string) {
	b.T.Helper()
	b.Call("Input.insertText", Object{"text": text}, nil)
}

// Press presses and releases a key.
func (b *Browser) Press(key string, code int, text string) {
	b.T.Helper()
	b.Call("Input.dispatchKeyEvent", Object{"type": "keyDown", "key": key, "windowsVirtualKeyCode": code, "text": text}, nil)
	b.Call("Input.dispatchKeyEvent", Object{"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}, nil)
}

// Roles counts the roles in the tree that assistive technology reads.
func (b *Browser) Roles() map[string]int {
	b.T.Helper()
	var answer struct {
		Nodes []struct {
			Ignored bool `json:"ignored"`
			Role    struct {
				Value string `json:"value"`
			} `json:"role"`
		} `json:"nodes"`
	}
	b.Call("Accessibility.getFullAXTree", nil, &answer)
	roles := map[string]int{}
	for _, n := range answer.Nodes {
		if !n.Ignored {
			roles[n.Role.Value]++
		}
	}
	return roles
}

// Screenshot gives a picture of the window, as PNG.
func (b *Browser) Screenshot() []byte {
	b.T.Helper()
	return b.data("Page.captureScreenshot", Object{"format": "png"})
}

// PDF prints the page as its own style asks.
func (b *Browser) PDF() []byte {
	b.T.Helper()
	return b.data("Page.printToPDF", Object{"preferCSSPageSize": true, "printBackground": false})
}

func (b *Browser) data(method string, params Object) []byte {
	b.T.Helper()
	var answer struct {
		Data string `json:"data"`
	}
	b.Call(method, params, &answer)
	data, err := base64.StdEncoding.DecodeString(answer.Data)
	must(b.T, err)
	return data
}

// Pages gives the text of each page of a PDF. Without pdftotext the test is
// skipped, or fails, as [New] says.
func Pages(t testing.TB, pdf []byte) []string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		missing(t, "on paper", "pdftotext")
	}
	name := filepath.Join(t.TempDir(), "page.pdf")
	must(t, os.WriteFile(name, pdf, 0o600))
	text, err := exec.CommandContext(t.Context(), tool, "-layout", name, "-").Output() //nolint:gosec // pdftotext, of a file of this test
	must(t, err)
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}

// LowestContrast gives the lowest contrast of any text in what the selector
// chooses against the color behind it (WCAG 2.2), and where that is: "P text".
func (b *Browser) LowestContrast(selector string) (ratio float64, where string) {
	b.T.Helper()
	worst, where, _ := strings.Cut(b.Eval(strings.Replace(measure, "SELECTOR", strconv.Quote(selector), 1)), " ")
	ratio, err := strconv.ParseFloat(worst, 64)
	must(b.T, err)
	return ratio, where
}

const measure = `(() => {
  const parse = (c) => c.match(/[\d.]+/g).map(Number);
  const lum = (c) => { const [r, g, b] = c.map((v) => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  let worst = [99, ""];
  for (const e of document.querySelectorAll(SELECTOR)) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility() || e.closest("script,style,.skip,.across,option")) continue;
    let back = e;
    while (back.parentElement && parse(getComputedStyle(back).backgroundColor)[3] === 0) back = back.parentElement;
    const a = lum(parse(getComputedStyle(e).color).slice(0, 3)), b = lum(parse(getComputedStyle(back).backgroundColor).slice(0, 3));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < worst[0]) worst = [ratio, e.tagName + " " + e.textContent.slice(0, 40)];
  }
  return worst.join(" ");
})()`
