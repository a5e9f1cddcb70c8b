package report_test

import (
	"fmt"
	"os"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/risk/simple"
)

// shop is an ISMS with two risks, as a person writes it.
const shop = `
id: shop
schemaVersion: 1
title: Corner Shop
persons: [{id: ada, name: Ada Hall}]
risks:
  - id: R-1
    title: The till is hacked
    consequences: [{property: integrity}]
    owners: [{who: person/ada}]
    assessments:
      - {stage: current, on: 2026-05-04, method: iso27005/qualitative, inputs: {likelihood: likely, consequence: critical}}
      - {stage: residual, on: 2026-05-04, method: iso27005/qualitative, inputs: {likelihood: unlikely, consequence: critical}, presumes: [T-1]}
  - id: R-2
    title: A pipe bursts over the server
treatments:
  - {id: T-1, title: Update the till, risks: [R-1], option: modify, controls: [{control: A.8.8}]}
actions:
  - {id: A-1, title: Ask the vendor, for: [treatment/T-1], owner: person/ada, due: 2026-06-30}
`

// view sees the shop as of a date.
func view(on string) *isms.View {
	sys, err := yaml.Decode("shop.yaml", []byte(shop))
	if err != nil {
		fmt.Println(err)
	}
	at, err := isms.ParseDate(on)
	if err != nil {
		fmt.Println(err)
	}
	v, err := isms.At(sys, at, methods.All())
	if err != nil {
		fmt.Println(err)
	}
	return v
}

func ExampleRegister() {
	d := report.Register(view("2026-06-15"))
	d.Blocks = d.Blocks[:2] // without the part on how to read it
	if err := markdown.Write(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Risk register
	//
	// Corner Shop
	//
	// - **Management system**: shop
	// - **As of**: 2026-06-15
	// - **Risk method**: ISO/IEC 27005:2022, qualitative example (iso27005/qualitative@2022)
	//
	// * **Open risks**: 2
	// * **By current level**: 1 high
	// * **Without a level**: 1
	// * **Neither treated nor accepted**: 1
	//
	// **Risks**
	//
	// | ID | Risk | Risk owner | Harms | Likelihood × consequence | Current level | Treatment | Expected residual level | Acceptance |
	// | --- | --- | --- | --- | --- | --- | --- | --- | --- |
	// | **Open** |  |  |  |  |  |  |  |  |
	// | R-1 | The till is hacked | Ada Hall | integrity | likely × critical | high<br><em>2026-05-04</em> | modify<br><em>T-1 Update the till</em> | low<br><em>2026-05-04; presumes T-1</em> | none |
	// | R-2 | A pipe bursts over the server | △ nobody |  |  | △ not assessed | △ none |  |  |
	//
	// ---
	//
	// Corner Shop · Risk register · as of 2026-06-15
}

func ExampleTreatmentPlan() {
	d := report.TreatmentPlan(view("2026-07-01"))
	d.Blocks = d.Blocks[:len(d.Blocks)-1] // without the part on how to read it
	if err := markdown.Write(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Risk treatment plan
	//
	// Corner Shop
	//
	// - **Management system**: shop
	// - **As of**: 2026-07-01
	// - **Risk method**: ISO/IEC 27005:2022, qualitative example (iso27005/qualitative@2022)
	//
	// > △ **1 open risk neither treated nor accepted**
	// >
	// > - R-2 A pipe bursts over the server
	//
	// **Treatments in force**
	//
	// | ID | Treatment | Option | Risks: current → expected level | Risk owners | Controls | Actions | Progress | Plan |
	// | --- | --- | --- | --- | --- | --- | --- | --- | --- |
	// | <a id="treatment/T-1"></a>T-1 | Update the till | modify | **R-1** The till is hacked: high → low | Ada Hall | **A.8.8** Management of technical vulnerabilities: no own control realizes it | [A-1](#action/A-1) Ask the vendor, due 2026-06-30 | ✗ overdue | △ in no plan |
	//
	// **Approvals**
	//
	// No version of a risk treatment plan is recorded.
	//
	// **Actions**
	//
	// | ID | Action | For | Responsible | Resources | Due | Status | How the effect is evaluated |
	// | --- | --- | --- | --- | --- | --- | --- | --- |
	// | <a id="action/A-1"></a>A-1 | Ask the vendor | [T-1 Update the till](#treatment/T-1) | Ada Hall |  | 2026-06-30 | ✗ overdue |  |
	//
	// ---
	//
	// Corner Shop · Risk treatment plan · as of 2026-07-01
}

func ExampleHeatMap() {
	d, err := report.HeatMap(view("2026-06-15"))
	if err != nil {
		fmt.Println(err)
	}
	d.Blocks = d.Blocks[1:3] // the map, and what is not on it
	if err := markdown.Write(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Risk heat map
	//
	// Corner Shop
	//
	// - **Management system**: shop
	// - **As of**: 2026-06-15
	// - **Risk method**: ISO/IEC 27005:2022, qualitative example (iso27005/qualitative@2022)
	//
	// ## ISO/IEC 27005:2022, qualitative example
	//
	// 1 risk on a matrix of 5 × 5 cells, Likelihood by Consequence: 1 high. A residual rating is stated for 1: 1 to a lower level. Expected after treatment: 1 low.
	//
	// **ISO/IEC 27005:2022, qualitative example, iso27005/qualitative@2022. 1 open risk on no map: R-2.**<br>Heat map of 1 risk, told in words above and in the table below.
	//
	// **The same in words**
	//
	// | Level | Likelihood | Consequence | Risks | After treatment | Which |
	// | --- | --- | --- | --- | --- | --- |
	// | high | likely | critical | 1 | 0 | R-1 |
	// | low | unlikely | critical | 0 | 1 |  |
	//
	// **Open risks on no map**
	//
	// | Risk | Current level | Why |
	// | --- | --- | --- |
	// | R-2 A pipe bursts over the server |  | not assessed |
	//
	// ---
	//
	// Corner Shop · Risk heat map · as of 2026-06-15
}

// A picture for a page of one's own.
func ExampleHeatMaps() {
	for _, m := range report.HeatMaps(view("2026-06-15")) {
		m.Width = 480
		text, err := m.Text() // m.SVG() is the picture
		if err != nil {
			fmt.Println(err)
		}
		fmt.Println(m.Description)
		fmt.Println(text)
	}
	// Output:
	// ISO/IEC 27005:2022, qualitative example, iso27005/qualitative@2022. 1 open risk on no map: R-2.
	// Risk heat map
	//
	// 1 risk on a matrix of 5 × 5 cells, Likelihood by Consequence: 1 high. A residual rating is stated for 1: 1 to a lower level. Expected after treatment: 1 low.
	//
	// likely × critical (high): 1 risk
	// - R-1 The till is hacked → unlikely × critical (low)
}

// Two methods on the risks of a view: the first rates what was judged, the second
// what a translation makes of it.
func ExampleComparison() {
	matrix, formula := iso27005.Qualitative(), simple.Product.Method()
	c, err := compare.Methods(report.Judged(view("2026-06-15")), matrix, formula, risk.Translation{
		From: matrix.Ref(), To: formula.Ref(),
		Factors: []risk.TranslatedFactor{{Factor: "likelihood", Of: "likelihood"}, {Factor: "impact", Of: "consequence"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := report.Comparison(c, matrix, formula)
	fmt.Println(d.Title, err)
	for _, r := range c.Rows {
		fmt.Println(r.ID, r.A.Rank, r.A.Level(), r.B.Rank, r.B.Level())
	}
	for _, l := range c.Left {
		fmt.Println(l.ID, l.Reason)
	}
	// Output:
	// Comparison of methods <nil>
	// R-1 1 high 1 12
	// R-2 no inputs for iso27005/qualitative@2022 or simple/product@1 are recorded
}
