package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// canonicalID returns an id of a file in the form in which ids are compared:
// UUIDs in lower case, others as they are.
func canonicalID(id string) (canonical string, isUUID bool) {
	if !isUUIDForm(id) {
		return id, false
	}
	return strings.ToLower(id), true
}

// isUUIDForm reports whether a text is a UUID of any version, in the form of
// RFC 9562 section 4.
func isUUIDForm(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		if dash != (s[i] == '-') || !dash && strings.IndexByte("0123456789abcdefABCDEF", s[i]) < 0 {
			return false
		}
	}
	return true
}

// deriveID returns a UUID of version 8 (RFC 9562, section 5.8 and appendix
// B.2) made of the SHA-256 of the parts, so that reading the same file twice
// gives the same rows.
func deriveID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
}
