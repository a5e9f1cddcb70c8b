// Package nist80030 has the risk assessment of NIST SP 800-30 Revision 1,
// Guide for Conducting Risk Assessments (September 2012): its qualitative
// scales and the two tables that combine them, for threat events with an
// adversary and for those without.
//
// # The two paths
//
// [Adversarial] and [NonAdversarial] are rows of the two risk tables of
// Appendix I. Both come to a level of risk in two steps:
//
//	initiation (G-2) or occurrence (G-3) ┐
//	likelihood of adverse impact (G-4) ──┴ G-5 ─ overall likelihood ┐
//	level of impact (H-3) ──────────────────────────────────────────┴ I-2 ─ level of risk
//
// The other columns of those tables (capability, intent and targeting of the
// adversary, range of effects, relevance, severity of the vulnerability,
// pervasiveness of the condition) are what an assessor weighs in judging the
// likelihoods. The publication has scales for them, which [Scales] lists, and no
// rule that combines them; so no method here reads them.
//
// # Table G-5, overall likelihood
//
//	initiation or      likelihood that the event results in adverse impact
//	occurrence         very low   low        moderate   high       very high
//	very high          low        moderate   high       very high  very high
//	high               low        moderate   moderate   high       very high
//	moderate           low        low        moderate   moderate   high
//	low                very low   low        low        moderate   moderate
//	very low           very low   very low   low        low        low
//
// # Table I-2, level of risk
//
//	likelihood         level of impact
//	                   very low   low        moderate   high       very high
//	very high          very low   low        moderate   high       very high
//	high               very low   low        moderate   high       very high
//	moderate           very low   low        moderate   moderate   high
//	low                very low   low        low        low        moderate
//	very low           very low   very low   very low   low        low
//
// The rows "high" and "very high" of I-2 are the same: that is how it is
// published.
//
// # Numbers
//
// Most tables of the publication give each level a range of whole numbers from
// 0 to 100 and one number from 0 to 10:
//
//	very low 0–4, 0    low 5–20, 2    moderate 21–79, 5    high 80–95, 8    very high 96–100, 10
//
// The ranges leave gaps: 20.5 is in none. [Of100] closes them so that a level
// reaches up to the next one, [0,5) [5,21) [21,80) [80,96) [96,100]; the CERT
// Coordination Center reads the table in the same way. The number from 0 to 10
// stands for a level and is no range, so [Of10] knows five numbers and refuses
// the others. [OfFrequency] reads the frequencies of Table G-3.
//
// # Certainty
//
// The cells of G-5 and I-2 are from two public transcriptions of the
// publication, not from the publication itself; so are the ranges, the scales
// G-2, G-3, D-3, D-6, E-4 and F-5, the last four also found in code of the CERT
// Coordination Center. The meanings of the levels are in our own words
// throughout. Those of D-4 rest on three transcriptions, D-5 on two, H-3 on
// five, and F-2 on one alone. Table G-4 has no words beyond those of its
// levels here. How [OfFrequency] decides at 0.1, 10 and 100 events a year is
// our choice, where the publication says nothing or two things.
//
// # What it leaves to the organization
//
// Assessors may change the scales, and decide how relevant an event must be to
// be assessed at all. Copy a method, change it, and give it an id and a version
// of its own.
//
// # Known mistakes of others
//
// Two public tools show a grid that is mostly G-5 under the title of I-2. G-5
// is no product of probabilities: in cells such as low initiation with very
// high likelihood of impact the overall level is above that of initiation,
// which no probability of both can be.
package nist80030
