package soa

import (
	"encoding"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/isms"
)

// word returns the word of a value of an enumeration, "" for none.
func word(m encoding.TextMarshaler) string {
	text, err := m.MarshalText()
	if err != nil {
		return ""
	}
	return string(text)
}

// necessity returns the word for whether an entry is necessary.
func necessity(e Entry) string {
	if e.Inclusion == 0 {
		return "undecided"
	}
	return word(e.Inclusion)
}

// justification returns the recorded justification: its kinds, then the reason.
func justification(e Entry) string {
	kinds := strings.Join(e.Basis, ", ")
	if e.Inclusion == isms.Excluded {
		kinds = word(e.Ground)
	}
	if kinds != "" && e.Reason != "" {
		kinds += ": "
	}
	return kinds + e.Reason
}

// summary returns an entry in a few words.
func summary(e Entry) string {
	if e.Inclusion == isms.Included {
		return "included, " + word(e.Status)
	}
	return necessity(e)
}

// controls lists own controls with their states.
func controls(list []realizationContent) string {
	words := make([]string, len(list))
	for i, r := range list {
		words[i] = string(r.Control) + " " + stateWord(r.State)
	}
	return strings.Join(words, ", ")
}

// actions lists actions with their days.
func actions(list []pendingContent) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = string(p.Action) + due(p.Due)
	}
	return strings.Join(words, ", ")
}

// due says by when.
func due(day isms.Date) string {
	if day.IsZero() {
		return " without a day"
	}
	return " due " + day.String()
}

// count gives a number with its noun: "1 path", "2 paths".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// join lists texts.
func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}
