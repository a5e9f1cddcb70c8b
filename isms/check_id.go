package isms

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkID reports why an identifier is not one.
func checkID(id string) error {
	switch {
	case id == "":
		return errors.New("identifier: got none, want 1 to 128 bytes of text")
	case len(id) > maxID:
		return fmt.Errorf("identifier: got %d bytes, want at most %d", len(id), maxID)
	case !utf8.ValidString(id):
		return errors.New("identifier: got invalid UTF-8, want UTF-8")
	case strings.ContainsFunc(id, unicode.IsControl):
		return fmt.Errorf("identifier: got %q, want no control characters", id)
	}
	return nil
}
