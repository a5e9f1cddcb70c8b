// Package simple has the formulas that most tools and spreadsheets use:
// likelihood times impact, likelihood plus impact, the five formulas of
// SimpleRisk, and DREAD, which is legacy.
//
// They treat the numbers of a scale as if they were amounts. A likelihood of 4
// is then twice one of 2, whatever the words behind them say. That is a decision
// of the organization, and the reason why package risk never takes the place of
// a level for its number: here each level has the number as its Value.
//
// # Formulas
//
// Likelihood L and impact I are whole numbers from 1 to 5.
//
//	method              raw score    from–to   levels
//	simple/product      L·I          1–25      the 14 products are the levels
//	simple/sum          L+I          2–10      the 9 sums are the levels
//	simple/simplerisk-1 L·I + 2·I    3–35      low, medium, high, very high
//	simple/simplerisk-2 L·I + I      2–30      the same
//	simple/simplerisk-3 L·I          1–25      the same
//	simple/simplerisk-4 L·I + L      2–30      the same
//	simple/simplerisk-5 L·I + 2·L    3–35      the same
//
// No publication gives bands for the plain product and the plain sum, so none
// are invented: the score is the level. An organization that has bands writes a
// method of its own, with formula product and a Min for each level.
//
// # SimpleRisk
//
// SimpleRisk multiplies the raw score by 10/max, max being the greatest raw
// score, rounds to two decimals (older versions to one), and takes the highest
// level whose threshold the result reaches:
//
//	low 0    medium 4    high 7    very high 10.1
//
// No score is above 10, so very high is unreachable as shipped; [risk.Check]
// refutes it of each of these methods, and it is left as it is. Low begins at 0, medium at 4/10 of max: the methods have the thresholds in
// raw scores (for formula 1: 0, 14, 24.5, 35.35), which gives the same level for
// each of the 25 pairs, and is exact. [Custom] is formula 6, a table of scores
// by the organization.
//
// Where likelihood or impact is not set SimpleRisk takes the score 10; here a
// missing factor is an error. [Residual] is its residual score.
//
// # DREAD
//
// DREAD rates a threat by damage, reproducibility, exploitability, affected
// users and discoverability, from 1 to 10 each. Microsoft, where it comes from,
// dropped it because raters did not agree; it is here to read old registers, and
// not to begin new ones. Two forms are in use: the sum of the five, 5 to 50, and
// the mean, 1 to 10. [DREADSum] has the sums as levels, since no bands are
// published for it; [DREADMean] has the thresholds of SimpleRisk. An older scale
// from 1 to 3 is not included: its bands could not be confirmed. Some leave
// discoverability out (DREAD-D).
//
// # Source and certainty
//
// The formulas, thresholds and rounding of SimpleRisk are from its own code and
// database as published: simplerisk/code, simplerisk/includes/functions.php, and
// simplerisk/database, simplerisk-en-20260519-001.sql. DREAD is from secondary
// sources: Wikipedia (sum) and SimpleRisk (mean). That product and sum of two
// scales are in common use needs no source.
//
// # Known mistakes of others
//
// Products of two scales of five have 14 values of 25: bands such as "1–5, 6–10"
// suggest numbers that never occur. Tools call a product "ISO 27005" or "EBIOS";
// neither is one.
package simple
