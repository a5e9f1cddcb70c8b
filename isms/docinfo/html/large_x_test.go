package html_test

import (
	"fmt"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/internal/sample"
	"testing"
	"time"
)

func TestXLarge(t *testing.T) {
	b := newBrowser(t)
	d := docinfo.Document{Name: "d", Title: "D", Blocks: []docinfo.Block{sample.Large(10000)}}
	a := save(t, d)
	s := time.Now()
	b.open(a, 1400, 900, "light")
	fmt.Println("open", time.Since(s))
	fmt.Println(b.eval(`performance.now()`), len(write(t, d)))
	for _, v := range []string{"frankfurt", "R-001", "zzz", ""} {
		fmt.Println(b.eval(`(()=>{const i=document.querySelector("input"); const s=performance.now(); i.value="` + v + `"; i.dispatchEvent(new Event("input",{bubbles:true})); return (performance.now()-s)+" "+document.querySelector(".count").textContent})()`))
		s = time.Now()
		b.eval(`document.body.offsetHeight`)
		fmt.Println("layout", time.Since(s))
	}
	fmt.Println(b.eval(`(()=>{const s=performance.now(); for (const table of document.querySelectorAll("table")) {for (const cell of table.querySelectorAll("td")) cell.setAttribute("role", "cell");} return performance.now()-s})()`))
}
