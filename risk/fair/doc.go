// Package fair has the factor tree of Open FAIR (The Open Group: Risk Taxonomy,
// O-RT 3.0.1, and Risk Analysis, O-RA 2.0.1): what is estimated of a loss
// scenario, and how far it is broken down. A tree becomes a scenario of a loss
// model, which package loss computes.
//
//	s, err := fair.Tree{
//		TEF: loss.Fixed(6), TCap: capability, Resistance: resistance, Primary: amount,
//	}.Scenario("phishing")
//	plan, err := loss.Compile(loss.Model{ID: "acme", Scenarios: []loss.Scenario{s}})
//
// # The tree
//
//	lef                          loss events a year
//	├── tef                      threat events a year
//	│   ├── contactFrequency     contacts a year
//	│   └── probabilityOfAction  of a contact to become a threat event
//	└── vulnerability            of a threat event to become a loss event
//	    ├── tCap                 capability of the threat
//	    └── resistance           on the same scale
//	primary                      loss of an event
//	└── primaryForms             its six forms, which add up
//	secondary                    streams of loss that may follow
//	├── slef                     probability, given the loss event
//	└── slm                      loss if it follows
//	    └── forms
//
// A factor is given, or derived from the two below it. What is given and derived
// at once, or half derived, is an error that names the factors; see [Problems].
//
// # What becomes of it
//
// [Tree.Scenario] is event by event: the frequency is the rate of a Poisson
// process, and each event has a loss of its own. [Tree.Product] multiplies one
// value of each factor a year, as many tools do: that has the same mean and is
// no distribution of annual losses.
//
// Frequencies are per year, probabilities from 0 to 1, and amounts in the
// currency of the model. Capability and resistance are on one scale, whichever.
//
// # Same bits
//
// The same tree gives the same bits on every platform.
package fair
