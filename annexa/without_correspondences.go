//go:build annexa_nocorrespondences

package annexa

// What stands in for the tables of correspondences in a build without them.
var (
	pairs      [0]pair
	pairsOfOld [len(controls2013) + 1]uint8
	pairsByNew [0]uint8
	pairsOfNew [len(controls2022) + 1]uint8
)
