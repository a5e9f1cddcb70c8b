package doc

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// str reads the text whose opening quote is at pos. A text without escapes,
// which is nearly every one, is cut from the source. The path is asked for
// only where there is a fault.
func (p *jsonParser) str(path func() string) (string, bool) {
	start := p.pos + 1
	for i := start; ; {
		i = p.plain(i)
		switch {
		case i == len(p.src) || p.src[i] < ' ':
			return "", p.unclosed(i, path())
		case p.src[i] == '"':
			p.pos = i + 1
			return p.text[start:i], true
		case p.src[i] == '\\':
			return p.escaped(start, i, path)
		default:
			size, ok := p.rune(i, path)
			if !ok {
				return p.escaped(start, i, path)
			}
			i += size
		}
	}
}

// plain returns the next index from i on that is not printable ASCII, or is a
// quote or backslash. It looks at eight bytes at a time.
func (p *jsonParser) plain(i int) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(p.src); i += 8 {
		x := binary.LittleEndian.Uint64(p.src[i:])
		quotes, slashes := x^('"'*ones), x^('\\'*ones)
		// A byte's top bit is set where it was below the one subtracted, or
		// set before. What is borrowed spoils only bytes after the first hit.
		if hit := ((x - ' '*ones) | (quotes - ones) | (slashes - ones) | x) & tops; hit != 0 {
			return i + bits.TrailingZeros64(hit)/8
		}
	}
	for ; i < len(p.src); i++ {
		if c := p.src[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			break
		}
	}
	return i
}

// rune measures the character at i, and moves the base of columns by what it
// has beyond one byte.
func (p *jsonParser) rune(i int, path func() string) (size int, ok bool) {
	r, size := utf8.DecodeRune(p.src[i:])
	if r == utf8.RuneError && size == 1 {
		if !p.coded {
			p.coded = true
			p.report(notUTF8(path(), p.src[i], p.line, i-p.base+1))
		}
		return 1, false
	}
	p.base += size - 1
	return size, true
}

func notUTF8(path string, c byte, line, column int) Fault {
	return Fault{
		Code: CodeEncoding, Path: path, Line: line, Column: column, Message: "the document is not UTF-8",
		Found: fmt.Sprintf("the byte 0x%02X", c), Expected: "UTF-8", Hint: "save the file as UTF-8",
	}
}

// escaped reads on from i a text that cannot be cut from the source.
func (p *jsonParser) escaped(start, i int, path func() string) (string, bool) {
	buf := append(make([]byte, 0, 2*(i-start)+32), p.text[start:i]...)
	for {
		j := p.plain(i)
		buf = append(buf, p.text[i:j]...)
		switch i = j; {
		case i == len(p.src) || p.src[i] < ' ':
			return "", p.unclosed(i, path())
		case p.src[i] == '"':
			p.pos = i + 1
			return string(buf), true
		case p.src[i] == '\\':
			r, size := p.escape(i, path)
			if size == 0 {
				return "", false
			}
			buf = utf8.AppendRune(buf, r)
			i += size
		default:
			size, ok := p.rune(i, path)
			if ok {
				buf = append(buf, p.text[i:i+size]...)
			} else {
				buf = utf8.AppendRune(buf, utf8.RuneError)
			}
			i += size
		}
	}
}

const (
	escapes  = `"\/bfnrt`
	escapeTo = "\"\\/\b\f\n\r\t"
)

// escape reads the escape at i. Its size is 0 after a fault of syntax.
func (p *jsonParser) escape(i int, path func() string) (r rune, size int) {
	if i+1 < len(p.src) {
		if k := strings.IndexByte(escapes, p.src[i+1]); k >= 0 {
			return rune(escapeTo[k]), 2
		}
	}
	r, ok := hex4(p.text[i:])
	if !ok {
		found := p.text[i:min(i+6, len(p.text))]
		if !strings.HasPrefix(found, `\u`) {
			found = found[:min(2, len(found))]
		}
		p.pos = i
		p.fail(path(), strings.ToValidUTF8(found, "\ufffd"), `an escape: \" \\ \/ \b \f \n \r \t or \u with four hex digits`,
			`write a backslash as \\`)
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if low, ok := hex4(p.text[i+6:]); ok {
		if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
			return both, 12
		}
	}
	p.report(Fault{
		Code: CodeSurrogate, Path: path(), Line: p.line, Column: i - p.base + 1,
		Message: "half of a surrogate pair stands alone",
		Found:   p.text[i : i+6], Expected: `a pair, as in \ud83d\ude00, or the character itself`,
		Hint: "the text was cut in the middle of a character",
	})
	return utf8.RuneError, 6
}

// hex4 reads \uXXXX at the beginning of s.
func hex4(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[2:6]) {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// unclosed reports a text that a line break, another control character or the
// end of the document cuts off at i.
func (p *jsonParser) unclosed(i int, path string) bool {
	if i == len(p.src) || p.src[i] == '\n' || p.src[i] == '\r' {
		where := "the end of the document"
		if i < len(p.src) {
			where = "the end of the line"
		}
		p.pos = i
		return p.fail(path, where, "a closing double quote", `a line break within a text is written \n`)
	}
	p.pos = i
	return p.fail(path, fmt.Sprintf("the control character U+%04X", p.src[i]), "printable text",
		fmt.Sprintf(`write it as \u%04x`, p.src[i]))
}
