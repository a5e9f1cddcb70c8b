package overlay_test

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/overlay"
)

// A table that a translator gave back; the words are this example's own.
const table = "address\trevision\tde\n" +
	"A.7.9/title\t\tBetriebsmittel außer Haus\n" +
	"A.7.9/S3\t1\tFestplatte verschlüsseln, bevor ein Gerät das Haus verlässt.\n" +
	"A.7.99/title\t\tVerschrieben\n"

func Example() {
	german, err := overlay.ReadTSV([]byte(table))
	if err != nil {
		fmt.Println(err)
		return
	}
	catalogue, err := overlay.Lay([]string{"de-AT"}, german)
	if err != nil {
		fmt.Println(err)
		return
	}
	ref, err := annexa.Parse("A.7.9")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(catalogue.Title(ref))
	item, _ := guidance.Of(ref)
	fmt.Println(catalogue.Item(item).Steps[2].Text)
	fmt.Println(catalogue.Item(item).Steps[7].Text)
	// Output:
	// Betriebsmittel außer Haus
	// Festplatte verschlüsseln, bevor ein Gerät das Haus verlässt.
	// Call back every item once a year to be seen, on camera for home workers, seal by seal on tour for field units; book the missing as lost.
}

func ExampleOverlay_Check() {
	german, err := overlay.ReadTSV([]byte(table))
	if err != nil {
		fmt.Println(err)
		return
	}
	report := german.Check()
	for _, u := range report.Unknown {
		fmt.Printf("%s does not exist; did you mean %s?\n", u.Address, u.Nearest)
	}
	fmt.Printf("titles: %d of %d\n", report.Titles.Has, report.Titles.Of)
	fmt.Println("next:", report.Titles.Missing[0])
	// Output:
	// A.7.99/title does not exist; did you mean A.7.9/title?
	// titles: 1 of 134
	// next: A.5.1/title
}

// What is wrong with a table is said with line and column, all at once.
func ExampleReadTSV_problems() {
	_, err := overlay.ReadTSV([]byte("address\tde\nA.5.7\teins\nA.5.8/name\t\"zwei\n"))
	fmt.Println(err)
	// Output:
	// overlay: 2:1: A.5.7: the address is none: got "A.5.7", want item and part, as in A.5.7/title or A.5.7/S1 (O002)
	// overlay: 3:12: a quote is not closed: got "zwei\n", want a quote at the end of the cell (O008)
}

// A translator begins with all addresses and our texts.
func ExampleTemplate() {
	var b strings.Builder
	if err := overlay.WriteTSV(&b, overlay.Template(overlay.Overlay{Language: "fr"})); err != nil {
		fmt.Println(err)
		return
	}
	for n, line := range strings.SplitAfter(b.String(), "\n") {
		if n == 0 || strings.HasPrefix(line, "A.5.7/name") || strings.HasPrefix(line, "A.5.7/S1\t") {
			fmt.Print(strings.ReplaceAll(line, "\t", "|"))
		}
	}
	// Output:
	// address|revision|ours|fr
	// A.5.7/name||Threat knowledge|
	// A.5.7/S1|1|Write down five intelligence questions worth an answer, such as who extorts firms of our sector, and which of our internet-facing products are being exploited.|
}
