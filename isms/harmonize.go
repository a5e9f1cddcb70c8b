package isms

import "github.com/ismskit/ismskit/risk"

// Harmonized returns the method whose levels are the common ones for a method in
// use, and the harmonization by which ratings are put in its terms. ok is false
// where none was approved by the date of the view, or none names such a method.
func (v *View) Harmonized(use MethodInUse) (common MethodInUse, h risk.Harmonization, ok bool) {
	recorded := use.Version.Harmonization
	if recorded.To == "" || !recorded.Approval.InForce(v.at) {
		return MethodInUse{}, risk.Harmonization{}, false
	}
	to, err := v.methods.find(recorded.To, use.Version.From)
	if err != nil {
		return MethodInUse{}, risk.Harmonization{}, false
	}
	return to.MethodInUse, recorded.harmonization(use.Method, to.Method), true
}

// harmonization is the record as a value of package risk, with the common method
// in its own terms.
func (h Harmonization) harmonization(method, common risk.Method) risk.Harmonization {
	x, ok := common.Matrix()
	if !ok {
		x = risk.Matrix{Levels: common.Levels}
	}
	m := risk.Mapping{Method: method.Ref(), Levels: mapped(h.Levels), Likelihood: mapped(h.Likelihood), Consequence: mapped(h.Consequence)}
	return risk.Harmonization{Common: x, Methods: []risk.Mapping{m}}
}

func mapped(list []CommonLevel) map[string]string {
	if len(list) == 0 {
		return nil
	}
	all := make(map[string]string, len(list))
	for _, l := range list {
		all[l.Level] = l.Common
	}
	return all
}
