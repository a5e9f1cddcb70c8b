// Package isms is the domain model of an information security management
// system by ISO/IEC 27001:2022: its records, clause by clause, and the view
// through which everything above reads them.
//
// # Five ideas
//
//   - Facts have dates, decisions have reasons. What changes over time is a list
//     of dated facts: the state of a [Control], the assessments of a [Risk], the
//     holders of a [Role]. Whatever is derived is derived as of a day.
//   - A record points at what it is about, and only in one direction. Reverse
//     links are derived ([Source].Into), never stored twice.
//   - Three things are called control. The reference is annexa.ControlRef, the
//     organization's own is [Control], which realizes references fully or in
//     part, and the decision about a reference in a scope is [Applicability].
//   - Defects are data. [Validate] asks whether records can be read and computed
//     with. Whether an auditor would object is asked by package audit. A record
//     that breaks a requirement of the standard is a valid record and a finding:
//     a real ISMS always loads.
//   - A level belongs to the method and version that an [Assessment] names. A
//     method may change; what was assessed by the old one stays.
//
// # From records to a view
//
// A person writes one document, in YAML (package yaml) or JSON ([Decode]). A
// vendor fills the same types from its database, or implements [Source] over it
// and converts nothing. [At] makes a [View] of either: as of a date, validated,
// indexed, methods resolved, safe for concurrent use. Packages soa, audit and
// report take the View.
//
//	view, err := isms.At(source, on, methods.All())
//
// A product that saves one record at a time asks [ValidateRecord], which reads
// only what that record names. [With] lays a change over a Source without
// saving it.
//
// # What stays
//
// The words of enumerations, the codes of problems and the members of documents
// are a contract: they are added to, never changed or reused. Numbers of
// enumerations are stored nowhere. Every record has a member x for what a
// product adds; nothing of it is lost. Codes, records and fields make the keys
// of problems, so that the same problem tomorrow has the same [Problem.Key].
//
// The records for training, suppliers' reviews, incidents, continuity, metrics,
// internal audits, management reviews and corrective actions (parts of clauses
// 7 to 10) are not there yet.
package isms
