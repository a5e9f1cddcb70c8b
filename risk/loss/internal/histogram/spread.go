package histogram

// position estimates where loss k of n, in ascending order, is in an interval
// from 0 to 1, if the mean of all is known. For losses that are evenly spread it
// is, of the estimates that are linear in the mean, the one with the least error:
//
//	k/(n+1) + 6 k (n+1-k) / ((n+1)(n+2)) (mean - ½)
//
// as k (n+1-k) / (2 (n+1)(n+2)) is the covariance of loss k with the sum, and n/12
// the variance of the sum. For n = 1 it is the mean; for any n the mean of the
// positions is. Where the mean is so far from ½ that positions would not ascend,
// the last term stays at that bound, and all are moved instead.
func position(k, n, mean float64) float64 {
	tilt, shift := tilted(n, mean)
	curved := float64(k*(n+1-k)) / float64((n+1)*(n+2))
	return min(max(k/(n+1)+float64(6*float64(tilt*curved))+shift, 0), 1)
}

// tilted divides mean - ½ in what tilts and what moves the positions.
func tilted(n, mean float64) (tilt, shift float64) {
	off := mean - 0.5
	if n <= 1 {
		return off, 0
	}
	bound := (n + 2) / float64(6*(n-1))
	tilt = min(max(off, -bound), bound)
	return tilt, off - tilt
}

// upper returns the sum of the positions of losses k+1 to n.
func upper(k, n, mean float64) float64 {
	tilt, shift := tilted(n, mean)
	pairs := float64(k * (k + 1))                                     // 2 Σ i
	squares := float64(pairs*(float64(2*k)+1)) / 3                    // 2 Σ i²
	curved := (float64((n+1)*pairs) - squares) / float64((n+1)*(n+2)) // 2 Σ i (n+1-i) / ((n+1)(n+2))
	lower := pairs/float64(2*(n+1)) + float64(3*float64(tilt*curved)) + float64(shift*k)
	return min(max(float64(n*mean)-lower, 0), n-k)
}
