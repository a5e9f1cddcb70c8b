package cvss_test

import (
	"errors"
	"testing"

	gocvss31 "github.com/pandatix/go-cvss/31"
	gocvss40 "github.com/pandatix/go-cvss/40"

	"github.com/ismskit/ismskit/risk/cvss"
)

// FuzzParse holds that a vector is either refused with places within it, or
// read, written back and scored; and that the library that scores agrees on
// which are vectors.
func FuzzParse(f *testing.F) {
	f.Add(base31)
	f.Add(base40)
	f.Add(base31 + "/E:P/RL:T/RC:C/CR:H/MAV:A/MS:C")
	f.Add(base40 + "/E:U/CR:L/MSI:S/MSA:S/S:P/AU:Y/U:Amber")
	f.Add("CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/SC:N/VI:H/SI:N/VA:H/SA:N")
	f.Add("AV:N/AC:L/Au:N/C:P/I:P/A:P")
	f.Add("CVSS:3.1//E:\x00é")
	f.Fuzz(func(t *testing.T, s string) {
		v, err := cvss.Parse(s)
		_, err31 := gocvss31.ParseVector(s)
		_, err40 := gocvss40.ParseVector(s)
		if known := err31 == nil || err40 == nil; known != (err == nil) && len(s) <= 1024 {
			t.Fatalf("%q: got %v; go-cvss: %v, %v", s, err, err31, err40)
		}
		if err != nil {
			refused(t, s, v, err)
			return
		}
		again, err := cvss.Parse(v.String())
		if err != nil || again != v {
			t.Fatalf("%q: got %q, %v", s, again, err)
		}
		for _, score := range v.Scores() {
			if !(score.Value >= 0 && score.Value <= 10) || score.Severity == 0 {
				t.Fatalf("%q: got %v", s, score)
			}
		}
		if e := v.Explain(); len(e.Metrics) < 8 || e.String() == "" {
			t.Fatalf("%q: got %v", s, e)
		}
	})
}

func refused(t *testing.T, s string, v cvss.Vector, err error) {
	t.Helper()
	list, ok := errors.AsType[cvss.VectorErrors](err)
	if !ok || len(list) == 0 || !v.IsZero() {
		t.Fatalf("%q: got %v, %v", s, v, err)
	}
	for _, e := range list {
		if e.Offset < 0 || e.Offset > len(s) || e.Want == "" || e.What == "" {
			t.Fatalf("%q: got %+v", s, e)
		}
	}
}

// FuzzWords holds that each enumeration reads back what it writes.
func FuzzWords(f *testing.F) {
	for _, word := range []string{"", "3.1", "base", "critical", "Critical", "zz"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		var (
			version  cvss.Version
			group    cvss.Group
			severity cvss.Severity
		)
		for _, e := range []interface {
			UnmarshalText(text []byte) error
			MarshalText() ([]byte, error)
		}{&version, &group, &severity} {
			if e.UnmarshalText([]byte(word)) != nil {
				continue
			}
			if text, err := e.MarshalText(); err != nil || string(text) != word {
				t.Fatalf("%q: got %q, %v", word, text, err)
			}
		}
	})
}
