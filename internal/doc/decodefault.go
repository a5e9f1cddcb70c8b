package doc

import (
	"fmt"
	"math"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
)

// report adds a fault of the node at hand, placed at n.
func (d *decoder) report(n *Node, f Fault) {
	if f.Path == "" {
		f.Path = d.here()
	}
	if f.Line == 0 {
		f.Line, f.Column = int(n.Line), int(n.Column)
	}
	before := len(d.faults)
	d.faults = Report(d.faults, f, d.opt.MaxFaults)
	d.full = d.full || len(d.faults) > before && d.faults[before].Code == CodeMore
}

// kind reports that n is not what the type wants.
func (d *decoder) kind(n *Node, p *plan) {
	found, want := n.describe(), p.describe()
	d.report(n, Fault{
		Code: CodeKind, Message: fmt.Sprintf("got %s, want %s", found, want),
		Found: found, Expected: want, Hint: p.base().hint(n),
	})
}

// hint says how to write what n was probably meant for.
func (p *plan) hint(n *Node) string {
	for _, f := range p.forms {
		if hint := f.plan.hint(n); hint != "" {
			return hint
		}
	}
	return kindHint(n, p.shape)
}

// base is the plan without pointers around it.
func (p *plan) base() *plan {
	for p.shape == pointer {
		p = p.elem
	}
	return p
}

// describe names a node in a message.
func (n *Node) describe() string {
	switch n.Kind {
	case Text:
		return "the text " + quote(n.Text)
	case Number:
		return "the number " + clip(n.Text)
	case Bool:
		return n.Text
	case Null:
		if n.Text == "" {
			return "no value"
		}
		return n.Text
	default:
		return n.Kind.String()
	}
}

func kindHint(n *Node, want shape) string {
	switch want {
	case text, word:
		if n.Kind == Number || n.Kind == Bool {
			return "put it in double quotes: " + `"` + clip(n.Text) + `"`
		}
	case boolean:
		switch strings.ToLower(n.Text) {
		case "yes", "no", "on", "off", "y", "n":
			return "write true or false"
		case "true", "false":
			return "remove the quotes"
		}
	case whole, natural, decimal:
		if n.Kind == Text {
			return textHint(n)
		}
	case list:
		if n.Kind != Object {
			return "a list of one is a list too: [" + clip(n.Text) + "]"
		}
	default:
	}
	return ""
}

// textHint says how to write the number that a text may be.
func textHint(n *Node) string {
	literal := strings.TrimPrefix(n.Text, "-")
	switch {
	case !n.Plain && IsNumber(n.Text):
		return "remove the quotes"
	case strings.EqualFold(literal, ".nan"), strings.EqualFold(strings.TrimPrefix(literal, "+"), ".inf"):
		return "only finite numbers can be written"
	case n.Plain && digits(strings.TrimLeft(literal, "+.")) > 0:
		return "write it in decimal digits, with a point, without leading zeros and separators"
	}
	return ""
}

// null reports that a value is stated to be none.
func (d *decoder) null(n *Node, p *plan) {
	found, want := n.describe(), p.describe()
	hint := "write the value or leave the member out"
	if len(d.path) > 1 && d.path[len(d.path)-2].Kind == Array {
		hint = "write the value or remove the element"
	}
	if shape := p.base().shape; n.Plain && n.Text != "" && (shape == text || shape == word) {
		hint += fmt.Sprintf("; if it is a text, put it in double quotes: %q", n.Text)
	}
	d.report(n, Fault{
		Code: CodeNull, Message: fmt.Sprintf("got %s, want %s", found, want),
		Found: found, Expected: want, Hint: hint,
	})
}

// missing reports a required member that the object n does not have.
func (d *decoder) missing(n *Node, name string) {
	d.report(n, Fault{
		Code: CodeMissing, Path: Join(d.here(), name), Message: fmt.Sprintf("member %s is missing", quote(name)),
		Found: "no member " + quote(name), Expected: "a value for it",
	})
}

// unknown reports a member that the record does not have, unless it is kept.
func (d *decoder) unknown(m *Node, p *plan) {
	if d.keeps(p) || d.full {
		return
	}
	names := p.names()
	f := Fault{
		Code: CodeUnknown, Path: Join(d.here(), m.Name), Message: "unknown member " + quote(m.Name),
		Found: quote(m.Name), Expected: "one of " + strings.Join(names, ", "),
		Line: int(m.NameLine), Column: int(m.NameColumn),
	}
	if len(names) == 0 {
		f.Expected = "no member"
	}
	switch near, ok := enum.Nearest(m.Name, names); {
	case ok && strings.EqualFold(near, m.Name):
		f.Hint = fmt.Sprintf("names are case-sensitive: write %q", near)
	case ok && len(m.Name) > 2: // one edit turns any letter into any other
		f.Hint = fmt.Sprintf("did you mean %q?", near)
	}
	d.report(m, f)
}

// conflict reports an unknown member that cannot be kept, because the
// extension member has its name.
func (d *decoder) conflict(m *Node) {
	d.report(m, Fault{
		Code: CodeConflict, Path: Join(d.here(), m.Name), Line: int(m.NameLine), Column: int(m.NameColumn),
		Message: fmt.Sprintf("unknown member %s is kept already, as %s", quote(m.Name), quote(UnknownPrefix+m.Name)),
		Found:   quote(m.Name), Expected: "one of the two", Hint: "remove one of the two",
	})
}

// refused reports what the type itself says about a text. Errors of this
// library read `package: what: got, want; hint`.
func (d *decoder) refused(n *Node, s string, err error) {
	message := err.Error()
	f := Fault{Code: CodeText, Found: quote(s), Expected: "a text that is understood"}
	if head, tail, ok := strings.Cut(message, ": got "); ok {
		if _, what, ok := strings.Cut(head, ": "); ok {
			message = what + ": got " + tail
		}
	}
	if i := strings.LastIndex(message, "; "); i >= 0 {
		message, f.Hint = message[:i], message[i+2:]
	}
	if i := strings.LastIndex(message, ", want "); i >= 0 {
		f.Expected = message[i+len(", want "):]
	}
	const longest = 500 // it may repeat the text
	if f.Message = message; len(message) > longest {
		f.Message = strings.ToValidUTF8(message[:longest], "") + "…"
	}
	d.report(n, f)
}

// outOfRange reports a number that the type cannot hold.
func (d *decoder) outOfRange(n *Node, p *plan) {
	bits := p.typ.Bits()
	var want string
	switch p.shape {
	case whole:
		want = fmt.Sprintf("a whole number from %d to %d", int64(math.MinInt64)>>(64-bits), int64(math.MaxInt64)>>(64-bits))
	case natural:
		want = fmt.Sprintf("a whole number from 0 to %d", uint64(math.MaxUint64)>>(64-bits))
	default:
		want = fmt.Sprintf("a number whose size is at most %.4g", map[int]float64{32: math.MaxFloat32, 64: math.MaxFloat64}[bits])
	}
	d.report(n, Fault{
		Code: CodeRange, Message: fmt.Sprintf("got the number %s, want %s", clip(n.Text), want),
		Found: "the number " + clip(n.Text), Expected: want,
	})
}
