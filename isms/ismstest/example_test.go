package ismstest_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
)

// The test of a store: put records in, and ask whether it holds them as
// package isms needs them. The store here is a map of JSON documents.
func ExampleTestSource() {
	sys := ismstest.Generate(rand.New(rand.NewPCG(1, 2)))
	store, err := ismstest.NewBlobs(sys)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(ismstest.TestSource(store, sys))

	delete(store, sys.Persons[0].Ref())
	fmt.Println(ismstest.TestSource(store, sys) != nil)
	// Output:
	// <nil>
	// true
}

// A System to try one's own code on: a few records of each kind, every field
// used, nothing wrong with it. The same numbers give the same System.
func ExampleGenerate() {
	sys := ismstest.Generate(rand.New(rand.NewPCG(1, 2)))
	fmt.Println(isms.Validate(sys, nil))
	// Output:
	// <nil>
}
