package parser

import (
	"strconv"
	"strings"
)

// Target finds a stage by name, ignoring case, the last of several of one name
// first, or by number from 0; an empty name means the last stage. BuildKit
// itself finds targets by name only.
func (f *File) Target(name string) (*Stage, bool) {
	n := len(f.Stages)
	if name == "" && n > 0 {
		return f.Stages[n-1], true
	}
	for i := n - 1; i >= 0; i-- {
		if strings.EqualFold(f.Stages[i].Name, name) {
			return f.Stages[i], true
		}
	}
	if i, err := strconv.Atoi(name); err == nil && 0 <= i && i < n {
		return f.Stages[i], true
	}
	return nil, false
}
