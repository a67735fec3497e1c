package execform

import (
	"fmt"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules"
)

// Each line is a text, and what is read from it: the faults, the words that
// were meant where that is no guess, and what follows the array.
func TestReadArray(t *testing.T) {
	for text, want := range map[string]string{
		`["a", "b"]`:                          `["a", "b"]`,
		`[]`:                                  `?`,
		`["a"] # why`:                         `["a"] then "# why"`,
		`["a"],`:                              `["a"] then ","`,
		`["dotnet", "x.dll"]"]`:               `["dotnet", "x.dll"] then "\"]"`,
		`["cp"] ["/a", "/b"]`:                 `["cp"] then "[\"/a\", \"/b\"]"`,
		`["“a” ", "b"] x`:                     `["“a” ", "b"] then "x"`,
		`['a', 'b']`:                          "`'a'` is in single quotes; `'b'` is in single quotes; [\"a\", \"b\"]",
		`["a", 'b']`:                          "`'b'` is in single quotes; [\"a\", \"b\"]",
		`[“a”, “b”]`:                          "`“a”` is in typographic quotes; `“b”` is in typographic quotes; [\"a\", \"b\"]",
		`["a”, "b"]`:                          "`\"a”` is in typographic quotes; [\"a\", \"b\"]",
		`[‘/x.sh’]`:                           "`‘/x.sh’` is in typographic quotes; [\"/x.sh\"]",
		"[`a b`]":                             "a word is in backquotes; [\"a b\"]",
		`[a, b c;]`:                           "`a` has no quotes; `b c;` has no quotes; [\"a\", \"b c;\"]",
		`[a b]`:                               "`a b` has no quotes; [\"a b\"]",
		`["a", $B]`:                           "`$B` has no quotes; [\"a\", \"$B\"]",
		`["a" "b"]`:                           "no comma follows `\"a\"`; [\"a\", \"b\"]",
		`["a", "b",]`:                         "there is a comma too many; [\"a\", \"b\"]",
		`["a",, "b"]`:                         "there is a comma too many; [\"a\", \"b\"]",
		`[, "a"]`:                             "there is a comma too many; [\"a\"]",
		`["a"; "b"]`:                          "`;` stands where a comma belongs; [\"a\", \"b\"]",
		`["a". "b"]`:                          "`.` stands where a comma belongs; [\"a\", \"b\"]",
		`["a", "b"`:                           "the closing `]` is missing; [\"a\", \"b\"]",
		`["a"}`:                               "`}` stands where `]` belongs; [\"a\"]",
		`["a", "b]`:                           "the quote that opens `\"b` is never closed; [\"a\", \"b\"]",
		`["a, "b"]`:                           "the quote that opens `\"a` is never closed; [\"a\", \"b\"]",
		`['a','--b, 'c']`:                     "`'a'` is in single quotes; the quote that opens `'--b` is never closed; `'c'` is in single quotes; [\"a\", \"--b\", \"c\"]",
		`["C:\app\x.exe"]`:                    "`\\a` is no escape that JSON knows; [\"C:\\\\app\\\\x.exe\"]",
		`["grep", "\d+"]`:                     "`\\d` is no escape that JSON knows; [\"grep\", \"\\\\d+\"]",
		`["echo", "\$HOME"]`:                  "`\\$` is no escape that JSON knows; ?",
		`["\u12"]`:                            "`\\u` is no escape that JSON knows; [\"\\\\u12\"]",
		"[\"a\tb\"]":                          "a word holds a control character; [\"a\\tb\"]",
		"[\"a\",\u00a0\"b\"]":                 "a character that only looks like a blank (U+00A0) stands between the words; [\"a\", \"b\"]",
		`["sh", "-c", "echo "hi""]`:           "a quote inside a word is not escaped; ?",
		`["/opt/"$X"/run"]`:                   "a quote inside a word is not escaped; ?",
		`['nginx -g 'daemon off;'']`:          "`'nginx -g 'daemon off;''` is in single quotes; ?",
		`["a", 8080]`:                         `["a", "8080"]`,
		`["a", 8080,]`:                        "there is a comma too many; [\"a\", \"8080\"]",
		`["a", ["b", 1], {"c": 2}, null]`:     `["a", "[\"b\", 1]", "{\"c\": 2}", "null"]`,
		`['']`:                                "`''` is in single quotes; [\"\"]",
		`[`:                                   "the closing `]` is missing; ?",
		`["a" ]  `:                            `["a"]`,
		`[""kimchid"", "--host=0.0.0.0"]`:     "a quote inside a word is not escaped; ?",
		`["a", "b" "c"] || exit`:              "no comma follows `\"b\"`; [\"a\", \"b\", \"c\"] then \"|| exit\"",
		`["x", "say \"hi\", please", 'y']`:    "`'y'` is in single quotes; [\"x\", \"say \\\"hi\\\", please\", \"y\"]",
		`["/start", "/usr/bin/supervisord""]`: "a quote inside a word is not escaped; ?",
	} {
		assert.Equal(t, describe(readArray(text)), want, "text: %s", text)
	}
}

func describe(a array) string {
	var out strings.Builder
	for _, f := range a.faults {
		out.WriteString(a.what(f) + "; ")
	}
	if words, ok := a.repaired(); ok {
		out.WriteString(rules.ExecForm(words))
	} else {
		out.WriteString("?")
	}
	if tail := a.tail(); !tail.Empty() {
		fmt.Fprintf(&out, " then %q", a.text[tail.Start:tail.End])
	}
	return out.String()
}
