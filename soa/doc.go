// Package soa derives the Statement of Applicability (ISO/IEC 27001:2022,
// clause 6.1.3 d) from the records of a management system.
package soa
