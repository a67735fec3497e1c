package reading

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// What is too long or too odd for a scene.
func TestSyntaxErrorsOfOddFiles(t *testing.T) {
	long := strings.Repeat("x", 70000)
	for name, c := range map[string]struct{ src, at, message, help string }{
		"long line": {
			"FROM a\nRUN x \\\n  " + long + "\nCMD y\n", "3:1",
			"line 3 has 70002 bytes, and the build stops: `dockerfile line greater than max allowed size of 65535`",
			"Break it with `\\` at the end of each part",
		},
		"long comment": {
			"FROM a\n\n# " + long + "\n", "3:1",
			"line 3 has 70002 bytes, and the build stops: `dockerfile line greater than max allowed size of 65535`",
			"Break it with `\\` at the end of each part",
		},
		"long line in a here-document": {
			"FROM a\nRUN <<EOF\n" + long + "\nEOF\n", "2:5",
			"a line of the here-document is too long, and the build stops: `unterminated heredoc`",
			"Break it, or put the text into a file of its own",
		},
		"long word": {
			"FROM a\n" + long[:300] + " b\n", "2:1",
			"`" + long[:59] + "…` is no instruction, and the build stops: `unknown instruction: " + long[:38] + "…`",
			"A command needs an instruction in front: `RUN " + long[:59] + "…`",
		},
		"UTF-16": {
			"\xFF\xFEF\x00R\x00O\x00M\x00", "1:4",
			"the file is UTF-16, which no builder reads",
			"Save the file as UTF-8; if it is no Dockerfile, leave it out",
		},
		"large": {
			strings.Repeat("#\n", parser.MaxSize/2) + "#", "1:1",
			"the file has more than 16777216 bytes, and the build stops: `file exceeds maximum allowed size of 16777216 bytes`",
			"Copy what it holds from files of their own",
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := rules.Linter{Modules: []*rules.Module{Module()}}
			found := l.Lint("Dockerfile", []byte(c.src)).Findings
			assert.Equal(t, len(found), 1)
			at := found[0].In.Position(found[0].At.Start)
			assert.DeepEqual(t, at, position(c.at))
			assert.Equal(t, found[0].Message, c.message)
			assert.Equal(t, found[0].Help, c.help)
		})
	}
}

func position(at string) parser.Position {
	return parser.Position{Line: int(at[0] - '0'), Column: int(at[2] - '0')}
}

// Every error of a file is explained the same way in every run, although
// BuildKit's own suggestions are not.
func TestSuggestionsAreStable(t *testing.T) {
	l := rules.Linter{Modules: []*rules.Module{Module()}}
	for range 50 {
		found := l.Lint("Dockerfile", []byte("FROM a\nARD x\nCOPY --ch=x a b\n")).Findings
		assert.Equal(t, found[0].Message+" "+found[0].Help,
			"`ARD` is no instruction, and the build stops: `unknown instruction: ARD` Did you mean ADD?")
		assert.Equal(t, found[1].Message, "`--ch` is no flag of COPY, and the build stops: `unknown flag: --ch`")
	}
}
