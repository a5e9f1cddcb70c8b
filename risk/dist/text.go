package dist

import "strings"

// The writers of the text form. A distribution is
//
//	call("pert", num("min", d.min), num("mode", d.mode), num("max", d.max))
//
// with the parameters in the order of the table of families; those that are
// left out are empty strings.

// call returns name(argument, argument, …).
func call(name string, arguments ...string) string {
	given := arguments[:0]
	for _, a := range arguments {
		if a != "" {
			given = append(given, a)
		}
	}
	return name + "(" + strings.Join(given, ", ") + ")"
}

// num returns name=x.
func num(name string, x float64) string { return name + "=" + number(x) }

// nums returns name=[x, y, …].
func nums(name string, xs []float64) string {
	words := make([]string, len(xs))
	for i, x := range xs {
		words[i] = number(x)
	}
	return name + "=[" + strings.Join(words, ", ") + "]"
}

// sub returns name=distribution.
func sub(name string, d interface{ String() string }) string { return name + "=" + d.String() }

// subs returns name=[distribution, distribution, …].
func subs(name string, ds []Dist) string {
	words := make([]string, len(ds))
	for i, d := range ds {
		words[i] = d.String()
	}
	return name + "=[" + strings.Join(words, ", ") + "]"
}
