package args

import (
	"iter"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
)

// nearest finds the variable of a container that one may be a slip of: an ENV
// rather than an ARG, of this stage rather than of those it is built on.
func nearest(l *launch.Launch, name string) (launch.Var, bool) {
	var arg launch.Var
	seen := 0
	for p := l; p != nil; p = p.Base.Parent {
		for _, v := range p.Vars() {
			if seen++; seen > nearAmong {
				return launch.Var{}, false
			}
			switch {
			case !near(name, v.Name):
			case v.Env:
				return v, true
			default:
				arg = v
			}
		}
	}
	root := l.Root()
	if i := slices.IndexFunc(root.Config.Env, func(env string) bool { return near(name, env) }); i >= 0 && arg.Name == "" {
		return l.Env(root.Config.Env[i])
	}
	return arg, arg.Name != ""
}

// near reports whether one edit makes one name of another: a letter more, less
// or another, two that are swapped, or upper and lower case. Names that number
// things, PORT1 and PORT2, are not near, nor are very short ones.
func near(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b || len(a) < shortest {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case strings.EqualFold(a, b):
		return true
	case isDigit(b[i]) || i < len(a) && isDigit(a[i]):
		return false
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	}
	return a[i+1:] == b[i+1:] || swapped(a[i:], b[i:])
}

// swapped reports whether two texts of one length differ in their first two
// bytes, which have changed places.
func swapped(a, b string) bool {
	return len(a) > 1 && a[0] == b[1] && a[1] == b[0] && a[2:] == b[2:]
}

// shortest is how long names must be to be told from slips of each other.
const shortest = 4

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// words are the names in a text, wherever they stand.
func words(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(r rune) bool { return !inName(r) })
}

// wordCounts counts them.
func wordCounts(text []byte) map[string]int {
	count := map[string]int{}
	for word := range words(string(text)) {
		count[word]++
	}
	return count
}
