package owasp

import (
	"strconv"

	"github.com/ismskit/ismskit/risk"
)

// options are the labels of the scores of a factor, "" where the publication
// has none for a number.
type options [most + 1]string

type factor struct {
	id, title string
	options   options
}

// The places of the groups in the list of factors.
const (
	threatAgent, vulnerability = 0, 4
	technical, business        = 8, 12
	all                        = 16
)

var factors = [all]factor{
	{"skill-level", "Skill level", options{
		1: "no technical skills", 3: "some technical skills", 5: "advanced computer user",
		6: "network and programming skills", 9: "security penetration skills",
	}},
	{"motive", "Motive", options{1: "low or no reward", 4: "possible reward", 9: "high reward"}},
	{"opportunity", "Opportunity", options{
		0: "full access or expensive resources required", 4: "special access or resources required",
		7: "some access or resources required", 9: "no access or resources required",
	}},
	{"size", "Size", options{
		2: "developers; system administrators", 4: "intranet users", 5: "partners",
		6: "authenticated users", 9: "anonymous internet users",
	}},
	{"ease-of-discovery", "Ease of discovery", options{
		1: "practically impossible", 3: "difficult", 7: "easy", 9: "automated tools available",
	}},
	{"ease-of-exploit", "Ease of exploit", options{
		1: "theoretical", 3: "difficult", 5: "easy", 9: "automated tools available",
	}},
	{"awareness", "Awareness", options{1: "unknown", 4: "hidden", 6: "obvious", 9: "public knowledge"}},
	{"intrusion-detection", "Intrusion detection", options{
		1: "active detection in application", 3: "logged and reviewed", 8: "logged without review", 9: "not logged",
	}},
	{"loss-of-confidentiality", "Loss of confidentiality", options{
		2: "minimal non-sensitive data", 6: "minimal critical data; extensive non-sensitive data",
		7: "extensive critical data", 9: "all data",
	}},
	{"loss-of-integrity", "Loss of integrity", options{
		1: "minimal slightly corrupt", 3: "minimal seriously corrupt", 5: "extensive slightly corrupt",
		7: "extensive seriously corrupt", 9: "all totally corrupt",
	}},
	{"loss-of-availability", "Loss of availability", options{
		1: "minimal secondary services", 5: "minimal primary services; extensive secondary services",
		7: "extensive primary services", 9: "all services lost",
	}},
	{"loss-of-accountability", "Loss of accountability", options{
		1: "fully traceable", 7: "possibly traceable", 9: "completely anonymous",
	}},
	{"financial-damage", "Financial damage", options{
		1: "less than cost to fix", 3: "minor effect on annual profit",
		7: "significant effect on annual profit", 9: "bankruptcy",
	}},
	{"reputation-damage", "Reputation damage", options{
		1: "minimal damage", 4: "loss of major accounts", 5: "loss of goodwill", 9: "brand damage",
	}},
	{"non-compliance", "Non-compliance", options{2: "minor violation", 5: "clear violation", 7: "high-profile violation"}},
	{"privacy-violation", "Privacy violation", options{3: "one individual", 5: "hundreds", 7: "thousands", 9: "millions"}},
}

// scale returns the ten scores; those that are published options have labels.
func (o *options) scale() risk.Scale {
	s := risk.Scale{Levels: make([]risk.Level, len(o))}
	for n, label := range o {
		s.Levels[n] = risk.Level{ID: strconv.Itoa(n), Label: label, Value: new(float64(n))}
	}
	return s
}

// ids returns the ids of the factors of one or more groups.
func ids(from, to int) []string {
	list := make([]string, 0, to-from)
	for _, f := range factors[from:to] {
		list = append(list, f.id)
	}
	return list
}
