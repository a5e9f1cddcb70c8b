package html_test

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
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// browser drives a headless Chromium through its debugging pipe: messages are
// JSON objects that end with a zero byte.
type browser struct {
	t       *testing.T
	in      io.Writer
	out     *bufio.Reader
	last    int
	session string
	// Complaints are what the page logged as errors, and what its policy refused.
	Complaints []string
	// Fetched are the addresses, files and data of the page apart, that were asked for.
	Fetched []string
}

type message struct {
	ID        int             `json:"id"`
	Method    string          `json:"method"`
	SessionID string          `json:"sessionId"`
	Params    json.RawMessage `json:"params"`
	Result    json.RawMessage `json:"result"`
	Error     json.RawMessage `json:"error"`
}

type object map[string]any

// newBrowser starts the browser with one empty page; the test is skipped where
// none is installed.
func newBrowser(t *testing.T) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT CHECKED in a browser: -short")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("NOT CHECKED in a browser: no chromium, chromium-browser or google-chrome in PATH")
	}
	toRead, toWrite, fromRead, fromWrite := pipes(t)
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), path, "--headless", "--no-sandbox", "--disable-gpu",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
		"--disable-dev-shm-usage", "--remote-debugging-pipe", "--user-data-dir="+t.TempDir(), "about:blank")
	cmd.ExtraFiles = []*os.File{toRead, fromWrite} // 3 and 4 for the browser
	require.NoError(t, cmd.Start())
	require.NoError(t, toRead.Close())
	require.NoError(t, fromWrite.Close())
	b := &browser{t: t, in: toWrite, out: bufio.NewReaderSize(fromRead, 1<<16)}
	t.Cleanup(func() {
		b.session = ""
		_, _ = io.WriteString(b.in, `{"id":1000000,"method":"Browser.close"}`+"\x00")
		_ = cmd.Wait()
	})
	require.NoError(t, fromRead.SetReadDeadline(time.Now().Add(4*time.Minute)))
	b.attach()
	return b
}

func pipes(t *testing.T) (toRead, toWrite, fromRead, fromWrite *os.File) {
	t.Helper()
	toRead, toWrite, err := os.Pipe()
	require.NoError(t, err)
	fromRead, fromWrite, err = os.Pipe()
	require.NoError(t, err)
	t.Cleanup(func() { _ = toWrite.Close(); _ = fromRead.Close() })
	return toRead, toWrite, fromRead, fromWrite
}

func (b *browser) attach() {
	var target struct {
		TargetID string `json:"targetId"`
	}
	b.call("Target.createTarget", object{"url": "about:blank"}, &target)
	var session struct {
		SessionID string `json:"sessionId"`
	}
	b.call("Target.attachToTarget", object{"targetId": target.TargetID, "flatten": true}, &session)
	b.session = session.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network", "Accessibility"} {
		b.call(domain+".enable", nil, nil)
	}
}

// call sends a command and waits for its answer.
func (b *browser) call(method string, params object, result any) {
	b.t.Helper()
	b.last++
	command := object{"id": b.last, "method": method}
	if params != nil {
		command["params"] = params
	}
	if b.session != "" {
		command["sessionId"] = b.session
	}
	text, err := json.Marshal(command)
	require.NoError(b.t, err)
	_, err = b.in.Write(append(text, 0))
	require.NoError(b.t, err)
	answer := b.wait(func(m message) bool { return m.ID == b.last })
	require.Empty(b.t, string(answer.Error), method)
	if result != nil {
		require.NoError(b.t, json.Unmarshal(answer.Result, result))
	}
}

// wait reads messages until one is wanted.
func (b *browser) wait(wanted func(message) bool) message {
	b.t.Helper()
	for {
		text, err := b.out.ReadBytes(0)
		require.NoError(b.t, err, "the browser went away")
		var m message
		require.NoError(b.t, json.Unmarshal(text[:len(text)-1], &m))
		switch m.Method {
		case "Log.entryAdded", "Runtime.exceptionThrown":
			b.Complaints = append(b.Complaints, string(m.Params))
		case "Runtime.consoleAPICalled":
			b.Complaints = append(b.Complaints, "console: "+string(m.Params))
		}
		if m.Method == "Network.requestWillBeSent" {
			b.fetched(m)
		}
		if wanted(m) {
			return m
		}
	}
}

func (b *browser) fetched(m message) {
	b.t.Helper()
	var p struct {
		Request struct {
			URL string `json:"url"`
		} `json:"request"`
		Type string `json:"type"`
	}
	require.NoError(b.t, json.Unmarshal(m.Params, &p))
	if p.Type != "Document" && !strings.HasPrefix(p.Request.URL, "data:") {
		b.Fetched = append(b.Fetched, p.Request.URL)
	}
}

// roles counts the roles in the tree that assistive technology reads.
func (b *browser) roles() map[string]int {
	b.t.Helper()
	var answer struct {
		Nodes []struct {
			Ignored bool `json:"ignored"`
			Role    struct {
				Value string `json:"value"`
			} `json:"role"`
		} `json:"nodes"`
	}
	b.call("Accessibility.getFullAXTree", nil, &answer)
	roles := map[string]int{}
	for _, n := range answer.Nodes {
		if !n.Ignored {
			roles[n.Role.Value]++
		}
	}
	return roles
}

// open shows a page at a window size, in light or dark surroundings.
func (b *browser) open(address string, width, height int, scheme string) {
	b.t.Helper()
	b.resize(width, height)
	b.call("Emulation.setEmulatedMedia", object{"features": []object{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	b.call("Page.navigate", object{"url": "about:blank"}, nil)
	b.wait(func(m message) bool { return m.Method == "Page.loadEventFired" })
	b.call("Page.navigate", object{"url": address}, nil)
	b.wait(func(m message) bool { return m.Method == "Page.loadEventFired" })
}

// resize changes the window of the page that is open.
func (b *browser) resize(width, height int) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", object{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}, nil)
}

// eval gives the value of an expression in the page, as text.
func (b *browser) eval(expression string) string {
	b.t.Helper()
	var answer struct {
		Result struct {
			Value any `json:"value"`
		} `json:"result"`
		Exception json.RawMessage `json:"exceptionDetails"`
	}
	b.call("Runtime.evaluate", object{"expression": expression, "returnByValue": true, "awaitPromise": true}, &answer)
	require.Empty(b.t, string(answer.Exception), expression)
	return fmt.Sprint(answer.Result.Value)
}

// press presses and releases a key.
func (b *browser) press(key string, code int, text string) {
	b.t.Helper()
	b.call("Input.dispatchKeyEvent", object{"type": "keyDown", "key": key, "windowsVirtualKeyCode": code, "text": text}, nil)
	b.call("Input.dispatchKeyEvent", object{"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}, nil)
}

// pdf prints the page as its own style asks.
func (b *browser) pdf() []byte {
	b.t.Helper()
	return b.data("Page.printToPDF", object{"preferCSSPageSize": true, "printBackground": false})
}

// screenshot gives a picture of the window.
func (b *browser) screenshot() []byte {
	b.t.Helper()
	return b.data("Page.captureScreenshot", object{"format": "png"})
}

// look writes a file for a person to look at.
func (b *browser) look(name string, data []byte) {
	b.t.Helper()
	require.NoError(b.t, os.WriteFile(filepath.Join(os.Getenv("DOCINFO_LOOK"), name), data, 0o600))
}

func (b *browser) data(method string, params object) []byte {
	b.t.Helper()
	var answer struct {
		Data string `json:"data"`
	}
	b.call(method, params, &answer)
	data, err := base64.StdEncoding.DecodeString(answer.Data)
	require.NoError(b.t, err)
	return data
}

// pdfPages gives the text of each page; the test is skipped without pdftotext.
func pdfPages(t *testing.T, pdf []byte) []string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("NOT CHECKED on paper: no pdftotext in PATH")
	}
	name := filepath.Join(t.TempDir(), "page.pdf")
	require.NoError(t, os.WriteFile(name, pdf, 0o600))
	text, err := exec.CommandContext(t.Context(), tool, "-layout", name, "-").Output()
	require.NoError(t, err)
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}
