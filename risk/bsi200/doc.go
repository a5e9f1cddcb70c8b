// Package bsi200 has the risk matrices of BSI-Standard 200-3 and the protection
// needs of BSI-Standard 200-2, of the German Federal Office for Information
// Security (BSI).
//
// # Words
//
// The standards are German, and so are the words that go into records: the ids
// of levels, the text form of every type. The English words are labels, our own
// translation; whoever types one as an input is understood. Names in Go are
// English, each with its German word beside it. Umlauts are single letters
// (NFC): an "a" followed by a combining diaeresis is another word.
//
// # Risk
//
// [Hazard] and [Matrix] are the matrix of 200-3, chapter 5, for one hazard to
// one target object:
//
//	damage \ frequency   selten   mittel  häufig     sehr häufig
//	existenzbedrohend    mittel   hoch    sehr hoch  sehr hoch
//	beträchtlich         mittel   mittel  hoch       sehr hoch
//	begrenzt             gering   gering  mittel     hoch
//	vernachlässigbar     gering   gering  gering     gering
//
// The frequencies are every five years at most; from there to once a year; from
// there to once a month; several times a month. The standard does not say to
// which of two categories their boundary belongs. The damages are for the
// organization to define.
//
// [Graded] and [MatrixChapter9] are the other matrix the standard prints, with
// the same four words on both axes. It is symmetric:
//
//	damage \ frequency   niedrig  mittel  hoch       sehr hoch
//	sehr hoch            mittel   hoch    sehr hoch  sehr hoch
//	hoch                 mittel   mittel  hoch       sehr hoch
//	mittel               niedrig  mittel  mittel     hoch
//	niedrig              niedrig  niedrig mittel     mittel
//
// An organization may define categories of its own; the standard advises five
// at most on each axis. Such a matrix is a [risk.Method] like any other.
//
// [Treated] judges a hazard before and after a measure, under one of the four
// treatments A avoid, B reduce, C transfer, D accept.
//
// # Protection need
//
// [Determine] gives each object of a graph of dependencies its protection need,
// normal, hoch or sehr hoch, for confidentiality, integrity and availability:
// the highest of its own and of those that depend on it (maximum principle).
// That several needs meet in one object may raise it (cumulation), that it
// carries only a part may lower it (distribution). Both are decisions of
// persons: an [Override] has its reason, and the computed need stays beside it.
//
// # Certainty
//
// Both matrices, the categories and the treatments were read in the PDF of
// BSI-Standard 200-3; maximum principle, cumulation and distribution in lesson
// 4.3 of the BSI's online course on 200-2, not in 200-2 itself. Version 1.0 of
// 2017 is the one edition we know of each; the number was not written down when
// they were read. That an object passes on what holds after an override, and
// that a circle of dependencies is refused, is our reading.
//
// # What other tools do
//
// Some multiply two ranks and put the product in bands. No bands of products or
// sums give the matrix of chapter 5, in which the rare ruin is a greater risk
// than the frequent trifle; that of chapter 9 is one of sums, and of products.
// Others keep the overridden need and forget what it was computed to be.
//
//nolint:dupword // a table says a word twice
package bsi200
