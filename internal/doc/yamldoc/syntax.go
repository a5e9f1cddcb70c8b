package yamldoc

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/ismskit/ismskit/internal/doc"
)

// syntax turns the library's error into a fault. The library says where it
// noticed that something is wrong, which may be behind the cause; for a quote
// or bracket that is never closed, where it began is of more use. What it says
// about the encoding has an offset only.
func (c *converter) syntax(err error) doc.Fault {
	f := doc.Fault{Code: doc.CodeSyntax, Line: 1, Column: 1, Message: err.Error(), Expected: "YAML"}
	load, ok := errors.AsType[*yaml.LoadError](err)
	if !ok {
		return f
	}
	mark := load.Mark
	if load.ContextMark.Line > 0 && (strings.Contains(load.Message, "end of stream") || c.ended(mark)) {
		mark = load.ContextMark
	}
	f.Line, f.Column = mark.Line, mark.Column
	if load.Stage == yaml.ReaderStage {
		f.Line, f.Column = place(c.src, min(max(mark.Index, 0), len(c.src)))
	}
	f.Line, f.Column = c.inside(f.Line, f.Column)
	before, after := c.around(f.Line, f.Column)
	f.Message, f.Found = load.Message, found(after)
	switch {
	case load.Message == errDepth.Error():
		f.Code, f.Expected = doc.CodeDepth, fmt.Sprintf("at most %d levels", doc.MaxDepth)
	case strings.HasPrefix(after, "\t"):
		explain(&f, before, "tab character")
	case after == "" && strings.Contains(load.Message, "expected node content"):
		explain(&f, before, "',' or ']'") // the text ends within brackets
	default:
		explain(&f, before, load.Message)
	}
	return f
}

// ended reports whether nothing but white space stands at a mark and after it:
// what is wrong there began before, where the library's context begins.
func (c *converter) ended(mark yaml.Mark) bool {
	return len(strings.TrimSpace(string(c.src[min(max(mark.Index, 0), len(c.src)):]))) == 0
}

// inside returns a position that the document has: where the library noticed
// something behind the last line, that is the end of the last line.
func (c *converter) inside(line, column int) (int, int) {
	lastLine, lastColumn := place(c.src, len(strings.TrimRight(string(c.src), " \t\r\n")))
	if line > lastLine {
		return lastLine, lastColumn
	}
	return line, column
}

// explain says in our words what the library's message means.
func explain(f *doc.Fault, before, message string) {
	for _, m := range meanings {
		if !strings.Contains(message, m.message) || m.inLine && strings.TrimSpace(before) == "" {
			continue
		}
		f.Expected, f.Hint = m.want, m.hint
		f.Message = fmt.Sprintf("got %s, want %s", f.Found, m.want)
		if m.code != "" {
			f.Code = m.code
		}
		return
	}
}

// meanings of what the library says. Where it says the same in two
// situations, inLine tells them apart: something stands before it on the line.
var meanings = []struct {
	message string
	inLine  bool
	code    string
	want    string
	hint    string
}{
	{message: "tab character", want: "spaces", hint: "indent with spaces, not tabs"},
	{message: "unknown anchor", code: doc.CodeAlias, want: "a value", hint: "put a text that begins with an asterisk in double quotes"},
	{message: "mapping values are not allowed", want: "the end of the text", hint: `put a text that contains ": " in double quotes, or check the indentation`},
	{message: "block sequence entries are not allowed", want: "a value", hint: "begin a list on a line of its own"},
	{message: "cannot start any token", want: "a value", hint: "put a text that begins with @, ` or % in double quotes"},
	{message: "end of stream", want: "a text with a closing quote", hint: "the quote that begins here is not closed"},
	{message: "document indicator", want: "a closing quote", hint: "the quote before it is not closed"},
	{message: "unknown escape", want: "an escape that YAML knows", hint: `write a backslash as \\, or use single quotes`},
	{message: "hexadecimal number", want: "hexadecimal digits", hint: `write a backslash as \\, or use single quotes`},
	{message: "control characters", want: "printable text", hint: `put the text in double quotes and write the character as \xNN`},
	{message: "expected key", inLine: true, want: "the end of the line", hint: "nothing follows a closing quote; within single quotes a quote is written twice"},
	{message: "expected key", want: "a name, indented as the ones above", hint: "check the indentation of this line and the one above"},
	{message: "'-' indicator", inLine: true, want: "the end of the line", hint: "nothing follows a closing quote; within single quotes a quote is written twice"},
	{message: "'-' indicator", want: "a dash, indented as the ones above", hint: "check the indentation of this line and the one above"},
	{message: "',' or ']'", want: "a comma or ]", hint: "a bracket is not closed, or a text with a comma or bracket needs quotes"},
	{message: "',' or '}'", want: "a comma or }", hint: "a brace is not closed, or a text with a comma or brace needs quotes"},
	{message: "expected ':'", want: "a colon after the name", hint: "write a name, a colon, a blank and the value"},
	{message: "expected node content", want: "a value", hint: "put a text that begins with a comma or a bracket in double quotes"},
}

// around returns what stands on a line before a column, and from it on.
func (c *converter) around(number, column int) (before, after string) {
	src := strings.TrimPrefix(string(c.src), bom)
	src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	for range number - 1 {
		_, src, _ = strings.Cut(src, "\n")
	}
	line, _, _ := strings.Cut(src, "\n")
	at := 0
	for range column - 1 {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return line[:at], line[at:]
}

// found describes what stands from a column on.
func found(rest string) string {
	if rest == "" {
		return "the end of the line"
	}
	const most = 40
	if len(rest) > most {
		rest = strings.ToValidUTF8(rest[:most], "") + "…"
	}
	return fmt.Sprintf("%q", rest)
}
