package search_test

import (
	"fmt"

	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/annexa/search"
)

func Example() {
	index := search.Catalogue() // once: it is safe for concurrent use
	for _, hit := range index.Search("laptop stolen", 3) {
		fmt.Println(hit.Item, "see", hit.Address)
		for _, why := range hit.Why {
			fmt.Printf("  %s: %q in %s\n", why.Word, why.Found, why.Address)
		}
	}
	// Output:
	// A.8.1 see A.8.1/E3
	//   laptop: "laptops" in A.8.1/effect/against
	//   stolen: "theft" in A.8.1/effect/against
	// A.7.9 see A.7.9/P1
	//   laptop: "laptops" in A.7.9/why
	//   stolen: "stolen" in A.7.9/P1
	// A.8.24 see A.8.24/P1
	//   laptop: "laptop" in A.8.24/leaveOut/credible
	//   stolen: "stolen" in A.8.24/effect/against
}

func ExampleNew() {
	german := overlay.Overlay{Language: "de", Texts: []overlay.Text{
		{Address: "A.7.9/name", Text: "Geräte unterwegs"},
	}}
	catalogue, err := overlay.Lay([]string{"de-CH"}, german)
	if err != nil {
		fmt.Println(err)
		return
	}
	index := search.New(catalogue.All(), search.Options{Language: "de"})
	for _, hit := range index.Search("gerate", 3) {
		fmt.Println(hit.Item, hit.Why)
	}
	// Output:
	// A.7.9 [{gerate gerate A.7.9/name}]
}
