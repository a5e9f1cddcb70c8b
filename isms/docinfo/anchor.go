package docinfo

import "strings"

// Anchor gives the form that an ID has in a file: what stands after "#" in the
// address of a section, table, row, figure or notice. Letters, digits and
// ". _ - : /" stand for themselves; any other byte is "~" and two hexadecimal
// digits, so that different IDs never meet.
func Anchor(id string) string {
	i := 0
	for i < len(id) && plainInAnchor(id[i]) {
		i++
	}
	if i == len(id) {
		return id
	}
	var b strings.Builder
	b.WriteString(id[:i])
	for ; i < len(id); i++ {
		if c := id[i]; plainInAnchor(c) {
			b.WriteByte(c)
		} else {
			const digits = "0123456789abcdef"
			b.Write([]byte{'~', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}

func plainInAnchor(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("._-:/", c) >= 0
}
