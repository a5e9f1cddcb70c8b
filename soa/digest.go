package soa

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
)

// Digest returns the digest of what the statement says: "sha256:" and 64
// hexadecimal digits. A recorded version of the document that carries it
// approves this content, and stays an approval until the content changes.
//
// It covers, of the statement: System, Scope, ScopeStatement, Sets; of each
// entry: Control, Own, Inclusion, Basis, Ground, Reason, the paths of the
// Drivers, Status, RealizedBy (control, title, how, extent, state, by whom
// provided and which parts), Pending (action, title, due day).
//
// It does not cover the date, the editions of catalogue and library, titles and
// headings of reference controls, names, the approval itself, who decided on a
// control and when, owners, since when a control is in its state, evidence and tests. So it
// stays the same from one day to the next, while evidence ages and is renewed,
// when a person's data are erased, and with a newer library.
//
// It is SHA-256 over the covered members as JSON in the canonical form of RFC
// 8785; docs/soa.md has an example. The digest of an external edition is that
// of its Original. A statement made by hand with texts that are not UTF-8 or
// values without a word has none: "".
func (s Statement) Digest() string {
	if s.Audience == External && s.Original != "" {
		return s.Original
	}
	root, err := doc.Encode(s.content())
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(doc.AppendCompact(nil, root))
	return digestPrefix + hex.EncodeToString(sum[:])
}

const digestPrefix = "sha256:"

// sameDigest compares digests as people copy them, in either case.
func sameDigest(a, b string) bool { return a != "" && strings.EqualFold(a, b) }
