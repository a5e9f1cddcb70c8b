//go:build annexa_notitles

package annexa

// What stands in for the tables of titles in a build without them.
var (
	titles2022      [len(controls2022)]title
	titles2013      [len(controls2013)]string
	groupTitles2013 [len(groups2013)]string
	titlesClauses   [len(clauses)]string
)
