package ssvc

// deployer has the priority by exploitation, exposure, automatable and human
// impact.
var deployer = [3][3][2][4]Priority{
	{ // exploitation: none
		{{Defer, Defer, Scheduled, Scheduled}, {Defer, Scheduled, Scheduled, Scheduled}},          // exposure: small
		{{Defer, Scheduled, Scheduled, Scheduled}, {Scheduled, Scheduled, Scheduled, Scheduled}},  // exposure: controlled
		{{Defer, Scheduled, Scheduled, Scheduled}, {Scheduled, Scheduled, Scheduled, OutOfCycle}}, // exposure: open
	},
	{ // exploitation: public poc
		{{Defer, Scheduled, Scheduled, Scheduled}, {Scheduled, Scheduled, Scheduled, Scheduled}},        // exposure: small
		{{Defer, Scheduled, Scheduled, Scheduled}, {Scheduled, Scheduled, Scheduled, OutOfCycle}},       // exposure: controlled
		{{Scheduled, Scheduled, Scheduled, OutOfCycle}, {Scheduled, Scheduled, OutOfCycle, OutOfCycle}}, // exposure: open
	},
	{ // exploitation: active
		{{Scheduled, Scheduled, OutOfCycle, OutOfCycle}, {Scheduled, OutOfCycle, OutOfCycle, OutOfCycle}},  // exposure: small
		{{Scheduled, Scheduled, OutOfCycle, OutOfCycle}, {OutOfCycle, OutOfCycle, OutOfCycle, OutOfCycle}}, // exposure: controlled
		{{Scheduled, OutOfCycle, OutOfCycle, Immediate}, {OutOfCycle, OutOfCycle, Immediate, Immediate}},   // exposure: open
	},
}

// humanImpact has the human impact by safety (row) and mission (column).
var humanImpact = [4][4]HumanImpact{
	{LowImpact, LowImpact, MediumImpact, VeryHighImpact},             // safety: negligible
	{LowImpact, LowImpact, MediumImpact, VeryHighImpact},             // safety: marginal
	{MediumImpact, HighImpact, HighImpact, VeryHighImpact},           // safety: critical
	{VeryHighImpact, VeryHighImpact, VeryHighImpact, VeryHighImpact}, // safety: catastrophic
}
