package loss

// Codes of problems. A code is permanent: it keeps its meaning, and that of a
// problem no longer reported is not used again.
const (
	codeID          = "LM001"
	codeTwice       = "LM002"
	codeCurrency    = "LM003"
	codeSize        = "LM004"
	codeNumber      = "LM005"
	codeParameter   = "LM006"
	codePer         = "LM007"
	codeName        = "LM008"
	codeFrequency   = "LM009"
	codePeriod      = "LM010"
	codeFactor      = "LM011"
	codeSeverity    = "LM012"
	codeProduct     = "LM013"
	codeYear        = "LM014"
	codeOwn         = "LM015"
	codeUnknown     = "LM016"
	codeAgain       = "LM017"
	codeAspect      = "LM018"
	codeCorrelation = "LM019"
	codeOverlap     = "LM020"
)

// Code is what a [Problem] of one code means.
type Code struct {
	ID    string `json:"id"`
	Means string `json:"means"`
}

// Codes lists the codes of problems in their order; docs/quant/models.md has an
// example of each.
func Codes() []Code {
	return []Code{
		{codeID, "an id, or the name of a function, is missing or not usable"},
		{codeTwice, "two of a kind have the same id"},
		{codeCurrency, "the currency is not three capital letters"},
		{codeSize, "there are none of something, or too many"},
		{codeNumber, "a number is not finite, or out of its range"},
		{codeParameter, "a parameter is missing, or has values out of its range"},
		{codePer, "a parameter does not say how often it is drawn, or is drawn as often as has no meaning"},
		{codeName, "a name stands for two parameters that differ"},
		{codeFrequency, "a scenario has no frequency"},
		{codePeriod, "a frequency has a period or a trend, and its number in another time does not follow"},
		{codeFactor, "a frequency without a rate has a factor of the rate"},
		{codeSeverity, "a severity is missing, or not a distribution of amounts"},
		{codeProduct, "one of capability and resistance is given without the other"},
		{codeYear, "in some year, the number of events or the mean loss is more than can be computed"},
		{codeOwn, "a function of one's own is missing, or stands beside what it replaces"},
		{codeUnknown, "an id names no scenario, stage, cause or control of the model"},
		{codeAgain, "a scenario is linked, or hit by a cause, twice"},
		{codeAspect, "a link or an effect is on what it cannot be on"},
		{codeCorrelation, "correlations are no correlation matrix"},
		{codeOverlap, "two layers cover the same part of an event"},
	}
}
