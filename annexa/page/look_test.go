//go:build !annexa_notitles && !annexa_noattributes && !annexa_nocorrespondences

package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/annexa/page"
	"github.com/ismskit/ismskit/internal/browser"
)

// TestLook writes pictures of the page for a person, where PAGE_LOOK names a
// folder. What no test can say: whether the page is a pleasure to read.
func TestLook(t *testing.T) {
	folder := os.Getenv("PAGE_LOOK")
	if folder == "" {
		return // nobody wants to look
	}
	b := browser.New(t)
	address := save(t, page.Page{Entries: page.Entries(overlay.Catalogue{})})
	look := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), data, 0o600))
	}
	for _, c := range []struct {
		name, hash, scheme    string
		width, height, scroll int // scroll -1: where the address leads
	}{
		{"home", "", "light", 1400, 1000, 0},
		{"item", "#A.5.15", "light", 1400, 1000, 0},
		{"item-2", "#A.5.15", "light", 1400, 1000, 900},
		{"item-4", "#A.5.15", "light", 1400, 1000, 2700},
		{"part", "#A.8.13/Q1", "light", 1400, 1000, -1},
		{"clause", "#6.1.3", "light", 1400, 1000, 0},
		{"search", "#?q=laptop+stolen", "light", 1400, 1000, 0},
		{"filtered", "#?type=Detective&theme=Technological", "light", 1400, 1000, 0},
		{"full", "#?theme=People&full", "light", 1400, 1000, 0},
		{"dark", "#A.8.8", "dark", 1400, 1000, 0},
		{"dark-search", "#?q=backup", "dark", 1400, 1000, 0},
		{"laptop", "#A.5.15", "light", 1180, 800, 0},
		{"phone", "", "light", 390, 844, 0},
		{"phone-search", "#?q=laptop+stolen", "light", 390, 844, 0},
		{"phone-filtered", "#?type=Detective", "light", 390, 844, 0},
		{"phone-item", "#A.5.15", "light", 390, 844, 0},
		{"phone-dark", "#A.7.4/Q2", "dark", 390, 844, -1},
	} {
		b.Open(address+c.hash, c.width, c.height, c.scheme)
		if c.scroll >= 0 {
			b.Eval(fmt.Sprintf(`scrollTo(0, %d)`, c.scroll))
		}
		look(c.name+".png", b.Screenshot())
	}
	for name, hash := range map[string]string{"item": "#A.5.15", "list": "#?", "full": "#?theme=People&full"} {
		follow(b, hash)
		look(name+".pdf", b.PDF())
	}
}
