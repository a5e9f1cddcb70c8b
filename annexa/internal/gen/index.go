package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// slotBits is the logarithm of the number of slots of an index.
const slotBits = 10

// index writes the index of a table with the identifiers, which must ascend, of
// the sheet of a name.
func (s *source) index(name, of string, ids []string) error {
	numbers := make([]string, len(ids))
	for i, id := range ids {
		numbers[i] = number(id)
		if !isNumber(numbers[i]) || i > 0 && !ascend(numbers[i-1], numbers[i]) {
			return fmt.Errorf("gen: %s.tsv: got %q, want numbers from 1 to 99 joined by dots, in natural order, each once", of, id)
		}
	}
	factor, slots := spread(numbers)
	s.line("\n// The index: see slot.")
	s.line("const factor%s = %#x", name, factor)
	s.line("var slots%s = []uint8{", name)
	for slot, row := range slots {
		if row >= 0 {
			s.line("%d: %d, // %s", slot, row, numbers[row])
		}
	}
	if slots[len(slots)-1] < 0 {
		s.line("%d: 0,", len(slots)-1)
	}
	s.end()
	return nil
}

// spread returns a factor by which no two identifiers fall into one slot, and
// the row in each slot, -1 in those that are empty. It tries the same random
// factors each time; one in a few hundred will do.
func spread(numbers []string) (factor uint64, rows []int) {
	for random := rand.NewPCG(0, 0); ; {
		factor := random.Uint64() | 1
		if rows, ok := try(numbers, factor); ok {
			return factor, rows
		}
	}
}

func try(numbers []string, factor uint64) (rows []int, ok bool) {
	rows = make([]int, 1<<slotBits)
	for slot := range rows {
		rows[slot] = -1
	}
	for row, number := range numbers {
		var packed uint64
		for i := range len(number) {
			packed = packed<<8 | uint64(number[i])
		}
		slot := packed * factor >> (64 - slotBits)
		if rows[slot] >= 0 {
			return nil, false
		}
		rows[slot] = row
	}
	return rows, true
}

// number returns an identifier without the name of its annex: "A.5.1" and
// "CLD.5.1" → "5.1".
func number(id string) string {
	return strings.TrimPrefix(strings.TrimPrefix(id, "A."), "CLD.")
}

// isNumber reports whether s is numbers from 1 to 99 joined by dots.
func isNumber(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || n > 99 || strconv.Itoa(n) != part {
			return false
		}
	}
	return true
}

// ascend reports whether the number a comes before b.
func ascend(a, b string) bool {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return len(x[i]) < len(y[i]) || len(x[i]) == len(y[i]) && x[i] < y[i]
		}
	}
	return len(x) < len(y)
}
