package risk

// draws is a sequence of numbers that is always the same: what a sample shows
// today it shows tomorrow. The generator is SplitMix64 (Steele, Lea, Flood,
// Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
type draws uint64

// below returns a number from 0 to n-1.
func (d *draws) below(n int) int {
	*d += 0x9e3779b97f4a7c15
	x := uint64(*d)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	x ^= x >> 31
	return int((x >> 33) % uint64(n)) //nolint:gosec // below n
}
