package reading

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// argumentRefusals are about the words behind an instruction.
var argumentRefusals = []refusal{
	{
		words: `^(ENV|LABEL) must have two arguments$`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` has no value", rules.Clip(r.lastArgument())) },
		where: func(r refused) parser.Span { return r.find(r.lastArgument()) },
		help:  helpNoValue,
	},
	{
		words: `^Syntax error - can't find = in (".*")\. Must be of the form: name=value$`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` has no `=`", rules.Clip(r.quoted())) },
		where: func(r refused) parser.Span { return r.find(r.quoted()) },
		help:  helpNoEquals,
	},
	{
		words: `^(?:ENV|LABEL|ARG) names can not be blank$`,
		what:  func(refused) string { return "there is no name before the `=`" },
		where: func(r refused) parser.Span { return r.find("=") },
		help:  func(r refused) string { return fmt.Sprintf("Write `%s NAME=value`", r.verb()) },
	},
	{
		words: `requires (?:at least|exactly) one argument$`,
		what:  func(r refused) string { return r.verb() + " has no word behind it" },
		where: refused.head,
		help:  func(r refused) string { return fmt.Sprintf("Write `%s`, or remove the line", example(r.verb())) },
	},
	{
		words: `requires at least two arguments, but only one was provided`,
		what:  func(r refused) string { return r.verb() + " has no destination" },
		where: refused.head,
		help: func(r refused) string {
			source := append(r.arguments(), "source")[0]
			return fmt.Sprintf("Write the destination last, such as `%s %s ./`", r.verb(), rules.Clip(source))
		},
	},
	{
		words: `^SHELL requires the arguments to be in JSON form`,
		what:  func(refused) string { return "SHELL is not an array" },
		where: func(r refused) parser.Span { return r.Instruction.Argv.Span },
		help:  helpShell,
	},
	{
		words: `^Unknown type ".*" in HEALTHCHECK \(try CMD\)$`,
		what: func(r refused) string {
			return fmt.Sprintf("`%s` is neither CMD nor NONE", rules.Clip(r.file.Text(r.word(0))))
		},
		where: func(r refused) parser.Span { return r.word(0) },
		help: func(r refused) string {
			return "Write `HEALTHCHECK CMD " + rules.Clip(strings.Join(r.arguments(), " ")) + "`"
		},
	},
	{
		words: `^Missing command after HEALTHCHECK CMD$`,
		what:  func(refused) string { return "there is no command behind HEALTHCHECK CMD" },
		where: refused.head,
		help:  func(refused) string { return "Write `HEALTHCHECK CMD command`, or `HEALTHCHECK NONE` for no check" },
	},
	{
		words: `^HEALTHCHECK NONE takes no arguments$`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` is too much", rules.Clip(r.lastArgument())) },
		where: func(r refused) parser.Span { return r.find(r.lastArgument()) },
		help:  func(refused) string { return "Write `HEALTHCHECK NONE`" },
	},
	{
		words: `^VOLUME specified can not be an empty string$`,
		what:  func(refused) string { return "a path is empty" },
		where: func(r refused) parser.Span { return r.find(`""`) },
		help:  func(refused) string { return "Write `VOLUME /path`" },
	},
	{
		words: `arrays must be comprised of strings only$`,
		what:  func(refused) string { return "a word of the array is not a string" },
		where: refused.notString,
		help:  func(refused) string { return "Put every word in double quotes" },
	},
}

// example is what an instruction with one word looks like.
func example(verb string) string {
	switch verb {
	case "ARG":
		return "ARG NAME=default"
	case "ENV":
		return "ENV NAME=value"
	case "EXPOSE":
		return "EXPOSE 8080"
	case "HEALTHCHECK":
		return "HEALTHCHECK CMD command"
	case "LABEL":
		return "LABEL name=value"
	case "MAINTAINER":
		return "LABEL maintainer=name"
	case "ONBUILD":
		return "ONBUILD RUN command"
	case "SHELL":
		return `SHELL ["/bin/bash", "-c"]`
	case "STOPSIGNAL":
		return "STOPSIGNAL SIGTERM"
	case "USER":
		return "USER name"
	case "VOLUME", "WORKDIR":
		return verb + " /path"
	}
	return ""
}

func helpShell(r refused) string {
	text := r.Instruction.Argv.Body.Text
	if !strings.HasPrefix(text, "[") {
		return "Write `SHELL " + rules.ExecForm(r.arguments()) + "`"
	}
	array := json.NewDecoder(strings.NewReader(text))
	if array.Decode(&[]string{}) == nil {
		return fmt.Sprintf("Take away `%s` behind the array", rules.Clip(text[array.InputOffset():]))
	}
	return "Put every word in double quotes, with commas between them"
}

var name = lazyregexp.New(`^\w+$`)

func helpNoValue(r refused) string {
	word := r.lastArgument()
	switch {
	case !name.MatchString(word):
		return fmt.Sprintf("Write `%s NAME=%s`", r.match[1], rules.Clip(word))
	case r.match[1] == "LABEL":
		return fmt.Sprintf("Write `LABEL %s=value`", word)
	}
	return fmt.Sprintf("Write `ENV %s=value`; to take the value from --build-arg, `ARG %s` and below it `ENV %s=$%s`", word, word, word, word)
}

// helpNoEquals tells a value with blanks from a blank around the =.
func helpNoEquals(r refused) string {
	words, bad := r.arguments(), r.quoted()
	if escape := string(r.file.Escape); bad == escape+escape {
		return fmt.Sprintf("One `%s` at the end continues the line; two are an escaped one", escape)
	}
	for i, w := range words {
		if w != bad || i == 0 {
			continue
		}
		if i+1 < len(words) && strings.HasPrefix(words[i+1], "=") {
			return fmt.Sprintf("Write `%s=…`, without blanks around the =", bad)
		}
		if name, value, ok := strings.Cut(words[i-1], "="); ok && !strings.ContainsAny(value, `"'`) {
			return fmt.Sprintf("If it belongs to the value, write `%s=\"%s %s\"`; if it is a name, `%s=…`", name, value, bad, bad)
		}
	}
	return fmt.Sprintf("Write `%s=…`, or put quotes around the value it belongs to", rules.Clip(bad))
}
