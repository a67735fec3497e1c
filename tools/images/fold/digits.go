package fold

import (
	"slices"
	"strings"
)

// mergeDigits writes patterns that differ in one digit as one, with a range:
// 3.1*, 3.2* and 3.4* as 3.[124]*.
func mergeDigits(patterns []string) []string {
	for {
		groups := map[string][]string{}
		best := ""
		for _, p := range patterns {
			for _, i := range loneDigits(p) {
				key := p[:i] + "\x00" + p[i+1:]
				groups[key] = append(groups[key], p[i:i+1])
				if n := len(groups[key]); n > 1 && (best == "" || n > len(groups[best]) || n == len(groups[best]) && key < best) {
					best = key
				}
			}
		}
		if best == "" {
			slices.Sort(patterns)
			return patterns
		}
		before, after, _ := strings.Cut(best, "\x00")
		patterns = slices.DeleteFunc(patterns, func(p string) bool {
			return len(p) == len(before)+1+len(after) && strings.HasPrefix(p, before) && strings.HasSuffix(p, after) &&
				slices.Contains(groups[best], p[len(before):len(before)+1])
		})
		patterns = append(patterns, before+"["+class(groups[best])+"]"+after)
	}
}

// loneDigits lists the places of digits outside of brackets.
func loneDigits(p string) []int {
	var all []int
	inside := false
	for i, c := range []byte(p) {
		inside = c == '[' || inside && c != ']'
		if !inside && '0' <= c && c <= '9' {
			all = append(all, i)
		}
	}
	return all
}

// class writes digits the way they stand between brackets: 0, 1, 2 and 5 as
// 0-25.
func class(digits []string) string {
	slices.Sort(digits)
	digits = slices.Compact(digits)
	var b strings.Builder
	for i := 0; i < len(digits); {
		end := i
		for end+1 < len(digits) && digits[end+1][0] == digits[end][0]+1 {
			end++
		}
		b.WriteString(digits[i])
		if end-i > 1 {
			b.WriteString("-")
		}
		if end > i {
			b.WriteString(digits[end])
		}
		i = end + 1
	}
	return b.String()
}
