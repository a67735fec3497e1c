package execform

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var shCLosesWords = &rules.Rule{
	Code:     "EP207",
	Name:     "sh-c-loses-words",
	Summary:  "words behind the text of sh -c are not part of it, and it does not read them",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkShCLosesWords,
}

func checkShCLosesWords(p *rules.Pass) {
	for _, l := range p.Images() {
		if h, ok := handedOver(l, l.Start(launch.Run{})); ok && !l.Entrypoint.Origin.ShellForm() {
			reportLost(p, h)
		}
	}
	for _, c := range p.Commands() {
		if c.Form != parser.Exec || c.OnBuild == nil && c.Verb() != "HEALTHCHECK" || !callsShell(c.Words) || !c.Effective() {
			continue
		}
		alone := c.Launch.Start(launch.Run{EntrypointSet: true, Args: c.Strings()})
		if h, ok := handedOver(c.Launch, alone); ok {
			h.in, h.cmd, h.front = c, nil, 0
			if lost := h.lost(); len(lost) > 0 {
				p.Report(h.wordsLost(lost))
			}
		}
	}
}

// reportLost judges what a stage starts: a shell in ENTRYPOINT or CMD.
func reportLost(p *rules.Pass, h handed) {
	h.in = h.writtenBy(p)
	switch lost := h.lost(); {
	case h.in == nil || h.in.Form != parser.Exec && h.text < h.front:
	case len(lost) > 0:
		f := h.wordsLost(lost)
		if h.text < h.front && h.cmd != nil && len(h.argv) > h.front {
			f.Notes = append(f.Notes, p.Note(h.cmd.Span, "CMD holds `%s`", rules.Clip(strings.Join(h.argv[h.front:], " "))))
		} else if h.text >= h.front && h.entrypoint != nil {
			f.Notes = append(f.Notes, p.Note(h.entrypoint.Span, "ENTRYPOINT is the shell, the first word of CMD its text"))
		}
		p.Report(f)
	case h.text < h.front && len(h.argv) == h.front && h.losesArguments():
		p.Report(h.argumentsLost())
	}
}

// wordsLost is about words that the file has.
func (h handed) wordsLost(lost []string) rules.Finding {
	text := rules.Clip(h.argv[h.text])
	words := "`" + rules.Clip(strings.Join(lost, " ")) + "`"
	message := fmt.Sprintf("the text of `%s` is `%s` alone, and nothing reads %s", h.shell(), text, words)
	if args, _ := h.read.UsesArguments(); args {
		message = fmt.Sprintf("the first word behind the text of `%s` is `$0`: `%s` does not get %s", h.shell(), text, words)
	}
	return rules.Finding{At: h.in.Command.Span, Message: message, Help: h.help(lost)}
}

// argumentsLost is about the arguments of docker run.
func (h handed) argumentsLost() rules.Finding {
	first, last := h.in.Words[h.text-h.taken()].Span, h.in.Words[h.text-1].Span
	message := "arguments of docker run do not reach `%s`: `%s` makes them $0, $1 …, which the text does not read"
	if args, _ := h.read.UsesArguments(); args {
		message = "the first argument of docker run does not reach `%s`: `%s` makes it $0"
	}
	return rules.Finding{
		At:       parser.Span{Start: first.Start, End: last.End},
		Severity: rules.Info,
		Message:  fmt.Sprintf(message, rules.Clip(h.argv[h.text]), h.shell()),
		Help:     h.help(nil),
	}
}
