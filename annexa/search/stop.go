package search

import "strings"

// stopWords are words of English that say nothing of what is looked for, and the
// words with which people dress a question; the organization too, of which it all
// is. What has a meaning in the subject is not among them, such as use, access
// and right.
//
//nolint:misspell // people write as they write
const stopWords = " " +
	"a about after again against all also am an and any anybody anyone anything are as at be because been before being belong belongs " +
	"between both but by can cannot companies company could d did do does doing don done each else ever every few firm firms for from " +
	"get gets give given go goes going got had happen happens has have having he her here hers him his how i if in instead into is it " +
	"its itself just know like ll long made make makes many may me might mine more most much must my need needs never no nor not now of " +
	"often on once one ones only or organisation organisations organization organizations other our ours over own per put really s same " +
	"shall she should so some somebody someone something still such t take taken takes than that the their them then there these they " +
	"thing things this those though through to too under until up us ve very want wants was way we were what when where whether which " +
	"while who whom whose why will with within without would yet you your yours "

func isStop(word string) bool {
	return !strings.ContainsRune(word, ' ') && strings.Contains(stopWords, " "+word+" ")
}
