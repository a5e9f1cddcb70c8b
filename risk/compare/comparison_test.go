package compare_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/simple"
)

// points adds likelihood and consequence and has a score.
func points() risk.Method {
	scale := func(weight float64) risk.Scale {
		var s risk.Scale
		for i := 1; i <= 5; i++ {
			s.Levels = append(s.Levels, risk.Level{ID: strconv.Itoa(i), Value: new(weight * float64(i))})
		}
		return s
	}
	return risk.Method{
		ID: "acme/points", Version: "1", Formula: risk.Sum,
		Factors: []risk.Factor{{ID: "often", Scale: scale(1)}, {ID: "harm", Scale: scale(2)}},
		Levels:  []risk.Level{{ID: "low"}, {ID: "high", Min: new(9.0)}},
	}
}

func toPoints() risk.Translation {
	return risk.Translation{
		From: iso27005.Qualitative().Ref(), To: points().Ref(),
		Factors: []risk.TranslatedFactor{
			{Factor: "often", Of: "likelihood"},
			{Factor: "harm", Of: "consequence", Levels: map[string]string{"1": "1", "2": "2", "3": "3", "4": "4"}},
		},
	}
}

func judged(t testing.TB, id string, byMethod ...string) compare.Risk {
	t.Helper()
	r := compare.Risk{ID: id}
	for i := 0; i+1 < len(byMethod); i += 2 {
		ref, err := risk.ParseMethodRef(byMethod[i])
		require.NoError(t, err)
		in, err := risk.ParseInputs(byMethod[i+1])
		require.NoError(t, err)
		r.Judged = append(r.Judged, compare.Judgement{Method: ref, Inputs: in})
	}
	return r
}

const (
	iso = "iso27005/qualitative@2022"
	own = "acme/points@1"
)

func TestMethods(t *testing.T) {
	register := []compare.Risk{
		judged(t, "R-1", iso, "likelihood=5, consequence=4"),
		judged(t, "R-2", iso, "likelihood=1, consequence=4", own, "often=5, harm=5"),
		judged(t, "R-3", iso, "likelihood=1, consequence=1"),
		judged(t, "R-4", iso, "likelihood=1, consequence=2"),
		judged(t, "R-5", iso, "likelihood=5, consequence=5"),
		judged(t, "R-6", own, "often=1, harm=1"),
		judged(t, "R-7", iso, "likelihood=5"),
		judged(t, "R-8"),
	}
	c, err := compare.Methods(register, iso27005.Qualitative(), points(), toPoints())
	require.NoError(t, err)
	var rows, left []string
	for _, r := range c.Rows {
		rows = append(rows, fmt.Sprint(r.ID, " ", r.A.Rank, " ", r.A.Level(), " | ", r.B.Rank, " ", r.B.Level(), " ", *r.B.Score, " ", r.B.From, " ", r.Moved()))
	}
	require.Equal(t, []string{
		"R-1 1 very-high | 2 high 13 iso27005/qualitative@2022 -1",
		"R-2 2 low | 1 high 15  1",
		"R-4 3.5 very-low | 3 low 5 iso27005/qualitative@2022 0.5",
		"R-3 3.5 very-low | 4 low 3 iso27005/qualitative@2022 -0.5",
	}, rows)
	for _, l := range c.Left {
		left = append(left, l.ID+" "+l.Method.String()+": "+l.Reason)
	}
	require.Equal(t, []string{
		`R-5 acme/points@1: risk: translation to acme/points@1: level "5" of factor "consequence" has no translation for factor "harm"`,
		"R-6 iso27005/qualitative@2022: inputs are recorded for acme/points@1 alone, and no translation to iso27005/qualitative@2022 was given",
		`R-7 iso27005/qualitative@2022: risk: method iso27005/qualitative@2022: factor "consequence": is missing, want one of 1, 2, 3, 4, 5`,
		"R-8 iso27005/qualitative@2022: no inputs for iso27005/qualitative@2022 or acme/points@1 are recorded",
	}, left)
	require.Len(t, register, len(c.Rows)+len(c.Left), "nothing is dropped")

	movers := c.Movers(3)
	require.Equal(t, []string{"R-1", "R-2", "R-4"}, []string{movers[0].ID, movers[1].ID, movers[2].ID})
	require.Len(t, c.Movers(100), 4)
	require.Empty(t, c.Movers(-1))
	require.Contains(t, movers[0].B.Explanation.Text(), "sum of often 5, harm 4 8 = 13, which is high")
	require.Equal(t, int64(6), c.Tau.Pairs)
	require.Equal(t, int64(1), c.Tau.Discordant)

	text, err := json.Marshal(c)
	require.NoError(t, err)
	var again compare.Comparison
	require.NoError(t, json.Unmarshal(text, &again))
	require.Equal(t, c, again)
}

func TestMethodsRefuses(t *testing.T) {
	broken := points()
	broken.Levels = nil
	wrong := toPoints()
	wrong.Factors = wrong.Factors[:1]
	for name, c := range map[string]struct {
		a, b risk.Method
		by   []risk.Translation
		want string
	}{
		"one method":    {points(), points(), nil, "compare: got method acme/points@1 twice, want two"},
		"problems":      {points(), broken, nil, "compare: got method acme/points@1 twice, want two"},
		"no levels":     {iso27005.Qualitative(), broken, nil, "compare: method acme/points@1: /levels: scale has no level (RM008)"},
		"a translation": {iso27005.Qualitative(), points(), []risk.Translation{wrong}, "compare: translation 0: /factors: factor is not translated, want harm (RT004)"},
		"of others":     {iso27005.Qualitative(), simple.Sum.Method(), []risk.Translation{toPoints()}, "compare: translation 0: /to: translation is of another method: got \"acme/points@1\", want simple/sum@1 (RT001)"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := compare.Methods(nil, c.a, c.b, c.by...)
			require.ErrorContains(t, err, c.want)
		})
	}
	c, err := compare.Methods(nil, iso27005.Qualitative(), points())
	require.NoError(t, err)
	require.Nil(t, c.Tau.Value)
}

func BenchmarkMethods(b *testing.B) {
	var register []compare.Risk
	for i := range 1000 {
		register = append(register, judged(b, "R-"+strconv.Itoa(i), iso, fmt.Sprintf("likelihood=%d, consequence=%d", 1+i%5, 1+i/7%4)))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compare.Methods(register, iso27005.Qualitative(), points(), toPoints()); err != nil {
			b.Fatal(err)
		}
	}
}
