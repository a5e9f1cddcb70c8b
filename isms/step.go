package isms

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/risk"
)

// The steps of a walk, one for each type of field.

func stepStruct(w *walk, _ *field, v reflect.Value) {
	p := planOf(v.Type())
	at := len(w.path)
	for i := range p.fields {
		f := &p.fields[i]
		w.path = append(w.path[:at], f.name...)
		fv := v.Field(f.index)
		if fv.IsZero() {
			if f.required {
				w.fault(CodeMissing, message{text: "this has to be stated", expected: "a value"})
			}
			continue
		}
		if f.step != nil {
			f.step(w, f, fv)
		}
	}
	w.path = w.path[:at]
	if p.from >= 0 && p.until >= 0 && w.problem != nil {
		w.checkInterval(v.Field(p.from), v.Field(p.until))
	}
}

func (w *walk) checkInterval(from, until reflect.Value) {
	a, b := from.Interface().(Date), until.Interface().(Date) //nolint:forcetypeassert // planOf looked
	if a.IsZero() || b.IsZero() || !b.Before(a) {
		return
	}
	at := len(w.path)
	w.path = append(w.path, "/until"...)
	w.fault(CodeInterval, message{text: "the interval ends before it begins", found: b.String(), expected: a.String() + " or later"})
	w.path = w.path[:at]
}

func stepSlice(w *walk, f *field, v reflect.Value, inner step) {
	at := len(w.path)
	for i := range v.Len() {
		w.path = strconv.AppendInt(append(w.path[:at], '/'), int64(i), 10)
		inner(w, f, v.Index(i))
	}
	w.path = w.path[:at]
}

func stepID(w *walk, f *field, v reflect.Value) {
	id := v.String()
	if w.problem != nil {
		if err := checkID(id); err != nil {
			w.fault(CodeIdentifier, message{text: err.Error()})
			return
		}
	}
	if !f.own && w.link != nil {
		w.link(Link{Path: string(w.path), To: Ref{idKinds[v.Type()], id}})
	}
}

func stepRef(w *walk, f *field, v reflect.Value) {
	ref := Ref{Kind(v.Field(0).Uint()), v.Field(1).String()} //nolint:gosec // a Kind is a uint8
	if w.problem != nil && !w.checkRef(ref, f, v.Type() == reflect.TypeFor[Party]()) {
		return
	}
	if w.link != nil {
		w.link(Link{Path: string(w.path), To: ref})
	}
}

// checkRef reports a reference that cannot stand in its field.
func (w *walk) checkRef(ref Ref, f *field, party bool) bool {
	if ref.Kind == 0 || int(ref.Kind) >= len(kindWords) {
		w.fault(CodeWrongKind, message{text: "the reference has no kind", found: strconv.Itoa(int(ref.Kind)), expected: "a kind of record"})
		return false
	}
	if ref.Kind != KindSystem {
		if err := checkID(ref.ID); err != nil {
			w.fault(CodeIdentifier, message{text: err.Error()})
			return false
		}
	}
	kinds := f.kinds
	if party {
		kinds = partyKinds
	}
	if len(kinds) == 0 {
		return true
	}
	words := make([]string, len(kinds))
	for i, k := range kinds {
		if k == ref.Kind {
			return true
		}
		words[i] = k.String()
	}
	w.fault(CodeWrongKind, message{text: "a record of this kind cannot stand here", found: ref.String(), expected: "one of " + strings.Join(words, ", ")})
	return false
}

func stepControl(w *walk, _ *field, v reflect.Value) {
	if w.problem == nil {
		return
	}
	ref := v.Interface().(annexa.ControlRef) //nolint:forcetypeassert // stepOf looked
	switch read, err := annexa.Parse(ref.String()); {
	case err != nil:
		w.fault(CodeControl, message{text: "this names no control", found: ref.String(), expected: "a control of its set"})
	case read != ref: // nothing that looks it up would find it
		w.fault(CodeControl, message{text: "the reference is not in its full form", found: ref.ID, expected: read.ID})
	}
}

func stepClause(w *walk, _ *field, v reflect.Value) {
	if w.problem == nil {
		return
	}
	ref := v.Interface().(annexa.ClauseRef) //nolint:forcetypeassert // stepOf looked
	if read, err := annexa.ParseClause(ref.String()); err != nil || read != ref {
		w.fault(CodeClause, message{text: "this names no clause", found: ref.String(), expected: "a clause and its standard"})
	}
}

func stepSet(w *walk, _ *field, v reflect.Value) {
	if w.problem == nil {
		return
	}
	if _, err := annexa.ParseSet(v.String()); err != nil {
		w.fault(CodeSet, message{text: "this names no control set", found: v.String(), expected: "a set and its edition as in iso27001:2022"})
	}
}

func stepWord(w *walk, _ *field, v reflect.Value) {
	if w.problem == nil {
		return
	}
	if m, ok := reflect.TypeAssert[encoding.TextMarshaler](v); ok {
		if _, err := m.MarshalText(); err != nil {
			w.fault(CodeWord, message{text: err.Error(), found: strconv.FormatUint(v.Uint(), 10), expected: "a value with a word"})
		}
	}
}

func stepText(w *walk, _ *field, v reflect.Value) {
	if w.problem != nil && !utf8.ValidString(v.String()) {
		w.fault(CodeUTF8, message{text: "the text is not UTF-8", expected: "UTF-8"})
	}
}

func stepNumber(w *walk, f *field, v reflect.Value) {
	if w.problem == nil {
		return
	}
	var n float64
	if v.CanInt() {
		n = float64(v.Int())
	} else {
		n = v.Float()
	}
	w.checkNumber(n, f.min, f.max)
}

func (w *walk) checkNumber(n, least, most float64) {
	if n >= least && n <= most && !math.IsInf(n, 0) {
		return
	}
	want := "a finite number"
	switch {
	case !math.IsInf(least, 0) && !math.IsInf(most, 0):
		want = fmt.Sprintf("%v to %v", least, most)
	case !math.IsInf(least, 0):
		want = fmt.Sprintf("%v or more", least)
	}
	w.fault(CodeNumber, message{text: "the number is out of range", found: fmt.Sprint(n), expected: want})
}

func stepAmount(w *walk, _ *field, v reflect.Value) {
	if w.problem == nil {
		return
	}
	a := v.Interface().(Amount) //nolint:forcetypeassert // stepOf looked
	at := len(w.path)
	w.path = append(w.path, "/value"...)
	w.checkNumber(a.Value, math.Inf(-1), math.Inf(1))
	w.path = append(w.path[:at], "/currency"...)
	if a.Currency != "" && !isCurrency(a.Currency) {
		w.fault(CodeCurrency, currencyMessage(a.Currency))
	}
	w.path = w.path[:at]
}

func currencyMessage(found string) message {
	return message{text: "this is not a currency", found: found, expected: "an ISO 4217 code such as EUR"}
}

// isCurrency reports whether s has the form of an ISO 4217 code.
func isCurrency(s string) bool {
	if len(s) != 3 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

func stepMap(w *walk, _ *field, v reflect.Value) {
	if w.problem == nil {
		return
	}
	texts, ok := reflect.TypeAssert[map[string]string](v)
	if !ok {
		texts, _ = reflect.TypeAssert[risk.Inputs](v)
	}
	at := len(w.path)
	for key, text := range texts {
		if !utf8.ValidString(key) || !utf8.ValidString(text) {
			w.path = appendToken(w.path[:at], strings.ToValidUTF8(key, "\uFFFD"))
			w.fault(CodeUTF8, message{text: "the text is not UTF-8", expected: "UTF-8"})
		}
	}
	w.path = w.path[:at]
}

func stepExtensions(w *walk, _ *field, v reflect.Value) {
	if w.problem == nil {
		return
	}
	at := len(w.path)
	for name, raw := range v.Interface().(Extensions) { //nolint:forcetypeassert // stepOf looked
		if !json.Valid(raw) || !utf8.Valid(raw) || !utf8.ValidString(name) {
			w.path = appendToken(w.path[:at], strings.ToValidUTF8(name, "\uFFFD"))
			w.fault(CodeExtension, message{text: "the extension is not JSON", found: clip(string(raw)), expected: "a JSON value"})
		}
	}
	w.path = w.path[:at]
}

// appendToken appends a reference token to a JSON Pointer (RFC 6901).
func appendToken(path []byte, token string) []byte {
	token = strings.ReplaceAll(strings.ReplaceAll(token, "~", "~0"), "/", "~1")
	return append(append(path, '/'), token...)
}

// fault reports what is wrong with the field at the walk's path.
func (w *walk) fault(code string, m message) {
	if w.problem != nil {
		w.problem(code, m)
	}
}
