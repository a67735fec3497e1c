package fold

import (
	"regexp"
	"strings"
)

// lastNumber is the last number of a version that has more than one.
var lastNumber = regexp.MustCompile(`^(v?\d+\.(?:\d+\.)*)\d+`)

// nextNumber stands for the numbers of releases to come.
const nextNumber = "99"

// tomorrow returns tags that do not exist yet: those of today with a higher
// last number in their version. They have the same class, unless two tags of
// today disagree. With them, a pattern that names today's patch release is
// worth less than one that will match the next.
func tomorrow(tags []Tag) []Tag {
	classes := map[string]int{}
	for _, t := range tags {
		classes[t.Name] = t.Class
	}
	var names []string
	next := map[string]int{}
	for _, t := range tags {
		m := lastNumber.FindStringSubmatch(t.Name)
		if !t.Current || m == nil || t.Class == Unknown {
			continue
		}
		name := m[1] + nextNumber + strings.TrimPrefix(t.Name, m[0])
		if _, exists := classes[name]; exists {
			continue
		}
		if class, seen := next[name]; !seen {
			names = append(names, name)
			next[name] = t.Class
		} else if class != t.Class {
			next[name] = Unknown
		}
	}
	var all []Tag
	for _, name := range names {
		if next[name] != Unknown {
			all = append(all, Tag{name, next[name], true})
		}
	}
	return all
}
