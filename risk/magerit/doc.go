// Package magerit has the rules of MAGERIT version 3, which PILAR computes:
// impact and risk by tables, impact and risk in money, values and damage that
// travel along the dependencies of assets, and safeguards.
//
// # Source and certainty
//
// Ministerio de Hacienda y Administraciones Públicas, MAGERIT version 3.0,
// Libro III, Guía de Técnicas, 2012, chapter 2. The book itself was not read:
// tables, formulas and the numbers of its pages are from public code and texts
// that quote it, and that agree. The words are translated: valor acumulado is
// the accumulated value, impacto repercutido the deflected impact, salvaguarda
// a safeguard. Values, degradation and impact are of one dimension at a time:
// availability (D), integrity (I), confidentiality (C), authenticity (A),
// accountability (T).
//
// # Tables (2.1, pages 6 and 7)
//
// [Threat]. MB is very low, B low, M medium, A high, MA very high.
//
//	value                 1%   10%  100%  degradation
//	MA                  | M  | A  | MA
//	A                   | B  | M  | A
//	M                   | MB | B  | M
//	B                   | MB | MB | B
//	MB                  | MB | MB | MB
//
//	impact                MB   B    M    A    MA  probability
//	MA                  | A  | MA | MA | MA | MA
//	A                   | M  | A  | A  | MA | MA
//	M                   | B  | M  | M  | A  | A
//	B                   | MB | B  | B  | M  | M
//	MB                  | MB | MB | MB | B  | B
//
// Degradations between the columns are not in the tables: which column they
// are judged as is the organization's to say. So is the way from values of 0
// to 10 to MB to MA.
//
// # Quantities (2.2.2, pages 12 to 15)
//
// [Quantity]. Frequencies a year: MA 100, A 10, M 1, B 0.1, MB 0.01
// ([Frequency]).
//
//	impact             = value × degradation            of the accumulated value
//	deflected impact   = value × degradation × degree   of the own value of the asset above
//	risk               = impact × frequency
//	residual impact    = impact × (1 − ei)
//	residual frequency = frequency × (1 − ef)
//	(1 − ei)(1 − ef)   = 1 − e
//
// # Dependencies (2.2.1 page 9, 2.2.2 pages 12 and 13)
//
// [System]. A superior asset depends on an inferior one in a degree. Of A on C,
// over all assets B on which A depends and which depend on C directly:
//
//	degree(A ⇒ C) = Σ degree(A ⇒ B) × degree(B → C),   x + y being 1 − (1−x)(1−y)
//	accumulated(C) = value(C) + Σ value(A) × degree(A ⇒ C)            quantitative, common +
//	accumulated(C) = max(value(C), value(A) of all A that depend on C)   qualitative
//
// The first formula goes from one asset to the next, and that decides what
// ways with a part in common mean. It is not the same as to multiply along
// every way and to combine all ways: where two ways join before C, the formula
// combines them where they join and counts the rest of the way once, while the
// other reading counts it twice and gives more. For A on B and C by 0.5 each,
// both on D by 1, D on E by 0.5, degree(A ⇒ E) is 0.75 × 0.5 = 0.375, and not
// 1 − (1 − 0.25)² = 0.4375. Where two ways part after a common beginning both
// readings count the beginning twice: the method assumes independence there.
// The text of the method has the formula, so the formula is what is computed;
// it also needs no list of the ways, of which there are too many.
//
// # Safeguards (2.2.4, page 21)
//
// [Efficacies.Package] takes the weighted mean of the efficacies. Of the
// maturities, L0 is 0 and L5 is 1; what lies between is not fixed.
package magerit

// version is the version of the publication.
const version = "3"
