// Package report writes what the records say as documents for people: the risk
// register, the risk treatment plan (ISO/IEC 27001:2022, 6.1.3 e) and the heat
// map. Each is a docinfo.Document, which the encoders of package docinfo turn
// into HTML, Markdown or CSV.
//
//	for _, d := range []docinfo.Document{report.Register(view), report.TreatmentPlan(view)} {
//		err := html.Write(w, d)
//	}
//
// Everything is seen as of the date of the view. Risks rated by different
// methods share a register, where each level names its method; they never share
// a heat map.
package report
