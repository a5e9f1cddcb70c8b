// Package monarc rates risks as MONARC does, the Method for an Optimised
// Analysis of Risks by CASES (now NC3) Luxembourg.
//
// # Information risk
//
// An [Information] risk is one threat using one vulnerability of one asset:
//
//	risk of a criterion = impact × threat × vulnerability
//	risk                = the highest of the criteria that the threat affects
//	target risk         = the same with vulnerability − reduction
//
// Impact and threat are 0 to 4, vulnerability 0 to 5, so that a risk is one of
// 0 to 80: low up to 8, medium up to 27, high above. The criteria are
// confidentiality, integrity and availability; the impact on each is the
// highest of five kinds of consequence, and supporting assets inherit it from
// what they support. Only criteria that the threat affects count. A leak does
// not become worse because the system should also be available:
//
//	impact C 2, I 1, A 3; threat 3 affects C; vulnerability 1
//	risk C 6, I 3, A 9; what counts is 6, low
//
// [Information.Reduced] lowers the vulnerability, which gives the target risk.
//
// # Operational risk
//
// An [Operational] risk is probability × highest consequence, 0 to 16: low up to
// 3, medium up to 8, high above. [Stages] has it inherent, net and target.
//
// # Not evaluated
//
// MONARC writes −1 for what nobody judged, and −1 for what is computed from it.
// A number that means "no number" must not be compared or summed, so here it
// goes in as [Unset] and does not come out: Rate fails, and the cause is
// [ErrUnset]. One exception is an impact that does not count. As data, in
// [InformationRisk] and [OperationalRisk], an unset value is left out of the
// inputs, and the method says which factor is missing. There a criterion that
// the threat does not affect is left out, too: in the method, to affect a
// criterion is to state its impact.
//
// The original takes the highest of the products where some impacts are set and
// some are not, and so passes over an affected criterion without impact. Here
// that is an error. Where a threat affects no criterion, the original gives −1
// for the risk and asks for the maximum of nothing for the target; here it is
// [ErrNothingAffected].
//
// # Thresholds
//
// [Thresholds] other than MONARC's make another method, whose version says so.
// Own scales are a matter of data: take the [risk.Method], change its levels,
// and give it an id of your own.
//
// # Certainty
//
// The rules were read in the code of MONARC, monarc-project/zm-core at commit
// 78ce818. All 157 risks of the training export of MONARC 2.13.1 are in the
// tests and come out as they are there, the 119 that are not evaluated too. That
// consequences and probability of an operational risk have the scale 0 to 4
// fits the published examples; it was not read as such.
//
// # What other tools do
//
// Some take the highest impact of the asset, whatever the threat affects, or
// call −1 a low risk because it is below the first threshold.
//
//nolint:misspell // the method has its name from its makers
package monarc
