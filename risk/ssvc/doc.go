// Package ssvc has the decision tables of a deployer of Stakeholder-Specific
// Vulnerability Categorization (SSVC) by CERT/CC: how soon to act on a
// vulnerability in a system of one's own.
//
// # Tables
//
// [Decision] and [Deployer] are the table Deployer Patch Application Priority
// 1.0.0, with its 72 cells. Human impact has the columns:
//
//	exploitation  exposure    automatable   low        medium        high          very high
//	none          small       no            defer        defer        scheduled    scheduled
//	none          small       yes           defer        scheduled    scheduled    scheduled
//	none          controlled  no            defer        scheduled    scheduled    scheduled
//	none          controlled  yes           scheduled    scheduled    scheduled    scheduled
//	none          open        no            defer        scheduled    scheduled    scheduled
//	none          open        yes           scheduled    scheduled    scheduled    out-of-cycle
//	public poc    small       no            defer        scheduled    scheduled    scheduled
//	public poc    small       yes           scheduled    scheduled    scheduled    scheduled
//	public poc    controlled  no            defer        scheduled    scheduled    scheduled
//	public poc    controlled  yes           scheduled    scheduled    scheduled    out-of-cycle
//	public poc    open        no            scheduled    scheduled    scheduled    out-of-cycle
//	public poc    open        yes           scheduled    scheduled    out-of-cycle out-of-cycle
//	active        small       no            scheduled    scheduled    out-of-cycle out-of-cycle
//	active        small       yes           scheduled    out-of-cycle out-of-cycle out-of-cycle
//	active        controlled  no            scheduled    scheduled    out-of-cycle out-of-cycle
//	active        controlled  yes           out-of-cycle out-of-cycle out-of-cycle out-of-cycle
//	active        open        no            scheduled    out-of-cycle out-of-cycle immediate
//	active        open        yes           out-of-cycle out-of-cycle immediate    immediate
//
// [Harm] and [HumanImpacts] are the table Human Impact 1.0.0, with its 16 cells:
//
//	safety \ mission   degraded              mef support crippled  mef failure           mission failure
//	negligible         low                   low                   medium                very high
//	marginal           low                   low                   medium                very high
//	critical           medium                high                  high                  very high
//	catastrophic       very high             very high             very high             very high
//
// [Vulnerability] and [Vulnerabilities] join them: five answers, one priority,
// the human impact as a step on the way.
//
// A priority is defer, scheduled, out-of-cycle or immediate. How many days that
// is, SSVC leaves to the organization. It is an order in which to act, not a
// level of risk: SSVC has no likelihood, and a priority is not to be compared
// with a level of another method.
//
// # Exploitation
//
// [Signals] is the example policy of the SSVC documentation that takes the
// exploitation from KEV, EPSS and the exploit maturity of CVSS. Two boundaries
// are not defined there; the choice is documented at [Signals.Exploitation].
//
// # Certainty
//
// Both tables are the CSV files of the repository CERTCC/SSVC at commit e3b00a2,
// cell by cell; the policy is the page docs/howto/using_epss/epss_probability.md
// of the same repository. Words of the scales are those of the files. What a
// value means is told there at length; the comments here are ours and short.
//
// # What other tools do
//
// CISA's table of track, attend and act is another one, with other decision
// points; its words are not to be mapped onto these. Decision points and tables
// have versions, and the same answers may lead elsewhere under another: so a
// rating names its version.
//
//nolint:dupword // a table says a word twice
package ssvc
