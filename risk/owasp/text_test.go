package owasp_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/owasp"
)

const likelihood = "skill-level=5, motive=2, opportunity=7, size=1, " +
	"ease-of-discovery=3, ease-of-exploit=6, awareness=9, intrusion-detection=2"

func TestText(t *testing.T) {
	full := of([16]owasp.Score{5, 2, 7, 1, 3, 6, 9, 2, 9, 7, 5, 8, 1, 2, 1, 5})
	noBusiness, noTechnical := full, full
	noBusiness.Business, noTechnical.Technical = nil, nil
	for name, x := range map[string]owasp.Assessment{
		"both": full, "technical": noBusiness, "business": noTechnical, "none": {},
	} {
		t.Run(name, func(t *testing.T) {
			src, err := json.Marshal(x)
			require.NoError(t, err)
			back := of([16]owasp.Score{})
			require.NoError(t, json.Unmarshal(src, &back))
			require.Equal(t, x, back)
		})
	}
	require.Len(t, full.Inputs(), 16)
	require.Len(t, noBusiness.Inputs(), 12)
}

func TestTextOfLabels(t *testing.T) {
	var x owasp.Assessment
	require.NoError(t, x.UnmarshalText([]byte("skill-level=advanced computer user, motive=2, opportunity=0, size=developers; system administrators, "+
		"ease-of-discovery=difficult, ease-of-exploit=easy, awareness=hidden, intrusion-detection=not logged, "+
		"financial-damage=bankruptcy, reputation-damage=0, non-compliance=9, privacy-violation=millions")))
	require.Equal(t, owasp.Assessment{
		ThreatAgent:   owasp.ThreatAgent{SkillLevel: 5, Motive: 2, Size: 2},
		Vulnerability: owasp.Vulnerability{EaseOfDiscovery: 3, EaseOfExploit: 5, Awareness: 4, IntrusionDetection: 9},
		Business:      &owasp.BusinessImpact{FinancialDamage: 9, NonCompliance: 9, PrivacyViolation: 9},
	}, x)
}

func TestTextRefuses(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no impact":                {likelihood, "is missing"},
		"a part of an impact":      {likelihood + ", financial-damage=1", `factor "reputation-damage": is missing`},
		"a part of the likelihood": {"skill-level=1, financial-damage=1, reputation-damage=1, non-compliance=1, privacy-violation=1", `factor "motive": is missing`},
		"a score off the scale":    {likelihood + ", financial-damage=10", `factor "financial-damage": got "10"`},
		"a factor that is none":    {likelihood + ", damage=1", `factor "damage": is not of this method`},
		"no text form":             {"5,2,7,1", "at byte 0"},
	} {
		t.Run(name, func(t *testing.T) {
			x := owasp.Assessment{ThreatAgent: owasp.ThreatAgent{Size: 4}}
			before := x
			require.ErrorContains(t, x.UnmarshalText([]byte(c.text)), c.want)
			require.Equal(t, before, x, "left as it was")
		})
	}
}

func TestWords(t *testing.T) {
	var l owasp.Level
	require.EqualError(t, l.UnmarshalText([]byte("HIGH")), `owasp: level: got "HIGH", want one of low, medium, high; did you mean "high"?`)
	var s owasp.Severity
	require.EqualError(t, s.UnmarshalText([]byte("hi")), `owasp: severity: got "hi", want one of note, low, medium, high, critical`)
	require.NoError(t, s.UnmarshalText([]byte("critical")))
	require.Equal(t, owasp.SeverityCritical, s)
	_, err := owasp.Severity(6).MarshalText()
	require.Error(t, err)
}

func FuzzAssessment(f *testing.F) {
	f.Add(likelihood + ", loss-of-confidentiality=9, loss-of-integrity=7, loss-of-availability=5, loss-of-accountability=8")
	f.Add(likelihood + ", financial-damage=bankruptcy, reputation-damage=0, non-compliance=9, privacy-violation=5")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		var x owasp.Assessment
		if x.UnmarshalText([]byte(text)) != nil {
			return
		}
		again, err := x.MarshalText()
		require.NoError(t, err)
		var back owasp.Assessment
		require.NoError(t, back.UnmarshalText(again))
		require.Equal(t, x, back)
		if len(again) == 0 {
			return
		}
		r, err := x.Rate()
		require.NoError(t, err)
		require.NotZero(t, r.Severity)
	})
}
