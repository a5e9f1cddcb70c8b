package docinfo

// A Document is one piece of documented information (ISO/IEC 27001 clause
// 7.5): what it is called, what identifies it (7.5.2), and its content. It is a
// value without behavior; an encoder turns it into a file.
type Document struct {
	// Name is the stem of a file name, "statement-of-applicability": letters,
	// digits, ".", "_" and "-", beginning with a letter or digit, at most 100.
	Name string
	// Title is the heading of the document. It is required.
	Title string
	// Subtitle says whose document it is or what it covers. Optional.
	Subtitle string
	// Language is the BCP 47 tag of the text, "en" or "de-CH". Empty means "en".
	Language string
	// Mark is what every page must say, such as "DRAFT" or "INTERNAL", on screen
	// and on paper. Empty means no mark.
	Mark string
	// Meta identifies the document: version, date, approver, digest, editions.
	Meta []Field
	// Blocks is the content, in reading order.
	Blocks []Block
	// Footer is a closing line; on paper it stands at the foot of every page.
	Footer string
}

// A Block is one part of a document's content: Section, Text (a paragraph),
// List, Fields, Table, Figure or Notice, each as a value. No other type is one.
type Block interface{ block() }

// A Section is a heading and what stands under it. Sections nest at most five
// deep, so that a heading never leaves the six levels of HTML and Markdown.
type Section struct {
	// ID is the anchor that links point at. Empty means that nothing links here.
	ID string
	// Title is the heading. It is required.
	Title string
	// Blocks is the content, subsections included.
	Blocks []Block
	// NewPage starts the section on a new sheet of paper.
	NewPage bool
}

// A List is a sequence of short texts.
type List struct {
	// Ordered numbers the items from 1.
	Ordered bool
	Items   []Text
}

// Fields is a list of names and values, set as a definition list.
type Fields []Field

// A Field is a name and its value.
type Field struct {
	// Name is required.
	Name  string
	Value Text
}

// A Notice is a statement that must not be overlooked.
type Notice struct {
	// ID is the anchor that links point at. Optional.
	ID string
	// Tone gives the shape and color. The words have to say it too.
	Tone Tone
	// Title is the point in a few words. It is required.
	Title string
	// Text is the explanation. Optional.
	Text Text
	// Items are what the notice is about, one each. Optional.
	Items []Text
}

// A Figure is a picture with words for those who cannot see it.
type Figure struct {
	// ID is the anchor that links point at. Optional.
	ID string
	// SVG is a complete SVG document. Encoders treat it as an image: scripts in
	// it do not run and nothing in it is fetched.
	SVG []byte
	// Alt says what the picture shows. It is required, and it is all that
	// encoders without pictures print.
	Alt string
	// Caption stands under the picture. Optional.
	Caption string
}

func (Section) block() {}
func (Text) block()    {}
func (List) block()    {}
func (Fields) block()  {}
func (Table) block()   {}
func (Figure) block()  {}
func (Notice) block()  {}
