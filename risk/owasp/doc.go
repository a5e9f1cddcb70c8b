// Package owasp has the OWASP Risk Rating Methodology: sixteen factors with
// scores from 0 to 9, two means, and a table of three by three.
//
// # Factors
//
// Four factors of the threat agent and four of the vulnerability give the
// likelihood; four of technical impact or four of business impact give the
// impact. These are the published options; every other whole number from 0 to 9
// is a score too, and the example of the publication uses several.
//
//	threat agent
//	  skill-level             1 no technical skills, 3 some technical skills, 5 advanced computer user,
//	                          6 network and programming skills, 9 security penetration skills
//	  motive                  1 low or no reward, 4 possible reward, 9 high reward
//	  opportunity             0 full access or expensive resources required, 4 special access or resources required,
//	                          7 some access or resources required, 9 no access or resources required
//	  size                    2 developers; system administrators, 4 intranet users, 5 partners,
//	                          6 authenticated users, 9 anonymous internet users
//	vulnerability
//	  ease-of-discovery       1 practically impossible, 3 difficult, 7 easy, 9 automated tools available
//	  ease-of-exploit         1 theoretical, 3 difficult, 5 easy, 9 automated tools available
//	  awareness               1 unknown, 4 hidden, 6 obvious, 9 public knowledge
//	  intrusion-detection     1 active detection in application, 3 logged and reviewed,
//	                          8 logged without review, 9 not logged
//	technical impact
//	  loss-of-confidentiality 2 minimal non-sensitive data, 6 minimal critical data; extensive non-sensitive data,
//	                          7 extensive critical data, 9 all data
//	  loss-of-integrity       1 minimal slightly corrupt, 3 minimal seriously corrupt, 5 extensive slightly corrupt,
//	                          7 extensive seriously corrupt, 9 all totally corrupt
//	  loss-of-availability    1 minimal secondary services, 5 minimal primary services; extensive secondary services,
//	                          7 extensive primary services, 9 all services lost
//	  loss-of-accountability  1 fully traceable, 7 possibly traceable, 9 completely anonymous
//	business impact
//	  financial-damage        1 less than cost to fix, 3 minor effect on annual profit,
//	                          7 significant effect on annual profit, 9 bankruptcy
//	  reputation-damage       1 minimal damage, 4 loss of major accounts, 5 loss of goodwill, 9 brand damage
//	  non-compliance          2 minor violation, 5 clear violation, 7 high-profile violation
//	  privacy-violation       3 one individual, 5 hundreds, 7 thousands, 9 millions
//
// # Levels and severity
//
// Likelihood is the mean of its eight scores, each impact the mean of its four.
// The level is that of the mean as it is, not rounded:
//
//	0 ≤ mean < 3 low    3 ≤ mean < 6 medium    6 ≤ mean ≤ 9 high
//
// Where the business impact is known it is the impact; otherwise the technical
// impact stands in for it. The two are never averaged.
//
//	impact \ likelihood   low      medium   high
//	high                  medium   high     critical
//	medium                low      medium   high
//	low                   note     low      medium
//
// # Weights
//
// The publication lets an organization weigh factors; the means become weighted
// means and nothing else changes. [Weighted] gives such a method. It has an id
// and a version of the organization's own, because its ratings do not compare
// with those of [Method].
//
// # Source and certainty
//
// OWASP/www-community, pages/OWASP_Risk_Rating_Methodology.md at commit
// 036a366, https://owasp.org/www-community/OWASP_Risk_Rating_Methodology, read
// in the primary text; OWASP publishes it under CC BY-SA 4.0. The words of the
// options are shortened. Where two options have one score, they share a label.
//
// # What it leaves to the organization
//
// Factors, options, scores and weights are meant to be customized. The page
// itself begins with a note that the weighting of the threat agent's skill has
// long been disputed, and names other methods.
//
// # Known mistakes of others
//
// Calculators average technical and business impact (SimpleRisk does), accept
// the listed options only, round the mean before they find its level, or have
// the skill level the other way round, 9 for no technical skills.
package owasp
