package dist_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

func TestImplied(t *testing.T) {
	d, err := dist.NewUniform(0, 200)
	require.NoError(t, err)
	require.Equal(t, dist.Implication{
		Text: "uniform(min=0, max=200)", Mean: 100, SD: math.Sqrt(200 * 200 / 12.), Median: 100,
		P1: 2, P5: 10, P95: 190, P99: 198, AboveMean: 0.5,
		Above: []dist.Exceedance{{Value: 150, P: 0.25}, {Value: 300, P: 0}},
	}, dist.Implied(d, 150, 300))
}

func TestImpliedText(t *testing.T) {
	for text, want := range map[string]string{
		"lognormal90(low=20000, high=1000000)": `lognormal(mu=11.8594990552502, sigma=1.1891705563730264)
mean 286,806 (exceeded with 27.6 %), standard deviation 506,024
1 % 8893, 5 % 20,000, median 141,421, 95 % 1,000,000, 99 % 2,248,836
above 5,000,000 with 0.136 %`,
		"pareto(min=0.001, shape=1)": `pareto(min=0.001, shape=1)
mean infinite, standard deviation undefined
1 % 0.00101, 5 % 0.001053, median 0.002, 95 % 0.02, 99 % 0.1
above 5,000,000 with 2e-08 %`,
		"normal(mean=-123456, sd=1e20)": `normal(mean=-123456, sd=1e+20)
mean -123,456 (exceeded with 50 %), standard deviation 1e+20
1 % -2.326e+20, 5 % -1.645e+20, median -123,456, 95 % 1.645e+20, 99 % 2.326e+20
above 5,000,000 with 50 %`,
	} {
		t.Run(text, func(t *testing.T) {
			d, err := dist.Parse(text)
			require.NoError(t, err)
			require.Equal(t, want, dist.Implied(d, 5e6).String())
		})
	}
}
