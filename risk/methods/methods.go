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
	"github.com/ismskit/ismskit/risk/bsi200"
	"github.com/ismskit/ismskit/risk/ebios"
	"github.com/ismskit/ismskit/risk/fair/ordinal"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/magerit"
	"github.com/ismskit/ismskit/risk/monarc"
	"github.com/ismskit/ismskit/risk/nist80030"
	"github.com/ismskit/ismskit/risk/octave"
	"github.com/ismskit/ismskit/risk/owasp"
	"github.com/ismskit/ismskit/risk/simple"
	"github.com/ismskit/ismskit/risk/ssvc"
)

// All returns every method of this library, in the order of their ids. Each
// call returns a list of its own.
func All() risk.Methods {
	return risk.Methods{
		bsi200.Matrix(),
		bsi200.MatrixChapter9(),
		ebios.AdvancedLikelihood(),
		ebios.Pertinence(),
		ebios.RiskMatrix(),
		ebios.ThreatLevel(),
		ordinal.PrimaryRisk(),
		ordinal.ResidualFactor(),
		ordinal.OverallRisks(),
		iso27005.Logarithmic(),
		iso27005.Qualitative(),
		magerit.RiskTable(),
		magerit.Tables(),
		monarc.InformationRisk(monarc.Thresholds{}),
		monarc.OperationalRisk(monarc.Thresholds{}),
		nist80030.AdversarialMethod(),
		nist80030.NonAdversarialMethod(),
		octave.Allegro(),
		owasp.Method(),
		simple.DREADMean(),
		simple.DREADSum(),
		simple.Product.Method(),
		simple.SimpleRisk1.Method(),
		simple.SimpleRisk2.Method(),
		simple.SimpleRisk3.Method(),
		simple.SimpleRisk4.Method(),
		simple.SimpleRisk5.Method(),
		simple.Sum.Method(),
		ssvc.Deployer(),
		ssvc.HumanImpacts(),
		ssvc.Vulnerabilities(),
	}
}
