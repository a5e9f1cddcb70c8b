package yamldoc

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"

	"github.com/ismskit/ismskit/internal/doc"
)

// parseAny reads any YAML by means of the library.
func parseAny(src []byte) (root *doc.Node, faults []doc.Fault) {
	c := converter{src: src}
	defer func() {
		if r := recover(); r != nil { // the library's panic must not be ours
			root, faults = nil, []doc.Fault{{
				Code: doc.CodeSyntax, Line: 1, Column: 1, Message: fmt.Sprintf("the document cannot be read: %v", r),
			}}
		}
	}()
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithPlugin(limits{}))
	if err != nil {
		return nil, []doc.Fault{c.syntax(err)}
	}
	var document, second yaml.Node
	switch err = loader.Load(&document); {
	case errors.Is(err, io.EOF):
		return nil, []doc.Fault{{
			Code: doc.CodeEmpty, Line: 1, Column: 1, Message: "the document is empty", Found: "nothing", Expected: "a value",
		}}
	case err != nil:
		return nil, []doc.Fault{c.syntax(err)}
	}
	if err = loader.Load(&second); err == nil {
		c.report(&second, doc.Fault{
			Code: doc.CodeTrailing, Message: "a second document follows", Found: "a second document", Expected: "the end",
			Hint: "keep one document in a file",
		})
		return nil, c.faults
	} else if !errors.Is(err, io.EOF) {
		return nil, []doc.Fault{c.syntax(err)}
	}
	c.value(c.b.Add(), document.Content[0])
	return c.b.Root(), c.faults
}

// limits ends the reading of documents that are nested so deeply that not even
// their path would be readable. Below that the converter reports the depth.
type limits struct{}

var errDepth = errors.New("the document is nested too deeply")

func (limits) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > 4*doc.MaxDepth {
		return errDepth
	}
	return nil
}

// CheckAlias lets aliases pass: they are reported, never followed.
func (limits) CheckAlias(int, int) error { return nil }

// converter turns the nodes of the library into a tree, and reports what it
// leaves out.
type converter struct {
	src    []byte
	b      doc.Builder
	faults []doc.Fault
}

// report adds a fault at a node of the library.
func (c *converter) report(at *yaml.Node, f doc.Fault) {
	f.Line, f.Column = at.Line, at.Column
	c.faults = doc.Report(c.faults, f, 0)
}

// value fills n, the top of the builder, from y.
func (c *converter) value(n *doc.Node, y *yaml.Node) {
	n.Line, n.Column = uint32(y.Line), uint32(y.Column) //nolint:gosec // below doc.MaxBytes
	c.properties(y, c.b.Path)
	switch y.Kind {
	case yaml.ScalarNode:
		n.Text, n.Kind = y.Value, doc.Text
		if y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
			n.Plain, n.Kind = true, kindOf(y.Value)
		}
	case yaml.SequenceNode, yaml.MappingNode:
		if c.b.Depth() == doc.MaxDepth {
			c.report(y, doc.Fault{
				Code: doc.CodeDepth, Path: c.b.Path(), Message: errDepth.Error(),
				Found: fmt.Sprintf("level %d", doc.MaxDepth+1), Expected: fmt.Sprintf("at most %d levels", doc.MaxDepth),
			})
			return
		}
		if y.Kind == yaml.SequenceNode {
			c.sequence(y)
		} else {
			c.mapping(y)
		}
	default: // an alias, which has been reported
	}
}

func (c *converter) sequence(y *yaml.Node) {
	c.b.Open(doc.Array)
	for _, item := range y.Content {
		c.value(c.b.Add(), item)
	}
	c.b.Close()
}

func (c *converter) mapping(y *yaml.Node) {
	c.b.Open(doc.Object)
	for i := 0; i+1 < len(y.Content); i += 2 {
		key, value := y.Content[i], y.Content[i+1]
		if !c.key(key) {
			continue
		}
		n := c.b.Add()
		n.NameLine, n.NameColumn = uint32(key.Line), uint32(key.Column) //nolint:gosec // below doc.MaxBytes
		earlier := c.b.Name(key.Value)
		if earlier != nil {
			c.report(key, doc.Duplicate(c.b.Path(), key.Value, earlier))
		}
		c.value(c.b.Top(), value)
		if earlier != nil {
			c.b.Drop()
		}
	}
	c.b.Close()
}

// key reports whether a key is a text, and reports a fault if it is not.
func (c *converter) key(y *yaml.Node) bool {
	c.properties(y, c.b.Here)
	f := doc.Fault{Code: doc.CodeKey, Path: c.b.Here(), Expected: "a text as the name of the member"}
	switch {
	case y.Kind == yaml.AliasNode:
		return false
	case y.Kind == yaml.ScalarNode && y.Value == "<<" && plain(y):
		c.report(y, doc.Fault{
			Code: doc.CodeMerge, Path: c.b.Here(), Message: "merge keys are not supported",
			Found: "<<", Expected: "a name", Hint: "write the members out",
		})
		return false
	case y.Kind == yaml.ScalarNode && (y.Value != "" || !plain(y)):
		return true
	case y.Kind == yaml.ScalarNode:
		f.Found, f.Hint = "no name", "write the name before the colon"
	case y.Kind == yaml.SequenceNode:
		f.Found, f.Hint = "a list", "put a name that begins with a bracket in double quotes"
	default:
		f.Found, f.Hint = "an object", "put a name that begins with a brace in double quotes"
	}
	f.Message = fmt.Sprintf("got %s, want a name", f.Found)
	c.report(y, f)
	return false
}

// plain reports whether a scalar is neither quoted nor a block.
func plain(y *yaml.Node) bool { return y.Style&^yaml.TaggedStyle == 0 }

// properties reports what stands before a value, or in its place.
func (c *converter) properties(y *yaml.Node, path func() string) {
	if y.Kind == yaml.AliasNode {
		c.report(y, doc.Fault{
			Code: doc.CodeAlias, Path: path(), Message: "aliases are not supported",
			Found: "*" + y.Value, Expected: "a value",
			Hint: "write the value out, or quote a text that begins with an asterisk",
		})
		return
	}
	if y.Anchor != "" {
		c.report(y, doc.Fault{
			Code: doc.CodeAnchor, Path: path(), Message: "anchors are not supported",
			Found: "&" + y.Anchor, Expected: "a value",
			Hint: "remove the anchor, or quote a text that begins with an ampersand",
		})
	}
	if y.Style&yaml.TaggedStyle != 0 || y.Tag == "!" {
		c.report(y, doc.Fault{
			Code: doc.CodeTag, Path: path(), Message: "tags are not supported",
			Found: y.Tag, Expected: "a value",
			Hint: "remove the tag, or quote a text that begins with an exclamation mark",
		})
	}
}
