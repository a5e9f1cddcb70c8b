package streams

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReference compares with published outputs of the reference implementation
// in C, prng.di.unimi.it/xoshiro256plusplus.c.
func TestReference(t *testing.T) {
	for _, c := range []struct {
		name  string
		state [4]uint64
		want  []uint64
	}{
		{
			// github.com/rust-random/rngs, rand_xoshiro, src/xoshiro256plusplus.rs
			"1, 2, 3, 4",
			[4]uint64{1, 2, 3, 4},
			[]uint64{
				41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205,
				9973669472204895162, 14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000,
			},
		},
		{
			// github.com/DSCF-1224/xoshiro-fortran, test/README.md
			"0, 0, 0, 1",
			[4]uint64{0, 0, 0, 1},
			[]uint64{
				0x0000000000800000, 0x0000000000800011, 0x0002200000800011, 0x0002200044000020, 0x00022000448008A1,
				0x01102100802208A0, 0x0114002284200880, 0x0402896644A64095, 0x8A14A0A244ACC891, 0x8C88BA4680B20495,
			},
		},
		{
			// the same page, after a jump
			"after a jump",
			[4]uint64{0x934D05E8B2076310, 0xEABDD0BF76A1BE51, 0x75DD6A992ACCB1E8, 0xC660C602A7330187},
			[]uint64{
				0x88F9A31AFDB439F5, 0x38134A20DFA1A232, 0x21D6A25A297797C7, 0xFCA0846CC616D4F8, 0x1A9D1B267D52627A,
				0xC4345D87063BFE30, 0x88B7215CC87F6B88, 0xF5EF8FA1470DE5EE, 0x8AAA468BB80BAF3B, 0x7649B52B78BB4634,
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			one, bulk := Stream{c.state}, Stream{c.state}
			words := make([]uint64, len(c.want))
			bulk.Fill(words)
			require.Equal(t, c.want, words)
			for _, want := range c.want {
				require.Equal(t, want, one.Uint64())
			}
			require.Equal(t, bulk, one)
		})
	}
}

// TestState is the documented encoding, by hand.
func TestState(t *testing.T) {
	s := Name{Seed: 0x0102030405060708, Scenario: "é", Variable: "n"}.Key().Block(5)
	require.Equal(t, digested(t, "xoshiro256++ sha256/1\x00\x08\x07\x06\x05\x04\x03\x02\x01\x02\x00\x00\x00\x00\x00\x00\x00\xc3\xa9n",
		"\x05\x00\x00\x00\x00\x00\x00\x00"), s.state)
}

// digested returns the state that begins the stream of a name and a block.
func digested(t *testing.T, name, block string) [4]uint64 {
	t.Helper()
	key := sha256.Sum256([]byte(name))
	digest := sha256.Sum256(append(key[:], block...))
	var state [4]uint64
	require.NoError(t, binary.Read(bytes.NewReader(digest[:]), binary.LittleEndian, &state))
	return state
}
