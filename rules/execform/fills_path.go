package execform

import (
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
)

// manyFiles is cp, mv, ln or install with a folder or a pattern, or for what
// find or xargs lists. What a pipe or a loop hands on is a variable.
var manyFiles = lazyregexp.New(`(^|[\s;&|(])(cp|rsync)\s+(-\S+\s+)*-\w*[aRr]|(^|[\s;&|(])(cp|mv|ln|install|rsync)\s[^;&|]*([*?$]|\{\})|xargs\s.*(cp|mv|ln|install)\s`)

// pathFolder is a folder of PATH, or one that those are in, as a whole word.
var pathFolder = lazyregexp.New(`[\s="'](/usr/local|(/usr(/local)?)?/s?bin|/usr|/)/?["']?([\s;&|)\\]|$)`)

var inPathFolder = lazyregexp.New(`\bcd\s+["']?(/usr(/local)?)?/s?bin\b`)

// fillsPath reports whether a text for a shell copies, moves or links many files
// to a folder of PATH: which ones come there is not known.
func fillsPath(text string) bool {
	if !strings.Contains(text, "bin") && !strings.Contains(text, "/usr") {
		return false
	}
	for part := range strings.SplitSeq(text, "&&") {
		if manyFiles.MatchString(part) && pathFolder.MatchString(part) {
			return true
		}
	}
	return inPathFolder.MatchString(text) && manyFiles.MatchString(text)
}
