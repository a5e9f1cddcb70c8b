// Package ismstest helps those who keep an ISMS in a store of their own to
// test it.
//
// [TestSource] asks an implementation of isms.Source everything that package
// isms relies on, as testing/fstest.TestFS does for file systems. [Blobs] is
// the smallest honest store, a map of JSON documents, and the harness's own
// first subject. [Generate] makes systems in which every field of every record
// is used, for properties of one's own.
package ismstest
