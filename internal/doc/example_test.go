package doc_test

import (
	"fmt"
	"os"

	"github.com/ismskit/ismskit/internal/doc"
)

func ExampleDecode() {
	type risk struct {
		ID    string `json:"id"    doc:"required"`
		Title string `json:"title"`
		Score int    `json:"score"`
	}
	src := []byte(`[
  {"id": "R-1", "titel": "Laptop stolen", "score": "3"},
  {"title": 5.10}
]`)
	var risks []risk
	root, faults := doc.ParseJSON(src)
	if root != nil {
		faults = doc.Merge(faults, doc.Decode(root, &risks, doc.Options{}))
	}
	for _, f := range faults {
		fmt.Printf("%d:%d: %s %s: %s", f.Line, f.Column, f.Code, f.Path, f.Message)
		if f.Hint != "" {
			fmt.Printf("; %s", f.Hint)
		}
		fmt.Println()
	}
	// Output:
	// 2:17: D022 /0/titel: unknown member "titel"; did you mean "title"?
	// 2:52: D021 /0/score: got the text "3", want a whole number; remove the quotes
	// 3:3: D023 /1/id: member "id" is missing
	// 3:13: D021 /1/title: got the number 5.10, want a text; put it in double quotes: "5.10"
}

func ExampleNode_At() {
	root, _ := doc.ParseJSON([]byte("{\"risks\": [\n  {\"id\": \"R-1\"}\n]}"))
	for _, pointer := range []string{"/risks/0/id", "/risks/0/owner"} {
		n, exact := root.At(pointer)
		fmt.Printf("%s: line %d, column %d, %v\n", pointer, n.Line, n.Column, exact)
	}
	// Output:
	// /risks/0/id: line 2, column 10, true
	// /risks/0/owner: line 2, column 3, false
}

func ExampleEncode() {
	type risk struct {
		ID    string            `json:"id"`
		Title string            `json:"title,omitzero"`
		By    map[string]string `json:"by,omitzero"`
	}
	root, err := doc.Encode(risk{ID: "R-1", By: map[string]string{"b": "2", "a": "1"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := doc.WriteJSON(os.Stdout, root); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "id": "R-1",
	//   "by": {
	//     "a": "1",
	//     "b": "2"
	//   }
	// }
}
