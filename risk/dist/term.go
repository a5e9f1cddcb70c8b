package dist

import (
	"fmt"
	"strconv"
	"strings"
)

// deepest is how deep calls and lists may be nested.
const deepest = 16

// A term is one value of the text form.
type term struct {
	at   int // where it begins
	kind kind

	num       float64    // of a number
	name      string     // of a call
	arguments []argument // of a call
	list      []term     // of a list
}

type argument struct {
	at    int
	name  string
	value term
}

// A kind is what a term is, in the words of errors.
type kind string

const (
	aNumber kind = "a number"
	aCall   kind = "a distribution"
	aList   kind = "a list"
)

// A reader reads terms from the text, from at on.
//
//	term     = number | call | "[" [ term { "," term } ] "]"
//	call     = name "(" [ argument { "," argument } ] ")"
//	argument = name "=" term
//
// with spaces between anything.
type reader struct {
	text string
	at   int
}

// readTerm reads a text that is one term.
func readTerm(text string) (term, error) {
	r := reader{text: text}
	t, err := r.term(deepest)
	if err == nil && !r.end() {
		err = r.want("the end of the text")
	}
	return t, err
}

func (r *reader) term(depth int) (term, error) {
	r.space()
	t := term{at: r.at}
	if depth == 0 {
		return t, parseError(t.at, "got more than %d distributions in each other, want fewer", deepest)
	}
	var err error
	switch c := r.peek(); {
	case c == '[':
		t.kind = aList
		err = r.sequence('[', ']', func() error {
			element, err := r.term(depth - 1)
			t.list = append(t.list, element)
			return err
		})
	case letter(c):
		t.kind, t.name = aCall, r.word()
		err = r.sequence('(', ')', func() error {
			a, err := r.argument(depth)
			t.arguments = append(t.arguments, a)
			return err
		})
	default:
		t.kind = aNumber
		t.num, err = r.number()
	}
	return t, err
}

func (r *reader) argument(depth int) (argument, error) {
	r.space()
	a := argument{at: r.at}
	if !letter(r.peek()) {
		return a, r.want("the name of a parameter, as in min=1")
	}
	a.name = r.word()
	if err := r.take('='); err != nil {
		return a, err
	}
	var err error
	a.value, err = r.term(depth - 1)
	return a, err
}

// sequence reads what stands between two marks, with commas between elements.
func (r *reader) sequence(open, end byte, element func() error) error {
	if err := r.take(open); err != nil {
		return err
	}
	if r.skip(end) {
		return nil
	}
	for {
		if err := element(); err != nil {
			return err
		}
		if r.skip(end) {
			return nil
		}
		if !r.skip(',') {
			return r.want(fmt.Sprintf("%q or %q", ",", string(end)))
		}
	}
}

func (r *reader) number() (float64, error) {
	length := 0
	for r.at+length < len(r.text) && strings.IndexByte("+-.0123456789eE", r.text[r.at+length]) >= 0 {
		length++
	}
	if length == 0 {
		return 0, r.want("a number, a distribution or a list")
	}
	word := r.text[r.at : r.at+length]
	x, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return 0, parseError(r.at, "got %q, want a number that float64 can hold", clip(word))
	}
	r.at += length
	return x, nil
}

// word reads a name, of which the first letter is there.
func (r *reader) word() string {
	start := r.at
	for r.at < len(r.text) && (letter(r.text[r.at]) || digit(r.text[r.at])) {
		r.at++
	}
	return r.text[start:r.at]
}

// take reads a mark that has to be there.
func (r *reader) take(mark byte) error {
	if r.skip(mark) {
		return nil
	}
	return r.want(strconv.Quote(string(mark)))
}

// skip reads a mark if it is there.
func (r *reader) skip(mark byte) bool {
	r.space()
	if r.peek() != mark {
		return false
	}
	r.at++
	return true
}

func (r *reader) space() {
	for r.at < len(r.text) && strings.IndexByte(" \t\r\n", r.text[r.at]) >= 0 {
		r.at++
	}
}

func (r *reader) end() bool {
	r.space()
	return r.at == len(r.text)
}

// peek returns the next byte, 0 at the end.
func (r *reader) peek() byte {
	if r.at == len(r.text) {
		return 0
	}
	return r.text[r.at]
}

// want returns the error about what stands next.
func (r *reader) want(what string) error {
	if r.at == len(r.text) {
		return parseError(r.at, "got the end of the text, want %s", what)
	}
	return parseError(r.at, "got %q, want %s", clip(r.text[r.at:]), what)
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func digit(c byte) bool { return c >= '0' && c <= '9' }

// clip shortens what is shown of a text.
func clip(s string) string {
	const most = 24
	if runes := []rune(s[:min(len(s), 4*most)]); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
