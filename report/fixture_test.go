package report_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
)

// The rules the hand-made findings are of. None of them checks anything.
var (
	lostCmd  = &rules.Rule{Code: "EP301", Name: "entrypoint-swallows-arguments", Severity: rules.Error, Summary: "a shell-form ENTRYPOINT drops CMD and the arguments of docker run"}
	oneWord  = &rules.Rule{Code: "EP203", Name: "command-line-in-one-word", Severity: rules.Error, Summary: "an exec-form word holds a whole command line"}
	keepsTwo = &rules.Rule{Code: "EP306", Name: "overridden-instruction", Severity: rules.Warning, Summary: "a later instruction of the same kind wins"}
	order    = &rules.Rule{Code: "EP307", Name: "cmd-before-entrypoint", Severity: rules.Info, Summary: "CMD above ENTRYPOINT still applies"}
	noExec   = &rules.Rule{Code: "EP502", Name: "script-without-exec", Severity: rules.Warning, Summary: "the script's last command is a child of the shell"}
)

var (
	intent = &rules.Module{Name: "intent", Doc: "what ENTRYPOINT and CMD mean together", Rules: []*rules.Rule{lostCmd, keepsTwo, order}, Pages: pages}
	form   = &rules.Module{Name: "execform", Doc: "missing or broken exec form", Rules: []*rules.Rule{oneWord}, Pages: pages}
	script = &rules.Module{Name: "script", Doc: "the script behind ENTRYPOINT", Rules: []*rules.Rule{noExec}}
)

var pages = fstest.MapFS{
	"ep301_entrypoint_swallows_arguments.md": {Data: []byte("# EP301: entrypoint-swallows-arguments\n\nA shell-form `ENTRYPOINT` runs as `/bin/sh -c \"text\"`.\nArguments become `$0`, `$1` … of that shell.\n\n```dockerfile bad\nFROM debian\nENTRYPOINT echo\nCMD [\"hi\"]\n```\n")},
	"ep203_command_line_in_one_word.md":      {Data: []byte("# EP203\r\n\r\nNothing splits <words> of exec form.\r\n")},
	"ep306_overridden_instruction.md":        {Data: []byte("# EP306\n")},
}

func catalog() []*rules.Module { return []*rules.Module{form, intent, script} }

// dockerfile parses a file that findings are about to be made of.
func dockerfile(name, text string) *parser.File {
	f, _ := parser.Parse(name, []byte(text))
	return f
}

// at finds the only place of a text.
func at(t *testing.T, in *parser.Source, text string) parser.Span {
	t.Helper()
	assert.Equal(t, bytes.Count(in.Bytes, []byte(text)), 1, "%q in %s", text, in.Name)
	i := bytes.Index(in.Bytes, []byte(text))
	return parser.Span{Start: i, End: i + len(text)}
}

// results are one of everything that formats have to cope with.
func results(t *testing.T) []*rules.Result {
	t.Helper()
	return []*rules.Result{ordinary(t), clean(), severalLines(t), characters(t), windows(t), edges(), longLine(t), otherFile(t)}
}

func clean() *rules.Result {
	return &rules.Result{File: dockerfile("clean/Dockerfile", "FROM nginx\n")}
}

func ordinary(t *testing.T) *rules.Result {
	t.Helper()
	f := dockerfile("app/Dockerfile", `FROM debian:13
ARG PORT=80
WORKDIR /srv
COPY app /srv/app

ENTRYPOINT /srv/app --port $PORT
# entrylint ignore=EP306 -- kept for documentation
CMD ["--help"]
CMD ["--listen 0.0.0.0", "-v"]
`)
	entrypoint := at(t, f.Source, "ENTRYPOINT /srv/app --port $PORT")
	lost := at(t, f.Source, `CMD ["--listen 0.0.0.0", "-v"]`)
	word := at(t, f.Source, `"--listen 0.0.0.0"`)
	earlier := at(t, f.Source, `CMD ["--help"]`)
	return &rules.Result{
		File: f,
		Findings: []rules.Finding{{
			Rule: lostCmd, Module: intent, Severity: rules.Error, In: f.Source, At: entrypoint,
			Message: `ENTRYPOINT in shell form drops CMD ["--listen 0.0.0.0","-v"]: process 1 is /bin/sh -c "/srv/app --port $PORT"`,
			Notes: []rules.Note{
				{In: f.Source, At: lost, Message: "CMD set here never reaches /srv/app"},
				{In: f.Source, At: at(t, f.Source, "PORT=80"), Message: "PORT is a build argument: empty at run time"},
				{Message: "debian:13 has dash as /bin/sh, which stays process 1 and keeps SIGTERM from /srv/app"},
			},
			Help: `write ENTRYPOINT in exec form, and give the port a default that exists at run time: ENV PORT=$PORT, then ENTRYPOINT ["/bin/sh", "-c", "exec /srv/app --port \"$PORT\" \"$@\"", "--"]`,
			Fixes: []rules.Fix{
				{Title: `Write ENTRYPOINT ["/srv/app", "--port", "80"]`, Safety: rules.Safe, Edits: []parser.Edit{
					{In: f.Source, At: entrypoint, New: `ENTRYPOINT ["/srv/app", "--port", "80"]`},
				}},
				{Title: "Remove CMD", Safety: rules.Unsafe, Edits: []parser.Edit{
					{In: f.Source, At: at(t, f.Source, "# entrylint ignore=EP306 -- kept for documentation\n")},
					{In: f.Source, At: parser.Span{Start: lost.Start, End: lost.End + 1}},
				}},
				{Title: "Start another program", Safety: rules.Display},
			},
		}, {
			Rule: oneWord, Module: form, Severity: rules.Error, In: f.Source, At: word,
			Message: `"--listen 0.0.0.0" is one word: no program splits it`,
			Notes: []rules.Note{
				{In: f.Source, At: at(t, f.Source, `"-v"`), Message: "this word is right"},
				{In: f.Source, At: parser.Span{Start: lost.Start, End: lost.Start + len("CMD")}, Message: "in this CMD"},
			},
			Fixes: []rules.Fix{{Title: "Split it", Safety: rules.Safe, Edits: []parser.Edit{{In: f.Source, At: word, New: `"--listen", "0.0.0.0"`}}}},
		}},
		Suppressed: []rules.Finding{{
			Rule: keepsTwo, Module: intent, Severity: rules.Warning, In: f.Source, At: earlier, Reason: "kept for documentation",
			Message: "the CMD below wins", Notes: []rules.Note{{In: f.Source, At: lost, Message: "this one"}},
		}},
	}
}

func severalLines(t *testing.T) *rules.Result {
	t.Helper()
	f := dockerfile("multi/Dockerfile", `FROM debian:13
ENTRYPOINT ["/usr/bin/env", \
  "PORT=80", \
  "app"]
HEALTHCHECK --interval=5s \
  CMD curl -f \
    # the port
    http://localhost/ \
    --max-time 3 \
    --retry 2 \
    --silent \
    --show-error \
    || exit 1
CMD ["a", "b", "c"]
`)
	text := at(t, f.Source, f.Text(f.Instructions[2].Span)[len("HEALTHCHECK --interval=5s \\\n  CMD "):])
	all := at(t, f.Source, `["a", "b", "c"]`)
	return &rules.Result{File: f, Findings: []rules.Finding{{
		Rule: order, Module: intent, Severity: rules.Info, In: f.Source, At: f.Instructions[1].Span,
		Message: "an array over three lines",
		Notes: []rules.Note{
			{In: f.Source, At: at(t, f.Source, `"PORT=80"`), Message: "one word\nof three"},
			{In: f.Source, At: text, Message: "text over many lines, in which this label stands at the end"},
		},
	}, {
		Rule: keepsTwo, Module: intent, Severity: rules.Warning, In: f.Source, At: text,
		Message: "more lines than are shown",
		Notes:   []rules.Note{{In: f.Source, At: f.Instructions[2].Span, Message: "the whole instruction"}},
		Help:    "first line\nsecond line",
	}, {
		Rule: keepsTwo, Module: intent, Severity: rules.Warning, In: f.Source, At: all,
		Message: "marks that overlap",
		Notes: []rules.Note{
			{In: f.Source, At: at(t, f.Source, `"b"`), Message: "inside"},
			{In: f.Source, At: all, Message: "the same place"},
			{In: f.Source, At: all, Message: "the same place again"},
			{In: f.Source, At: at(t, f.Source, `CMD ["a", "b"`), Message: "across"},
		},
	}}}
}

func characters(t *testing.T) *rules.Result {
	t.Helper()
	f := dockerfile("wide/Docker\x1b[31mfile", "FROM\tdebian:13\n"+
		"LABEL\ta=\"日本語\" e\u0301=\"😀👩\u200d🚀\"\tb=target\n"+
		"CMD\t[\"\x1b[2J\", \"\u202eevil\u202c\", \"\xff\xfe\",\u00a0\"x\"]\n")
	return &rules.Result{File: f, Findings: []rules.Finding{{
		Rule: oneWord, Module: form, Severity: rules.Error, In: f.Source, At: at(t, f.Source, "target"),
		Message: "the mark stands under \x1b[1mtarget\x1b[0m\r\nand nowhere else",
		Notes: []rules.Note{
			{In: f.Source, At: at(t, f.Source, "日本"), Message: "two wide characters"},
			{In: f.Source, At: at(t, f.Source, "\u0301"), Message: "the accent alone"},
			{In: f.Source, At: at(t, f.Source, "👩\u200d🚀"), Message: "one emoji"},
		},
	}, {
		Rule: oneWord, Module: form, Severity: rules.Error, In: f.Source, At: at(t, f.Source, "\"\u202eevil\u202c\""),
		Message: "characters that nobody sees: 100% \"<&>\"",
		Notes:   []rules.Note{{In: f.Source, At: at(t, f.Source, "\xff\xfe"), Message: "\xff is no character"}},
		Help:    "remove \u202eevil\u202c",
		Fixes:   []rules.Fix{{Title: "Remove them", Safety: rules.Safe, Edits: []parser.Edit{{In: f.Source, At: at(t, f.Source, "\"\u202eevil\u202c\""), New: `"evil"`}}}},
	}}}
}

func windows(t *testing.T) *rules.Result {
	t.Helper()
	f := dockerfile("./crlf & co/Dockerfile,50%:x", "\xEF\xBB\xBFFROM a\r\nCMD [\"x\", \\\r\n  \"y\"]\r\n\r\nCMD z\r\n")
	return &rules.Result{File: f, Findings: []rules.Finding{{
		Rule: lostCmd, Module: intent, Severity: rules.Error, In: f.Source, At: at(t, f.Source, "FROM a"),
		Message: "a byte order mark is no column",
	}, {
		Rule: keepsTwo, Module: intent, Severity: rules.Warning, In: f.Source, At: at(t, f.Source, "CMD [\"x\", \\\r\n  \"y\"]"),
		Message: "line ends are not shown",
		Notes:   []rules.Note{{In: f.Source, At: at(t, f.Source, "CMD z\r\n"), Message: "this range has its line end"}},
		Fixes:   []rules.Fix{{Title: "Remove it", Safety: rules.Safe, Edits: []parser.Edit{{In: f.Source, At: at(t, f.Source, "CMD [\"x\", \\\r\n  \"y\"]\r\n")}}}},
	}}}
}

func edges() *rules.Result {
	f := dockerfile("/abs/edge cases/Dockerfile", "FROM a\n\nCMD x y")
	end := len(f.Bytes)
	g := parser.NewSource("newline.sh", []byte("a\nb\n"))
	return &rules.Result{File: f, Findings: []rules.Finding{{
		Rule: keepsTwo, Module: intent, Severity: rules.Warning, In: f.Source, At: parser.Span{Start: 7, End: 7},
		Message: "an empty range on an empty line",
	}, {
		Rule: keepsTwo, Module: intent, Severity: rules.Warning, In: f.Source, At: parser.Span{Start: end - 1, End: end},
		Message: "the last byte of a file without a newline at the end",
	}, {
		Rule: keepsTwo, Module: intent, Severity: rules.Warning, In: f.Source, At: parser.Span{Start: end, End: end},
		Message: "the end of the file",
		Help:    "add the newline",
		Fixes:   []rules.Fix{{Title: "Add it", Safety: rules.Safe, Edits: []parser.Edit{{In: f.Source, At: parser.Span{Start: end, End: end}, New: "\n"}}}},
	}, {
		Rule: noExec, Module: script, Severity: rules.Warning, In: g, At: parser.Span{Start: 4, End: 4},
		Message: "the end of a file that ends in a newline",
		Fixes:   []rules.Fix{{Title: "Append a line", Safety: rules.Unsafe, Edits: []parser.Edit{{In: g, At: parser.Span{Start: 4, End: 4}, New: "exec \"$@\"\n"}}}},
	}}}
}

// longLine has findings at the beginning, in the middle and at the end of a
// line of 64 KB, and one about all of it.
func longLine(t *testing.T) *rules.Result {
	t.Helper()
	words := strings.Repeat(`"x", `, 6500)
	f := dockerfile("long/Dockerfile", "FROM a\nCMD [\"first\", "+words+`"middle", `+words+`"last"]`+"\n"+strings.Repeat("#", 119)+"\nUSER me\n")
	finding := func(text, message string, notes ...rules.Note) rules.Finding {
		return rules.Finding{Rule: oneWord, Module: form, Severity: rules.Error, In: f.Source, At: at(t, f.Source, text), Message: message, Notes: notes}
	}
	return &rules.Result{File: f, Findings: []rules.Finding{
		finding(f.Text(f.Instructions[1].Span), "all of the line", rules.Note{In: f.Source, At: at(t, f.Source, `"middle"`), Message: "and a place in the middle of it"}),
		finding(`"first"`, "at the beginning"),
		finding(`"middle"`, "in the middle", rules.Note{In: f.Source, At: at(t, f.Source, `"last"`), Message: "a label that has no room next to its mark, because that stands at the right end of the row"}),
		finding(strings.Repeat("#", 119), "one column too long", rules.Note{In: f.Source, At: at(t, f.Source, "USER me"), Message: strings.Repeat("a label of many words that is too long for one row and goes on ", 3)}),
		finding(`"last"`, strings.Repeat("a message that has no end ", 100)),
	}}
}

func otherFile(t *testing.T) *rules.Result {
	t.Helper()
	f := dockerfile("svc/Dockerfile", "FROM debian:13\nCOPY entrypoint.sh /\nENTRYPOINT [\"/entrypoint.sh\"]\n")
	sh := parser.NewSource("svc/entrypoint.sh", []byte("#!/bin/sh\nset -e\n"+strings.Repeat("\n", 100)+"\tapp \"$@\"\n"))
	command := at(t, sh, `app "$@"`)
	return &rules.Result{File: f, Findings: []rules.Finding{{
		Rule: noExec, Module: script, Severity: rules.Warning, In: sh, At: command,
		Message: "the script starts app without exec: /bin/sh stays process 1",
		Notes: []rules.Note{
			{In: f.Source, At: at(t, f.Source, `["/entrypoint.sh"]`), Message: "ENTRYPOINT starts the script"},
			{In: sh, At: at(t, sh, "#!/bin/sh"), Message: "with this shell"},
			{In: f.Source, At: at(t, f.Source, "COPY entrypoint.sh /"), Message: "it comes from here"},
		},
		Help:  `write exec app "$@"`,
		Fixes: []rules.Fix{{Title: "Add exec", Safety: rules.Safe, Edits: []parser.Edit{{In: sh, At: parser.Span{Start: command.Start, End: command.Start}, New: "exec "}}}},
	}}}
}

// write gives results to a reporter and returns what it writes.
func write(t *testing.T, format string, o report.Options, all ...*rules.Result) string {
	t.Helper()
	var out bytes.Buffer
	r, err := report.New(format, &out, o)
	assert.NilError(t, err)
	for _, res := range all {
		assert.NilError(t, r.File(res))
	}
	assert.NilError(t, r.Close())
	return out.String()
}
