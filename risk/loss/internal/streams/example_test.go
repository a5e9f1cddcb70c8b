package streams_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// The draws of a variable, a block of trials at a time.
func Example() {
	key := streams.Name{Seed: 1, Scenario: "ransomware", Variable: "severity"}.Key()
	words := make([]uint64, 2)
	for block := range uint64(2) {
		stream := key.Block(block)
		stream.Fill(words)
		fmt.Printf("trials from %d: %.4f %.4f\n", block*streams.Block, streams.Unit(words[0]), streams.Unit(words[1]))
	}
	// Output:
	// trials from 0: 0.1344 0.4962
	// trials from 4096: 0.2759 0.3665
}
