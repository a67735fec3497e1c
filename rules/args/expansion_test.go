package args

import (
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/moby/buildkit/frontend/dockerfile/shell"
	"gotest.tools/v3/assert"
)

func TestExpansions(t *testing.T) {
	for text, want := range map[string][]expansion{
		`/a`:                   nil,
		`$A/${B}`:              {{"A", false, 0, 2}, {"B", false, 3, 7}},
		`x${A:-d}y`:            {{"A", true, 1, 8}},
		`${A-d}${B:+d}`:        {{"A", true, 0, 6}, {"B", false, 6, 13}},
		`${A:-${B}/$C}`:        {{"A", true, 0, 13}, {"B", false, 5, 9}, {"C", false, 10, 12}},
		`\$A '$B' "$C" "'$D'"`: {{"C", false, 10, 12}, {"D", false, 16, 18}},
		`"\$A\\$B"`:            {{"B", false, 6, 8}},
		`$1 $@ $ ${1} $A_1`:    {{"A_1", false, 13, 17}},
		`${A.b}${B c}$D ${E`:   {{"D", false, 12, 14}},
		`${A%%.*}${B/x/$C}`:    {{"A", false, 0, 8}, {"B", false, 8, 17}, {"C", false, 14, 16}},
	} {
		assert.DeepEqual(t, expansions(text, '\\', true), want)
	}
	assert.DeepEqual(t, expansions("`$A \\$B", '`', true), []expansion{{"B", false, 5, 7}})
	assert.DeepEqual(t, expansions(`it's $A`, '\\', false), []expansion{{"A", false, 5, 7}})
}

// asked notes the names BuildKit's lexer looks up.
type asked map[string]bool

func (a asked) Get(name string) (string, bool) {
	if first, _ := utf8.DecodeRuneInString(name); inName(first) && !unicode.IsDigit(first) {
		a[name] = true
	}
	return "", false
}

func (a asked) Keys() []string { return nil }

// Of a word BuildKit accepts, the names are those its lexer looks up.
func FuzzExpansions(f *testing.F) {
	for _, seed := range []string{
		`$A/${B}`, `${A:-${B}/$C}`, `\$A '$B' "$C"`, `"\$A\\$B"`, `$1$A`, `${A#x}${B%%y}`, `${A/b/c}`, `"${A:-'$B'}"`, `a\`, `${A:-"}"}$B`, "$é$A",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := asked{}
		if _, _, err := shell.NewLex('\\').ProcessWord(text, want); err != nil {
			return
		}
		for _, x := range expansions(text, '\\', true) {
			assert.Assert(t, want[x.Name], "%s in %q", x.Name, text)
		}
		for name := range want {
			found := slices.ContainsFunc(expansions(text, '\\', true), func(x expansion) bool { return x.Name == name })
			assert.Assert(t, found, "%s in %q", name, text)
		}
	})
}
