package oracle

import "strings"

// Shrink drops lines as long as the two sides still differ.
func Shrink(dockerfile string, images Registry) string {
	return shrink(dockerfile, func(s string) bool { return len(Compare([]byte(s), images).Differences) > 0 })
}

func shrink(dockerfile string, bad func(string) bool) string {
	lines := strings.SplitAfter(dockerfile, "\n")
	for size := len(lines) / 2; size > 0; size /= 2 {
		for i := 0; i+size <= len(lines); {
			without := append(append([]string(nil), lines[:i]...), lines[i+size:]...)
			if bad(strings.Join(without, "")) {
				lines = without
				continue
			}
			i++
		}
	}
	return strings.Join(lines, "")
}
