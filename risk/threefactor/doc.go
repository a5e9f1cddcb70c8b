// Package threefactor makes a method from a table of three factors that an
// organization has on paper: three scales, and a level for every combination.
//
// # The table
//
// Such a table is printed with the first factor down the side and the other two
// across the top, the second in groups of columns, the third within each group.
// [Definition] has it as it is printed; here from the worked example, an
// invented table of a bakery:
//
//	threat           rare                     frequent
//	weakness         closed   open   wide     closed   open   wide
//	value low        1        1      2        1        2      3
//	value medium     1        2      3        2        3      4
//	value high       2        3      4        3        4      5
//
//	Cells: [][]string{
//		{"1", "1", "2", "1", "2", "3"},
//		{"1", "2", "3", "2", "3", "4"},
//		{"2", "3", "4", "3", "4", "5"},
//	}
//
// [Definition.Method] turns that into a [risk.Method], and finds every row that
// is too short and every cell that names no level, by the words of its place.
//
// # Why there is no built-in table
//
// MEHARI and CRAMM combine factors by tables, and no public copy of these
// tables was found that could be trusted. This package therefore has none. Who
// is licensed to use one has it in front of them: write down its three scales and
// its cells, compare the result cell by cell, and rate. The page
// docs/methods/threefactor.md says how, step by step.
//
// A method of three factors can be written in YAML just as well, see package
// risk/yaml; then every combination of the first two factors has a row.
package threefactor
