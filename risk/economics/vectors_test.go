package economics_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/economics"
)

// figures are what a worked example expects, by name.
type figures map[string]float64

// example is the inputs of a worked example within its test.
type example struct {
	*testing.T

	inputs map[string]json.RawMessage
}

func (e example) has(name string) bool { return e.inputs[name] != nil }

func (e example) read(name string, to any) {
	e.Helper()
	require.NoError(e, json.Unmarshal(e.inputs[name], to), name)
}

func (e example) f(name string) float64 {
	e.Helper()
	var f float64
	e.read(name, &f)
	return f
}

func (e example) interval() economics.Interval {
	return economics.Interval{Lower: e.f("lb90"), Upper: e.f("ub90")}
}

// must returns a figure, and fails the test where there is none.
func must[T any](t testing.TB) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		require.NoError(t, err)
		return v
	}
}

// TestVectors computes every worked example of testdata/vectors.json to its
// stated tolerance.
func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID        string                     `json:"id"`
			Method    string                     `json:"method"`
			Inputs    map[string]json.RawMessage `json:"inputs"`
			Expected  figures                    `json:"expected"`
			Source    string                     `json:"source"`
			Tolerance float64                    `json:"tolerance"`
		} `json:"vectors"`
	}
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 42)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.NotEmpty(t, v.Source)
			compute := methods[v.Method]
			require.NotNil(t, compute, "no method %q", v.Method)
			in := example{t, v.Inputs}
			got := compute(in)
			require.Len(t, got, len(v.Expected))
			for name, want := range v.Expected {
				tolerance := v.Tolerance
				if name == "share_of_expected_loss" { // stated for z*, in money
					tolerance /= in.f("v") * in.f("loss")
				}
				require.InDelta(t, want, got[name], tolerance, name)
			}
		})
	}
}

// methods computes what a worked example expects, by the method it names.
var methods = map[string]func(in example) figures{
	"ale": func(in example) figures {
		sle := must[float64](in)(economics.SingleLoss{AssetValue: in.f("asset_value"), ExposureFactor: in.f("exposure_factor")}.Expectancy())
		return figures{"sle": sle, "ale": must[float64](in)(economics.AnnualLoss{SLE: sle, ARO: in.f("aro")}.Expectancy())}
	},
	"rosi-absolute": func(in example) figures {
		i := must[economics.Investment](in)(economics.Mitigation{Before: in.f("ale_before"), Share: in.f("mitigation"), Cost: in.f("cost")}.Investment())
		return figures{"ale_after": i.After, "rosi": must[float64](in)(i.Net())}
	},
	"rosi-ratio": func(in example) figures {
		m := economics.Mitigation{Share: in.f("mitigation"), Cost: in.f("cost")}
		if in.has("risk_exposure") {
			m.Before = in.f("risk_exposure")
			i := must[economics.Investment](in)(m.Investment())
			return figures{"rosi": must[float64](in)(i.Ratio())}
		}
		m.Before = must[float64](in)(economics.AnnualLoss{SLE: in.f("sle"), ARO: in.f("aro")}.Expectancy())
		i := must[economics.Investment](in)(m.Investment())
		return figures{"ale": m.Before, "loss_reduction": i.Before - i.After, "rosi": must[float64](in)(i.Ratio())}
	},
	"hubbard-return-on-control": func(in example) figures {
		i := economics.Investment{Before: in.f("loss_reduction"), Cost: in.f("cost")}
		return figures{"return_on_control": must[float64](in)(i.Ratio())}
	},
	"gordon-loeb-class1": func(in example) figures {
		o := must[economics.Optimum](in)(economics.ClassI{
			Vulnerability: in.f("v"), Loss: in.f("loss"), Alpha: in.f("alpha"), Beta: in.f("beta"),
		}.Optimum())
		f := figures{"z_star": o.Investment}
		if o.Investment > 0 {
			f["share_of_expected_loss"] = o.Share
		}
		return f
	},
	"gordon-loeb-class2": func(in example) figures {
		o := must[economics.Optimum](in)(economics.ClassII{Vulnerability: in.f("v"), Loss: in.f("loss"), Alpha: in.f("alpha")}.Optimum())
		return figures{"z_star": o.Investment}
	},
	"gordon-loeb-bound": func(in example) figures {
		bound := must[float64](in)(economics.Stake{Vulnerability: 1, Loss: 100, Externality: in.f("externality_percent") / 100}.Bound())
		return figures{"max_percent_of_private_expected_loss": bound}
	},
	"lognormal-ale": func(in example) figures {
		l := must[economics.LogNormal](in)(in.interval().LogNormal())
		return figures{"ale": must[float64](in)(economics.AnnualLoss{SLE: must[float64](in)(l.Mean()), ARO: in.f("frequency")}.Expectancy())}
	},
	"lognormal-mean": func(in example) figures {
		l := must[economics.LogNormal](in)(in.interval().LogNormal())
		return figures{"mean": must[float64](in)(l.Mean())}
	},
	"hubbard-lognormal-params": func(in example) figures {
		l := must[economics.LogNormal](in)(in.interval().LogNormal())
		return figures{"mean_of_ln": l.Mu, "sd_of_ln": l.Sigma}
	},
	"hubbard-lognormal-quantile": func(in example) figures {
		l := must[economics.LogNormal](in)(in.interval().LogNormal())
		return figures{"loss": must[float64](in)(l.Quantile(1 - in.f("probability_exceed_given_event")))}
	},
	"hubbard-rapid-ael": func(in example) figures {
		return figures{"ael": must[float64](in)(economics.Scenario{Probability: in.f("likelihood"), Loss: in.interval()}.RapidLoss())}
	},
	"risk-tolerance-lognormal": func(in example) figures {
		var p [2][2]float64
		in.read("points", &p)
		l := must[economics.LogNormal](in)(economics.Tolerance{
			Often:  economics.Point{Loss: p[0][0], Exceedance: p[0][1]},
			Seldom: economics.Point{Loss: p[1][0], Exceedance: p[1][1]},
		}.LogNormal())
		return figures{"mu": l.Mu, "sigma": l.Sigma, "exceedance_at_5e6": must[float64](in)(l.Exceedance(5e6))}
	},
	"laplace-rule-of-succession": func(in example) figures {
		s := economics.Succession{Hits: int(in.f("hits")), Observations: int(in.f("observations"))}
		return figures{"probability": must[float64](in)(s.Probability())}
	},
	"control-effective-reduction": func(in example) figures {
		c := economics.Control{Effectiveness: in.f("effectiveness"), Coverage: in.f("coverage"), Reliability: in.f("reliability")}
		return figures{"reduction": must[float64](in)(c.Reduction())}
	},
	"control-series": func(in example) figures {
		s := economics.Series{Frequency: in.f("base_frequency")}
		var reductions []float64
		in.read("reductions", &reductions)
		for _, r := range reductions {
			s.Controls = append(s.Controls, economics.Control{Effectiveness: r, Coverage: 1, Reliability: 1})
		}
		free := must[economics.Residual](in)(s.Residual())
		if !in.has("correlation") {
			return figures{"frequency": free.Frequency, "reduction_percent": free.Reduction * 100}
		}
		tied := must[economics.Residual](in)(s.CorrelatedHeuristic(in.f("correlation")))
		return figures{"frequency_independent": free.Frequency, "frequency_with_crml_dependency": tied.Frequency}
	},
}
