package report_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/simple"
)

// product puts what was judged by the qualitative example in numbers.
func product() risk.Translation {
	return risk.Translation{
		From: iso27005.Qualitative().Ref(), To: simple.Product.Method().Ref(),
		Factors: []risk.TranslatedFactor{{Factor: "likelihood", Of: "likelihood"}, {Factor: "impact", Of: "consequence"}},
	}
}

func TestComparison(t *testing.T) {
	a, b := iso27005.Qualitative(), simple.Product.Method()
	v := viewAt(t, sample(t), at)
	register := report.Judged(v)
	c, err := compare.Methods(register, a, b, product())
	require.NoError(t, err)
	require.Len(t, register, len(c.Rows)+len(c.Left), "no open risk is dropped")
	d, err := report.Comparison(c, a, b)
	require.NoError(t, err)
	require.NoError(t, d.Validate())
	var md, page bytes.Buffer
	require.NoError(t, markdown.Write(&md, d))
	golden.Equal(t, "method-comparison.md", md.Bytes())
	require.NoError(t, html.Write(&page, d))
	require.Contains(t, page.String(), "Slope chart of ")

	_, err = report.Comparison(c, b, a)
	require.EqualError(t, err, "report: comparison: got methods simple/product@1 and iso27005/qualitative@2022, want iso27005/qualitative@2022 and simple/product@1")
}

func TestComparisonOfNothing(t *testing.T) {
	a, b := iso27005.Qualitative(), simple.Product.Method()
	c, err := compare.Methods(nil, a, b)
	require.NoError(t, err)
	d, err := report.Comparison(c, a, b)
	require.NoError(t, err)
	require.NoError(t, d.Validate())
}

// TestComparisonOfMany draws those that move most; none is a picture too.
func TestComparisonOfMany(t *testing.T) {
	a, b := iso27005.Qualitative(), simple.Product.Method()
	for name, step := range map[string]int{"all move": 1, "none moves": 0} {
		t.Run(name, func(t *testing.T) {
			var register []compare.Risk
			for i := range 300 {
				in := risk.Inputs{"likelihood": fmt.Sprint(1 + i*step%5), "consequence": fmt.Sprint(1 + i*step/5%5)}
				register = append(register, compare.Risk{ID: fmt.Sprint("R-", i), Judged: []compare.Judgement{{Method: a.Ref(), Inputs: in}}})
			}
			c, err := compare.Methods(register, a, b, product())
			require.NoError(t, err)
			d, err := report.Comparison(c, a, b)
			require.NoError(t, err)
			require.NoError(t, d.Validate())
			drawn := 0
			for _, block := range d.Blocks {
				if f, ok := block.(docinfo.Figure); ok {
					drawn++
					require.Equal(t, "The 100 of 300 risks that move most.", f.Caption)
				}
			}
			require.Equal(t, step, drawn)
		})
	}
}

func TestJudged(t *testing.T) {
	sys := rated(t, isms.Assessment{Method: "iso27005/qualitative@2022", Inputs: inputs("1", "1")})
	as := &sys.Risks[0].Assessments
	*as = append(*as,
		isms.Assessment{Stage: isms.Current, On: day(t, "2026-01-01"), Method: "iso27005/qualitative@2022", Inputs: inputs("2", "2")},
		isms.Assessment{Stage: isms.Current, On: day(t, "2026-01-01"), Method: "simple/product@1", Inputs: risk.Inputs{"likelihood": "3", "impact": "3"}},
		isms.Assessment{Stage: isms.Current, On: day(t, "2026-12-01"), Method: "simple/product@1", Inputs: risk.Inputs{"likelihood": "4", "impact": "4"}},
		isms.Assessment{Stage: isms.Inherent, On: day(t, "2026-01-01"), Method: "simple/sum@1", Inputs: risk.Inputs{"likelihood": "4", "impact": "4"}},
	)
	require.Equal(t, []compare.Risk{{ID: "R-1", Judged: []compare.Judgement{
		{Method: simple.Product.Method().Ref(), Inputs: risk.Inputs{"likelihood": "3", "impact": "3"}},
		{Method: iso27005.Qualitative().Ref(), Inputs: inputs("1", "1")},
	}}}, report.Judged(viewAt(t, sys, at)))
}
