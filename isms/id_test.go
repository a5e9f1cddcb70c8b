package isms_test

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
)

func TestNewID(t *testing.T) {
	// RFC 9562, appendix A.6: the instant and the random bits of its example.
	at := time.Date(2022, 2, 22, 14, 22, 22, 0, time.FixedZone("EST", -5*60*60))
	random, err := hex.DecodeString("0cc318c4dc0c0c07398f")
	require.NoError(t, err)
	id, err := isms.NewID(at, bytes.NewReader(random))
	require.NoError(t, err)
	require.Equal(t, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", id)

	// Version and variant stand whatever the random bits are.
	for _, b := range []byte{0x00, 0xff, 0x55} {
		id, err := isms.NewID(time.UnixMilli(0), bytes.NewReader(bytes.Repeat([]byte{b}, 10)))
		require.NoError(t, err)
		require.Len(t, id, 36)
		require.Equal(t, "00000000-0000-7", id[:15])
		require.Contains(t, "89ab", id[19:20])
		_, err = isms.ParseRef("risk/" + id)
		require.NoError(t, err, "it is an identifier")
	}
}

func TestNewIDsSortByTheirInstants(t *testing.T) {
	var ids []string
	at := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 300 { // the later, the smaller the random bits
		id, err := isms.NewID(at, bytes.NewReader(bytes.Repeat([]byte{byte(255 - i)}, 10)))
		require.NoError(t, err)
		ids = append(ids, id)
		at = at.Add(time.Duration(1+i*i*i) * 10 * time.Millisecond)
	}
	require.True(t, slices.IsSorted(ids))
	require.Len(t, slices.Compact(slices.Clone(ids)), len(ids))
}

func TestNewIDFails(t *testing.T) {
	for name, at := range map[string]time.Time{
		"before 1970":         time.Unix(0, -1),
		"year 1":              {},
		"after the format":    time.UnixMilli(1 << 48),
		"the end of time":     time.Unix(math.MaxInt64/2, 0),
		"milliseconds wrap":   time.Unix(1<<62, 0),
		"milliseconds wrap -": time.Unix(-1<<62, 0),
	} {
		id, err := isms.NewID(at, strings.NewReader("0123456789"))
		require.ErrorContains(t, err, "want one from 1970 to 10889", name)
		require.Empty(t, id)
	}
	id, err := isms.NewID(time.UnixMilli(1<<48-1), strings.NewReader("0123456789"))
	require.NoError(t, err)
	require.Equal(t, "ffffffff-ffff", id[:13])

	noise := errors.New("the generator is exhausted")
	_, err = isms.NewID(time.UnixMilli(1), iotest.ErrReader(noise))
	require.ErrorIs(t, err, noise)
	_, err = isms.NewID(time.UnixMilli(1), strings.NewReader("too short"))
	require.Error(t, err)
}

// version5 is RFC 9562, section 5.5, word for word.
func version5(t *testing.T, space, name string) string {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(space, "-", ""))
	require.NoError(t, err)
	sum := sha1.Sum(append(b, name...))
	sum[6] = sum[6]&0x0f | 0x50
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
}

// nameSpaceURL is the name space for URLs of RFC 9562, section 6.6.
const nameSpaceURL = "6ba7b811-9dad-11d1-80b4-00c04fd430c8"

func TestUUID(t *testing.T) {
	require.Equal(t, "2ed6657d-e927-568b-95e1-2665a8aea6a2", version5(t, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"),
		"RFC 9562, appendix A.4: the test itself is right")
	risk := isms.Ref{Kind: isms.KindRisk, ID: "R-001"}
	space := version5(t, nameSpaceURL, "https://github.com/ismskit/ismskit#system/acme")
	require.Equal(t, version5(t, space, "risk/R-001"), isms.UUID("acme", risk))
	const own = "0190d3a2-6d2e-7abc-8def-0123456789ab"
	require.Equal(t, version5(t, own, "risk/R-001"), isms.UUID(own, risk))
	require.Equal(t, isms.UUID(own, risk), isms.UUID(isms.SystemID(strings.ToUpper(own)), risk), "a UUID is no text: letter case does not count")

	// Computed once, by Python's uuid.uuid5: these are in other people's databases.
	for want, of := range map[string]struct {
		system isms.SystemID
		ref    isms.Ref
	}{
		"e907a447-ba37-54cc-a8aa-c729bbb715e3": {"acme", risk},
		"dc53d519-5c2e-5b76-9f73-02ef536a769a": {"acme", isms.Ref{Kind: isms.KindControl, ID: "R-001"}},
		"f8b1fb74-638b-5e47-bb16-3531e35e4391": {"Ärzte & Söhne", isms.Ref{Kind: isms.KindPerson, ID: "jo/ä"}},
		"523cb70c-00d8-5744-bc2a-c119744f36d0": {own, risk},
		"47959ee5-f1ca-53d8-9728-4246f36eddaa": {"acme", isms.SystemRef},
	} {
		require.Equal(t, want, isms.UUID(of.system, of.ref))
	}
}
