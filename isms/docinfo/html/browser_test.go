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
	require.NoError(t, fromRead.SetReadDeadline(time.Now().Add(time.Minute)))
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
	for _, domain := range []string{"Page", "Runtime", "Log", "Accessibility"} {
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
		if wanted(m) {
			return m
		}
	}
}

// open shows a page at a window size, in light or dark surroundings.
func (b *browser) open(address string, width, height int, scheme string) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", object{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}, nil)
	b.call("Emulation.setEmulatedMedia", object{"features": []object{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	b.call("Page.navigate", object{"url": "about:blank"}, nil)
	b.wait(func(m message) bool { return m.Method == "Page.loadEventFired" })
	b.call("Page.navigate", object{"url": address}, nil)
	b.wait(func(m message) bool { return m.Method == "Page.loadEventFired" })
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
	b.call("Runtime.evaluate", object{"expression": expression, "returnByValue": true}, &answer)
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

// look writes a picture of the window for a person to look at, where the
// environment variable DOCINFO_LOOK names a folder.
func (b *browser) look(name string, full bool) {
	b.t.Helper()
	folder := os.Getenv("DOCINFO_LOOK")
	if folder == "" {
		return
	}
	picture := b.data("Page.captureScreenshot", object{"format": "png", "captureBeyondViewport": full})
	require.NoError(b.t, os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o600))
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
