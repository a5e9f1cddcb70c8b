// Package methods lists the methods that this library has.
//
// A program hands the list on, alone or with its own methods:
//
//	list := append(methods.All(), own)
//	m, err := list.Find("iso27005/qualitative@2022")
//
// The list grows. References without version are understood as long as a
// method is listed in one version only, so records name the version.
package methods

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
)

// All returns every method of this library, in the order of their ids. Each
// call returns a list of its own.
func All() risk.Methods {
	return risk.Methods{
		iso27005.Qualitative(),
	}
}
