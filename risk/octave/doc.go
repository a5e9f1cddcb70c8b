// Package octave has the relative risk score of OCTAVE Allegro, and the pools
// that sort risks by it.
//
// # Source and certainty
//
// Caralli, Stevens, Young, Wilson: Introducing OCTAVE Allegro,
// CMU/SEI-2007-TR-012, 2007. The report itself was not read. The score is from
// secondary copies of two of its pages and of its worksheets, and from public
// code; it is the same in all. The bands of the score and the pools are from
// memory and were not compared with anything. No published example with
// numbers was found: those here are composed.
//
// # Score (step 7)
//
// The organization ranks its impact areas, the most important of n with n, the
// least with 1 (step 1). A threat scenario has an impact on each:
//
//	relative risk score = Σ rank × value,   value high 3, medium 2, low 1
//
// Five areas are in the worksheets: reputation and customer confidence,
// financial, productivity, safety and health, fines and legal penalties; with
// these it is 15 to 45 ([Risk], [Ranking]). The organization may have others
// ([Score]). The score orders the risks of one organization; as a number it
// means nothing, and between two rankings it cannot be compared.
//
// # Pools (step 8), from memory
//
//	probability \ score   30 to 45   16 to 29   0 to 15
//	high                  pool 1     pool 2     pool 2
//	medium                pool 2     pool 2     pool 3
//	low                   pool 3     pool 3     pool 4
//
// Pool 1 is to mitigate, pool 2 to mitigate or defer, pool 3 to defer or
// accept, pool 4 to accept. Of the lowest band only the score of 15 can be.
// The pools are for five areas.
package octave

// version is the year of the publication.
const version = "2007"
