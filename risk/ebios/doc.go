// Package ebios has the rules of EBIOS Risk Manager: the pertinence of risk
// sources, the threat level of stakeholders, the likelihood of operational
// scenarios, and the matrix of severity and likelihood.
//
// # Source
//
// ANSSI, EBIOS Risk Manager, the guide in its edition of 2024 and the
// supplement of method sheets, whose text was read. The words are translated:
// gravité is severity, vraisemblance likelihood, dangerosité threat level,
// couple SR/OV a pair of risk source and target objective.
//
// # Pertinence (workshop 2)
//
// [Pair]; the method keeps three to six pairs.
//
//	resources \ motivation   +        ++       +++
//	+++                      medium   high     high
//	++                       low      medium   high
//	+                        low      low      medium
//
// # Threat level of stakeholders (workshop 3, method sheet 5)
//
// [Stakeholder], four criteria of 1 to 4:
//
//	threat level = (dependency × penetration) / (maturity × trust)
//	                exposure                     reliability
//
//	bands of exposure     <3  3-6  7-9  >9
//	bands of reliability  <4  4-5  6-7  >7
//
// The formula may be weighted, and trust may be dropped: [Weights]. A
// stakeholder is in a [Zone] by [Thresholds], of which the guide gives an
// example, 0.2, 0.9 and 2.5, or, where there is no experience with them, by
// [Proportions]: the highest 10 % in danger, the next 40 % under control, the
// next 40 % under watch. Stakeholders in danger and under control are critical.
//
// That a level equal to a threshold is in the zone is our choice: the guide
// does not say. By its formula and its example none is ever equal.
//
// # Likelihood of operational scenarios (workshop 4)
//
// [Scenario], by the express, the standard or the advanced method. Elementary
// actions have a probability of success, 0 below 3 %, 1 below 20 %, 2 above
// 20 %, 3 above 60 %, 4 above 90 %, and a difficulty, 0 negligible to 4 very
// high. Both cumulate along the graph, always from what is cumulated before:
//
//	Pr(n)   = min(own Pr(n),   max over the actions before n of Pr)
//	Diff(n) = max(own Diff(n), min over the actions before n of Diff)
//
// The standard method takes the probability at the last action of an operating
// mode, 0 to 4 for V0 to V4. The advanced one looks both up ([Path]), again
// giving V0 to V4:
//
//	probability \ difficulty   0   1   2   3   4
//	4                          4   4   3   2   1
//	3                          4   3   3   2   1
//	2                          3   3   2   2   1
//	1                          2   2   2   1   0
//	0                          1   1   1   0   0
//
// The scenario has the highest likelihood of its modes. A mode of about ten
// actions or more may be lowered by one: people decide that, and say why
// ([Mode]); nothing here counts actions in order to lower.
//
// # Level of risk (workshop 5)
//
// [Risk]. The guide leaves the matrix to the organization. This one is in
// common use; two public transcriptions agree in it, the guide does not have
// it:
//
//	likelihood \ severity   G1 minor   G2 significant   G3 serious   G4 critical
//	V4 nearly certain       medium     high             high         high
//	V3 very likely          medium     medium           high         high
//	V2 likely               low        low              medium       medium
//	V1 rather unlikely      low        low              low          medium
//
// Low is acceptable as it is, medium tolerable under control, high
// unacceptable. V0 and G5 are of the scales of five and not in this matrix: who
// uses them has a matrix of their own. It is not Severity × Likelihood, which
// several tools show under the name of EBIOS.
package ebios

// version is the edition of the guide.
const version = "2024"
