package risk

// Codes of problems. A code is permanent: it keeps its meaning, and that of a
// problem no longer reported is not used again.
const (
	codeReference     = "RM001"
	codeNoFactor      = "RM002"
	codeManyFactors   = "RM003"
	codeFactorID      = "RM004"
	codeFactorTwice   = "RM005"
	codeRole          = "RM006"
	codeRoleTwice     = "RM007"
	codeNoLevel       = "RM008"
	codeManyLevels    = "RM009"
	codeLevelID       = "RM010"
	codeLevelTwice    = "RM011"
	codeAmbiguous     = "RM012"
	codeBounds        = "RM013"
	codeNoTable       = "RM014"
	codeLargeTable    = "RM015"
	codeHeadFactor    = "RM016"
	codeHeadLevel     = "RM017"
	codeColumnTwice   = "RM018"
	codeNoColumn      = "RM019"
	codeRowLevel      = "RM020"
	codeRowTwice      = "RM021"
	codeNoRow         = "RM022"
	codeShortRow      = "RM023"
	codeLongRow       = "RM024"
	codeCell          = "RM025"
	codeManySteps     = "RM026"
	codeStepID        = "RM027"
	codeStepTwice     = "RM028"
	codeOf            = "RM029"
	codeOfTwice       = "RM030"
	codeTwoRules      = "RM031"
	codeFormula       = "RM032"
	codeWeights       = "RM033"
	codeValue         = "RM034"
	codeQuotient      = "RM035"
	codeOffScale      = "RM036"
	codeNoMin         = "RM037"
	codeUnread        = "RM038"
	codeNoCriterion   = "RC001"
	codeCriterion     = "RC002"
	codeCriterionTwo  = "RC003"
	codeAuthority     = "RC004"
	codeAcceptable    = "RC005"
	codeEscalation    = "RG001"
	codeCommon        = "RH001"
	codeMapped        = "RH002"
	codeUnmapped      = "RH003"
	codeMappedLevel   = "RH004"
	codeTurned        = "RH005"
	codeNoCoordinate  = "RH006"
	codeTranslated    = "RT001"
	codeTranslatedOf  = "RT002"
	codeTranslatedTwo = "RT003"
	codeUntranslated  = "RT004"
	codeTranslatedTo  = "RT005"
	codeTranslatedBy  = "RT006"
	codeUnreachable   = "RA001"
	codeFalls         = "RA002"
	codeInconsistent  = "RA003"
	codeBetween       = "RA004"
	codeColoring      = "RA005"
	codeCompressed    = "RA006"
	codeOffColor      = "RA007"
)

// Code says what a code of a [Problem] means.
type Code struct {
	ID    string // "RM001"
	Means string
}

// Codes lists all codes: RM of [Method.Problems], RC of [Criteria.Complete], RG
// of [Aggregation.Problems], RH of [Harmonization.Problems], RT of
// [Translation.Problems], RA of [Method.Advice], [Matrix.Advice] and
// [Harmonization.Advice].
func Codes() []Code { return append(methodCodes(), otherCodes()...) }

func methodCodes() []Code {
	return []Code{
		{codeReference, "The id or the version of the method is missing or cannot stand in a reference."},
		{codeNoFactor, "The method has no factor."},
		{codeManyFactors, "The method has more factors than are allowed."},
		{codeFactorID, "The id of a factor is missing or not usable."},
		{codeFactorTwice, "Two factors have the same id."},
		{codeRole, "The role of a factor is not one of the roles."},
		{codeRoleTwice, "Two factors have the same role."},
		{codeNoLevel, "A scale has no level."},
		{codeManyLevels, "A scale has more levels than are allowed."},
		{codeLevelID, "The id of a level is missing or not usable."},
		{codeLevelTwice, "Two levels of a scale have the same id."},
		{codeAmbiguous, "A label is also the id or the label of another level of the scale."},
		{codeBounds, "The bounds of a level are not numbers, are reversed, or overlap those of the level below."},
		{codeNoTable, "The table is missing, or its heading is too short to name the factors."},
		{codeLargeTable, "The factors have more combinations than a table may have cells."},
		{codeHeadFactor, "The heading of a leading column is not the id of a factor, or names one again."},
		{codeHeadLevel, "The heading of a column is not a level of the factor that the columns are for."},
		{codeColumnTwice, "Two columns are for the same level."},
		{codeNoColumn, "A level has no column."},
		{codeRowLevel, "A row begins with a word that is not a level of the factor of that column."},
		{codeRowTwice, "Two rows are for the same levels."},
		{codeNoRow, "A combination of levels has no row."},
		{codeShortRow, "A row is shorter than the heading."},
		{codeLongRow, "A row is longer than the heading."},
		{codeCell, "A cell is empty or not the id of a level of risk."},
		{codeManySteps, "The method has more steps than are allowed."},
		{codeStepID, "The id of a step is missing or not usable."},
		{codeStepTwice, "A step has the id of a factor or of another step."},
		{codeOf, "A rule reads nothing, or something that is no factor or earlier step."},
		{codeOfTwice, "A rule reads the same value twice."},
		{codeTwoRules, "A rule has a table and a formula."},
		{codeFormula, "A formula is not one of the formulas."},
		{codeWeights, "Weights are not usable: too few, too many, not numbers, or of a rule that takes none."},
		{codeValue, "A level has no value that a formula could read, or one that is no finite number."},
		{codeQuotient, "A quotient is not of two values, or the second may be 0."},
		{codeOffScale, "A formula can give a number that is not on the scale of its levels."},
		{codeNoMin, "A level that a formula's number is put on does not say where it begins."},
		{codeUnread, "No rule reads a factor or a step."},
	}
}

func otherCodes() []Code {
	return []Code{
		{codeNoCriterion, "A level of risk has no criterion."},
		{codeCriterion, "A criterion is for a level that the method does not have."},
		{codeCriterionTwo, "Two criteria are for the same level."},
		{codeAuthority, "A criterion names no authority."},
		{codeAcceptable, "A level is acceptable although a lower one is not."},
		{codeEscalation, "An escalation has no usable count, names no level of the method, or does not raise the level."},
		{codeCommon, "The common matrix has not one cell for each likelihood and consequence, or one that is no common level."},
		{codeMapped, "The method of a mapping is not known, is named without version, or is mapped twice."},
		{codeUnmapped, "A level of a method has no common level."},
		{codeMappedLevel, "A mapping names a level that the method or the common scale does not have."},
		{codeTurned, "A higher level of a method has a lower common level."},
		{codeNoCoordinate, "A likelihood or consequence is mapped that the method or the common scale does not have."},
		{codeTranslated, "A translation is of other methods than those given."},
		{codeTranslatedOf, "A translation names a factor that its method does not have."},
		{codeTranslatedTwo, "A factor is translated twice."},
		{codeUntranslated, "A factor that is not optional has no translation."},
		{codeTranslatedTo, "A translation names a level that is not on the scale of its factor."},
		{codeTranslatedBy, "A factor is neither read from another nor always the same, or both."},
		{codeUnreachable, "No combination of levels gives this level of risk."},
		{codeFalls, "The level of risk falls where a factor rises and all others stay."},
		{codeInconsistent, "A risk in a cell of the lowest level can be greater than one in a cell of the top level."},
		{codeBetween, "From a cell of the lowest level one step up leads to the top level."},
		{codeColoring, "The levels are not placed as they go with likelihood times consequence."},
		{codeCompressed, "One cell holds more than half of the range of risk."},
		{codeOffColor, "A cell of a method means another common level than the cell of the common matrix that it is mapped to."},
	}
}
