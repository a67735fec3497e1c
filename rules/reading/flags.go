package reading

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// flagsOf are the flags each instruction has, in alphabetical order (BuildKit,
// instructions/parse.go and commands_run*.go).
func flagsOf(verb string) []string {
	switch verb {
	case "ADD":
		return []string{"--checksum", "--chmod", "--chown", "--exclude", "--keep-git-dir", "--link", "--unpack"}
	case "COPY":
		return []string{"--chmod", "--chown", "--exclude", "--from", "--link", "--parents"}
	case "FROM":
		return []string{"--platform"}
	case "HEALTHCHECK":
		return []string{"--interval", "--retries", "--start-interval", "--start-period", "--timeout"}
	case "RUN":
		return []string{"--device", "--mount", "--network", "--security"}
	}
	return nil
}

var flagRefusals = []refusal{
	{
		words: `^unknown flag: (.*)$`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` is no flag of %s", rules.Clip(r.match[1]), r.verb()) },
		where: atFlag,
		help:  helpUnknownFlag,
	},
	{
		words: `^duplicate flag specified: (.*)$`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` stands there twice", r.match[1]) },
		where: atFlag,
		help:  func(r refused) string { return fmt.Sprintf("Keep one `%s`", r.match[1]) },
	},
	{
		words: `^missing a value on flag: (.*)$`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` has no value", r.match[1]) },
		where: atFlag,
		help:  func(r refused) string { return fmt.Sprintf("Write `%s=…`, without blanks around the =", r.match[1]) },
	},
	{
		words: `^expecting boolean value for flag (\S+), not: (.*)$`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` is neither true nor false", rules.Clip(r.match[2])) },
		where: atFlag,
		help:  func(r refused) string { return fmt.Sprintf("Write `%s`, or `%s=false`", r.match[1], r.match[1]) },
	},
	{
		words: `^time: .* duration "(.*)"$`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` is no duration", rules.Clip(r.match[1])) },
		where: atQuoted,
		help:  func(refused) string { return "Write a number with its unit, such as 500ms, 30s or 1m30s" },
	},
	{
		words: `^strconv\.ParseInt: parsing "(.*)": `,
		what:  func(r refused) string { return fmt.Sprintf("`%s` is no number", rules.Clip(r.match[1])) },
		where: atQuoted,
		help:  func(refused) string { return "Write a number, such as `--retries=3`" },
	},
}

func atFlag(r refused) parser.Span { return r.flag(r.match[1]).Span }

// atQuoted is the flag whose value BuildKit quotes.
func atQuoted(r refused) parser.Span { return r.quotedIn(r.match[0]) }

func helpUnknownFlag(r refused) string {
	flags, verb := flagsOf(r.verb()), r.verb()
	if len(flags) == 0 {
		return verb + " has no flags"
	}
	return fmt.Sprintf("%s has %s%s", verb, strings.Join(flags, ", "), didYouMean(r.match[1], flags))
}
