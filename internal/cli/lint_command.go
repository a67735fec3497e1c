package cli

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

const lintIntro = `entrylint works out what process 1 of a container will really be, and reports
where ENTRYPOINT, CMD, ARG and the shell around them will not do what they say.

Usage:
  entrylint [flags] [PATH...]                        lint Dockerfiles
  entrylint pid1 [flags] [DOCKERFILE] [-- ARGS...]   show what docker run starts
  entrylint rules                                    list the rules
  entrylint explain CODE|NAME                        show the page of a rule

PATH is a file, a folder or - for standard input; without one, the current
folder. A folder is searched for Dockerfile, Dockerfile.*, *.Dockerfile,
*.dockerfile, Containerfile and Containerfile.*, without what .gitignore leaves
out and without templates, backups and documents (*.tmpl, *.j2, *.in, *.bak,
*.orig, *.md ...). What is called otherwise, such as Dockerfile-dev, has to be
given: a file is read whatever its name. Flags may stand before or after paths;
-- ends them. A folder called like a command is linted as ./rules.
`

const lintOutro = `
Examples:
  entrylint                                     every Dockerfile in this folder
  entrylint --fail-on error services/*          fail on errors only
  entrylint --format sarif --output out.sarif   for code scanning
  entrylint --stdin-filename Dockerfile - <x    lint what an editor holds

Exit status:
  0  nothing found at or above --fail-on
  1  something found
  2  not judged: wrong usage or configuration, a path that cannot be read, or
     no Dockerfile at all; the other files are judged and reported all the same
`

// lintRequest is what a command line asks for.
type lintRequest struct {
	paths                 []string
	format, color, failOn choice
	output                string // "" for standard output
	selected, ignored     list
	context, target       string
	stdinFilename         string
	config                configRequest
	jobs                  int
	quiet, noInline       bool
	version               bool
}

func (p *program) lintCommand() *command {
	req := &lintRequest{
		format: oneOf(report.Formats()...),
		color:  oneOf("auto", "always", "never"),
		failOn: choice{word: "warning", words: []string{"error", "warning", "info", "never"}},
		jobs:   runtime.GOMAXPROCS(0),
	}
	return &command{
		intro: lintIntro,
		flags: req.flags(),
		outro: lintOutro,
		run: func(a arguments) (int, error) {
			req.paths = a.paths()
			if req.version {
				_, err := fmt.Fprintln(p.stdout, "entrylint", p.buildVersion())
				return clean, err
			}
			if err := req.check(); err != nil {
				return notJudged, err
			}
			return p.lint(req)
		},
	}
}

func (r *lintRequest) flags() []cli.Flag {
	const output, judging, reading = "Output", "What is reported", "What is read"
	return append([]cli.Flag{
		&cli.GenericFlag{Category: output, Name: "format", Value: &r.format, Usage: "`FORMAT`: text, compact, json, sarif, github, gitlab, checkstyle"},
		&cli.StringFlag{Category: output, Name: "output", Destination: &r.output, Usage: "write to `FILE`, all of it or nothing"},
		&cli.GenericFlag{Category: output, Name: "color", Value: &r.color, Usage: "`WHEN`: auto, always or never; NO_COLOR is honored"},
		&cli.BoolFlag{Category: output, Name: "quiet", Destination: &r.quiet, DisableDefaultText: true, Usage: "no summary, no progress"},
		&cli.GenericFlag{Category: judging, Name: "fail-on", Value: &r.failOn, Usage: "exit 1 from `SEVERITY` on: error, warning, info or never"},
		&cli.GenericFlag{Category: judging, Name: "select", Value: &r.selected, Usage: "only these `RULES`: codes, names or modules, with commas between"},
		&cli.GenericFlag{Category: judging, Name: "ignore", Value: &r.ignored, Usage: "not these `RULES`"},
		&cli.BoolFlag{Category: judging, Name: "no-inline", Destination: &r.noInline, DisableDefaultText: true, Usage: "do not honor comments that suppress findings"},
		&cli.StringFlag{Category: reading, Name: "target", Destination: &r.target, Usage: "the `STAGE` that is built, by name or number (default: the last)"},
		&cli.StringFlag{Category: reading, Name: "context", Destination: &r.context, Usage: contextFlag},
		&cli.StringFlag{Category: reading, Name: "stdin-filename", Destination: &r.stdinFilename, Usage: "`NAME` of standard input, and where it stands (default: <stdin>)"},
		&cli.IntFlag{Category: reading, Name: "jobs", Destination: &r.jobs, Value: r.jobs, Usage: "lint `N` files at a time", DefaultText: "one per processor"},
		&cli.BoolFlag{Name: "version", Destination: &r.version, DisableDefaultText: true, Usage: "print the version"},
	}, r.config.flags(reading)...)
}

// maxJobs is more than any machine has use for.
const maxJobs = 1024

// check finds what cannot work before anything is read or written.
func (r *lintRequest) check() error {
	if len(r.paths) == 0 {
		r.paths = []string{"."}
	}
	switch {
	case r.jobs < 1 || r.jobs > maxJobs:
		return fmt.Errorf("--jobs %d: want 1 to %d", r.jobs, maxJobs)
	case r.stdinFilename != "" && !slices.Contains(r.paths, dockerfiles.Stdin):
		return errors.New("--stdin-filename names standard input: give - as a path, too")
	case slices.Contains(r.paths, ""):
		return errors.New("a path is empty")
	}
	if err := r.config.check(); err != nil {
		return err
	}
	if err := checkFolder(r.context); err != nil {
		return fmt.Errorf("--context %s: %w", r.context, err)
	}
	return r.rules().Validate(all.Modules())
}

// checkFolder reports what is wrong with a folder that a flag names, if any.
func checkFolder(folder string) error {
	if folder == "" {
		return nil
	}
	info, err := os.Stat(folder)
	if err == nil && !info.IsDir() {
		err = errors.New("not a folder")
	}
	return reason(err)
}

func (r *lintRequest) rules() rules.Options {
	return rules.Options{Select: r.selected, Ignore: r.ignored, NoInline: r.noInline}
}

// fails reports whether a finding of this severity makes the run fail, given
// what the configuration says.
func (r *lintRequest) fails(s rules.Severity, configured string) bool {
	word := r.failOn.word
	if configured != "" && !r.failOn.given {
		word = configured
	}
	threshold, err := rules.ParseSeverity(word)
	return err == nil && s >= threshold // never is no severity
}
