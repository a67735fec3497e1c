package parser_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
)

// longest is the longest line BuildKit reads, with its line end.
var longest = "RUN " + strings.Repeat("x", 1<<16-len("RUN \n"))

// refusals are files BuildKit refuses: the errors with their places, and the
// instructions that can be read all the same.
var refusals = []struct {
	name, src string
	errors    []string // line:column-line:column words
	kept      string   // verbs with their lines; a refused one in brackets
}{
	{"empty", "", []string{"1:1-1:1 the Dockerfile cannot be empty"}, ""},
	{"blank", " \n\t\n", []string{"1:1-1:2 file with no instructions"}, ""},
	{"byte order mark", "\xEF\xBB\xBF", []string{"1:1-1:1 file with no instructions"}, ""},
	{"comments", "# a\n# b\n", []string{"1:1-1:4 file with no instructions"}, ""},
	{"NUL", "FROM a\nRUN \x00\n", []string{"1:1-1:7 file is not text: it holds a NUL byte"}, ""},
	{"no FROM", "ARG A\n# c\n", []string{"1:1-1:6 dockerfile contains no stages to build"}, "1 ARG"},
	{
		"before FROM", "RUN x \\\n y\nARG A\nCMD z\nFROM a\nCMD y\n",
		[]string{"1:1-2:3 no build stage in current context", "4:1-4:6 no build stage in current context"},
		"1 [RUN] 3 ARG 4 [CMD] 5 FROM 6 CMD",
	},
	{
		"misspelled verb", "FROM a\nFORM b\nCMD x\n",
		[]string{"2:1-2:7 unknown instruction: FORM (did you mean FROM?)"},
		"1 FROM 2 [FORM] 3 CMD",
	},
	{
		"no Dockerfile", "<html>\n<b>x</b>\n",
		[]string{"1:1-1:7 unknown instruction: <html>", "2:1-2:9 unknown instruction: <b>x</b>"},
		"1 [<HTML>] 2 [<B>X</B>]",
	},
	{
		"ENV without a value", "FROM a\n\nENV A\nENV B=1 C\nLABEL x\nCMD x\n",
		[]string{
			"3:1-3:6 ENV must have two arguments",
			"4:1-4:10 Syntax error - can't find = in \"C\". Must be of the form: name=value",
			"5:1-5:8 LABEL must have two arguments",
		},
		"1 FROM 3 [ENV] 4 [ENV] 5 [LABEL] 6 CMD",
	},
	{
		"in a continued line", "FROM a\nENV \\\n  A=1 \\\n  # c\n\n  B \\\n  C=2\nCMD x\n",
		[]string{"2:1-7:6 Syntax error - can't find = in \"B\". Must be of the form: name=value"},
		"1 FROM 2 [ENV] 8 CMD",
	},
	{
		"words that are no strings", "FROM a\nCMD [\"a\", \\\n  1]\nHEALTHCHECK CMD [1]\nONBUILD RUN [null]\nCOPY [1, \"b\"]\nCMD y\n",
		[]string{
			"2:1-3:5 when using JSON array syntax, arrays must be comprised of strings only",
			"4:1-4:20 when using JSON array syntax, arrays must be comprised of strings only",
			"5:1-5:19 when using JSON array syntax, arrays must be comprised of strings only",
			"6:1-6:14 when using JSON array syntax, arrays must be comprised of strings only",
		},
		"1 FROM 2 [CMD] 4 [HEALTHCHECK] 5 [ONBUILD] 6 [COPY] 7 CMD",
	},
	{
		"flags", "FROM a\nCMD --port \\\n 80\nCOPY --form=b c d\nRUN --mount=type=x y\nADD --chown a b\nCMD z\n",
		[]string{
			"2:1-3:4 unknown flag: --port", "4:1-4:18 unknown flag: --form (did you mean from?)",
			"6:1-6:16 missing a value on flag: --chown",
		},
		"1 FROM 2 [CMD] 4 [COPY] 5 RUN 6 [ADD] 7 CMD",
	},
	{
		"stage names", "FROM a AS 1x\nCMD x\nFROM\nFROM a b\nFROM a AS c\n",
		[]string{
			"1:1-1:13 invalid name for build stage: \"1x\", name can't start with a number or contain symbols",
			"3:1-3:5 FROM requires either one or three arguments",
			"4:1-4:9 FROM requires either one or three arguments",
		},
		"1 [FROM] 2 CMD 3 [FROM] 4 [FROM] 5 FROM",
	},
	{
		"ONBUILD", "FROM a\nONBUILD\nONBUILD FROM x\nONBUILD ENV A\nONBUILD ONBUILD CMD x\n",
		[]string{
			"2:1-2:8 ONBUILD requires at least one argument",
			"3:1-3:15 FROM isn't allowed as an ONBUILD trigger",
			"4:1-4:14 ENV must have two arguments",
			"5:1-5:22 Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
		},
		"1 FROM 2 [ONBUILD] 3 [ONBUILD] 4 [ONBUILD] 5 [ONBUILD]",
	},
	{
		"unterminated here-document", "FROM a\nRUN <<A cat && \\\n  <<B cat\n# no comment\nA\nCMD y\n",
		[]string{"2:1-3:10 unterminated heredoc"},
		"1 FROM 2 [RUN]",
	},
	{
		"here-document of CMD", "FROM a\nCMD <<EOF\necho\nEOF\nRUN x\n",
		[]string{"3:1-3:5 unknown instruction: echo", "4:1-4:4 unknown instruction: EOF (did you mean ENV?)"},
		"1 FROM 2 CMD 3 [ECHO] 4 [EOF] 5 RUN",
	},
	{
		"unknown escape", "# escape=x\nFROM a\nENV A\n",
		[]string{"1:1-1:11 invalid escape token 'x' does not match ` or \\", "3:1-3:6 ENV must have two arguments"},
		"2 FROM 3 [ENV]",
	},
	{
		"directive twice", "# syntax=b\n# escape=`\n# syntax=c\nFROM a `\n\n# c\nCMD x\n",
		[]string{"3:1-3:11 only one syntax parser directive can be used", "4:1-7:6 FROM requires either one or three arguments"},
		"4 [FROM]",
	},
	{
		"escape twice", "\xEF\xBB\xBF# escape=`\n# escape=`\nFROM a\nENV A `\n\nENV B\nCMD x\n",
		[]string{"2:1-2:11 only one escape parser directive can be used"},
		"3 FROM 4 ENV 7 CMD",
	},
	{
		"long line", "FROM a\n" + longest + "x\nCMD x\n",
		[]string{"2:1-2:65537 dockerfile line greater than max allowed size of 65535"},
		"1 FROM 2 [RUN] 3 CMD",
	},
	{
		"long continued line", "FROM a\nRUN x \\\n" + longest + " \\\n  y\nCMD x\n",
		[]string{"2:1-4:4 dockerfile line greater than max allowed size of 65535"},
		"1 FROM 2 [RUN] 5 CMD",
	},
	{
		"long comment", "FROM a\n#" + longest + "\nCMD x\n",
		[]string{"2:1-2:65537 dockerfile line greater than max allowed size of 65535"},
		"1 FROM 3 CMD",
	},
	{
		"long last line", "FROM a\n" + longest + "x",
		[]string{"2:1-2:65537 dockerfile line greater than max allowed size of 65535"},
		"1 FROM 2 [RUN]",
	},
	{
		"Windows line ends", "FROM a\r\nENV A\r\n\r\nFORM x\r\nCMD x\r\n",
		[]string{"2:1-2:6 ENV must have two arguments", "4:1-4:7 unknown instruction: FORM (did you mean FROM?)"},
		"1 FROM 2 [ENV] 4 [FORM] 5 CMD",
	},
}

func TestRefusals(t *testing.T) {
	for _, c := range refusals {
		t.Run(c.name, func(t *testing.T) {
			f, err := parser.Parse("Dockerfile", []byte(c.src))
			assert.Equal(t, err, error(f.Errors[0]))
			var got []string
			for _, e := range f.Errors {
				got = append(got, place(f, e.Span)+" "+e.Error())
			}
			assert.DeepEqual(t, got, c.errors)
			assert.Equal(t, verbs(f), c.kept)
		})
	}
}

func place(f *parser.File, at parser.Span) string {
	from, to := f.Position(at.Start), f.Position(at.End)
	return fmt.Sprintf("%d:%d-%d:%d", from.Line, from.Column, to.Line, to.Column)
}

func verbs(f *parser.File) string {
	var words []string
	for _, inst := range f.Instructions {
		verb := inst.Verb.Value
		if inst.Err != nil {
			verb = "[" + verb + "]"
		}
		words = append(words, strconv.Itoa(f.LineAt(inst.Span.Start)), verb)
	}
	return strings.Join(words, " ")
}

func TestLongestLine(t *testing.T) {
	f, err := parser.Parse("Dockerfile", []byte("FROM a\nENV A\n"+longest+"\n"))
	assert.Equal(t, verbs(f), "1 FROM 2 [ENV] 3 RUN")
	assert.ErrorContains(t, err, "ENV must have two arguments")
}

func TestTooLarge(t *testing.T) {
	_, err := parser.Parse("Dockerfile", make([]byte, parser.MaxSize+1))
	assert.Assert(t, errors.Is(err, parser.ErrTooLarge))
	_, err = parser.Parse("Dockerfile", make([]byte, parser.MaxSize))
	assert.Assert(t, errors.Is(err, parser.ErrNotText))
}

// What is refused keeps its command, for rules that know better why.
func TestRefusedCommandIsKept(t *testing.T) {
	f, _ := parser.Parse("Dockerfile", []byte("FROM a\nCMD --port  80\nHEALTHCHECK --x CMD [1, \\\n 2]\n"))
	cmd, health := f.Instructions[1], f.Instructions[2]
	assert.Equal(t, cmd.Argv.Body.Text, "80")
	assert.Equal(t, place(f, cmd.Flags[0].Span), "2:5-2:11")
	assert.Equal(t, health.Argv.Body.Text, "[1,  2]")
	assert.Equal(t, place(f, health.Argv.Span), "3:21-4:4")
	assert.Equal(t, place(f, health.Flags[0].Span), "3:13-3:16")
}

// Errors without end must not make reading slow: one error a line.
func TestManyErrors(t *testing.T) {
	f, err := parser.Parse("Dockerfile", []byte("FROM a\n"+strings.Repeat("ENV A\n", 20000)+"CMD x\n"))
	assert.ErrorContains(t, err, "ENV must have two arguments")
	assert.Equal(t, len(f.Errors), 20000)
	assert.Equal(t, f.Instructions[20001].Verb.Value, "CMD")
}

// BuildKit's own parser of instructions panics here without a linter.
func TestCheckComment(t *testing.T) {
	f, err := parser.Parse("Dockerfile", []byte("# why\n# check=skip=JSONArgsRecommended\nFROM a\n# check=skip=all\nCMD x\n"))
	assert.NilError(t, err)
	assert.Equal(t, len(f.Stages), 1)
}
