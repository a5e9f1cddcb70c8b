package html_test

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/internal/sample"
)

// save writes the document to a file and gives its address.
func save(t *testing.T, d docinfo.Document) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, d))
	name := filepath.Join(t.TempDir(), d.Name+".html")
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
	return (&url.URL{Scheme: "file", Path: name}).String()
}

func TestLook(t *testing.T) {
	address := save(t, sample.Statement())
	b := newBrowser(t)
	b.open(address, 1400, 1000, "light")
	b.look("desktop", false)
	b.eval(`document.querySelector("#entries").scrollIntoView()`)
	b.look("desktop-table", false)
	b.eval(`scrollBy(0,2500)`)
	b.look("desktop-scrolled", false)
	b.eval(`document.querySelector("#open").scrollIntoView()`)
	b.look("desktop-open", false)
	b.open(address+"#~soa.status=Planned&soa=cloud", 1400, 1000, "dark")
	b.look("dark", false)
	b.eval(`document.querySelector(".tools").scrollIntoView()`)
	b.look("dark-table", false)
	b.open(address, 390, 844, "light")
	b.look("phone", false)
	b.eval(`document.querySelector("#entries").scrollIntoView()`)
	b.look("phone-tools", false)
	b.eval(`document.querySelector("[id='A.5.2']").scrollIntoView()`)
	b.look("phone-table", false)
	b.open(address, 820, 1180, "light")
	b.eval(`document.querySelector("#entries").scrollIntoView()`)
	b.look("tablet", false)
	b.open(address, 1400, 1000, "light")
	if f := os.Getenv("DOCINFO_LOOK"); f != "" {
		os.WriteFile(f+"/full.pdf", b.pdf(), 0o600)
	}
	b.open(address+"#~soa.status=Planned", 1400, 1000, "dark")
	if f := os.Getenv("DOCINFO_LOOK"); f != "" {
		os.WriteFile(f+"/filtered.pdf", b.pdf(), 0o600)
	}
	require.Empty(t, b.Complaints)
}
