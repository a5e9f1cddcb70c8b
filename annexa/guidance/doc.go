// Package guidance says what to do about each control of Annex A of ISO/IEC
// 27001:2022 and each clause from 4 to 10: why, which steps, what to show, what
// an auditor asks, how it goes wrong, what to measure, what a cloud provider
// takes over, whether it can be left out, and what is the least that convinces
// for 15, 60 and 500 persons.
//
//	item, ok := guidance.Of(ref)
//	for _, step := range item.Steps { … }
//
// # Whose words
//
// Every sentence is our own, written from practice. It is advice, not the
// standard: what a control or a clause asks is said in the standard alone, and
// following the advice fulfills no requirement by itself. The texts have not
// been compared with the licensed text of ISO/IEC 27001 or 27002.
//
// # Addresses
//
// Every step, piece of evidence, question, pitfall and metric has a permanent
// address, "A.8.13/S2": products hang tasks, translations and results on it.
// An address is never given to another part; one that falls away is not used
// again. Revision counts the issues of an item's texts.
package guidance
