// Package counts draws how many events there are in each year, and in which year
// an event is.
//
// A [Table] inverts the distribution of the number of events in a year: whatever
// its mean, a draw takes one word of a stream and about one step. As it is
// monotone, it serves for common random numbers, Latin hypercubes and copulas:
//
//	table, err := counts.NewTable(frequency)
//	table.Fill(numbers, words)
//
// [Scatter] is for events of a Poisson process, and costs as much as there are
// events, however many years there are without: all events of a block of years
// are counted at once, and each is then in a year that is drawn.
//
//	scatter, err := counts.NewScatter(0.1)
//	years = years[:scatter.Total(stream.Uint64())]
//	counts.Years(&stream, years)
//
// That is exact: given their number, the events of such a process are independent
// of each other and each is anywhere in the period with equal probability
// (Kingman, Poisson Processes, 1993, section 2.4).
package counts
