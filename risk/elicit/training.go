package elicit

// A Question asks for a quantity, to be answered by an interval that one is 90 %
// sure of. The answers do not change, and the source says them.
type Question struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Unit   string  `json:"unit"`
	Answer float64 `json:"answer"`
	Source string  `json:"source"`
}

// A Statement is true or not, to be answered by the probability that it is true.
type Statement struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	True   bool   `json:"true"`
	Source string `json:"source"`
}

// Questions returns 20 questions for training, of networks, cryptography,
// history and the Earth. Who is calibrated gets about 18 of them into the
// intervals.
func Questions() []Question {
	all := questions
	return all[:]
}

// Statements returns 20 statements for training, 10 of which are true.
func Statements() []Statement {
	all := statements
	return all[:]
}
