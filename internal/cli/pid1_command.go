package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/moby/buildkit/util/suggest"
	"github.com/urfave/cli/v2"

	"github.com/entrylint/entrylint/internal/buildcontext"
	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report"
)

const pid1Intro = `Show what "docker run IMAGE ARGS" starts: the process tree from process 1 down,
who gets the stop signal, and which arguments are lost.

Usage:
  entrylint pid1 [flags] [DOCKERFILE] [-- ARGS...]

DOCKERFILE is a file, a folder that holds one, or - for standard input; without
it, the current folder. ARGS are what stands behind the image in docker run;
they follow -- and are taken as they are.
`

const pid1Outro = `
Examples:
  entrylint pid1                                what docker run IMAGE starts
  entrylint pid1 app/Dockerfile -- --port 80    with arguments
  entrylint pid1 --entrypoint sh -- -c date     with another entrypoint
`

// pid1Request is what a command line asks for.
type pid1Request struct {
	file            string // path, or [dockerfiles.Stdin]
	text            []byte // what stands there
	run             launch.Run
	target, context string
	format          choice
	config          configRequest
	images          launch.Images // of the configuration, nil for none
	find            func(*parser.File) *rootfs.Context
}

// pid1Command calls show with what the command line asks for.
func (p *program) pid1Command(show func(pid1Request, io.Writer) error) *command {
	req := &pid1Request{format: oneOf("text", "json")}
	entrypoint := override{run: &req.run}
	return &command{
		name:  "pid1",
		intro: pid1Intro,
		flags: append([]cli.Flag{
			&cli.StringFlag{Name: "target", Destination: &req.target, Usage: "the `STAGE` that is built, by name or number (default: the last)"},
			&cli.GenericFlag{Name: "entrypoint", Value: &entrypoint, Usage: "the `PROGRAM` of docker run --entrypoint; \"\" for none"},
			&cli.GenericFlag{Name: "format", Value: &req.format, Usage: "`FORMAT`: text or json"},
			&cli.StringFlag{Name: "context", Destination: &req.context, Usage: contextFlag},
		}, req.config.flags("")...),
		outro: pid1Outro,
		run: func(a arguments) (int, error) {
			if err := p.readPID1(req, a); err != nil {
				return notJudged, err
			}
			return clean, show(*req, p.stdout)
		},
	}
}

// pid1 shows what the container starts. A file that BuildKit refuses becomes no
// image, so there is nothing to show.
func pid1(req pid1Request, w io.Writer) error {
	f, err := parser.Parse(req.display(), req.text)
	if err != nil {
		at := f.Position(f.Errors[0].Span.Start)
		return fmt.Errorf("%s:%d:%d: the Dockerfile cannot be built: %w", f.Name, at.Line, at.Column, err)
	}
	l, ok := launch.Target(launch.Of(f, func() *rootfs.Context { return req.find(f) }, req.images), req.target)
	if !ok {
		err := fmt.Errorf("--target: %s has no stage %q", f.Name, req.target)
		return suggest.WrapError(err, req.target, stageNames(f), false)
	}
	if req.format.word == "json" {
		return report.PID1JSON(w, l.Start(req.run))
	}
	return report.PID1Text(w, l.Start(req.run), columns(w))
}

// display is what the Dockerfile is called in what is shown.
func (r *pid1Request) display() string {
	if r.file == dockerfiles.Stdin {
		return stdinName
	}
	return filepath.ToSlash(r.file)
}

func stageNames(f *parser.File) []string {
	var names []string
	for _, s := range f.Stages {
		if s.Name != "" {
			names = append(names, s.Name)
		}
	}
	return names
}

// readPID1 completes a request and checks it.
func (p *program) readPID1(req *pid1Request, a arguments) error {
	if len(a.operands) > 1 {
		err := fmt.Errorf("one DOCKERFILE is enough: %s is too much (arguments of the container stand behind --)", a.operands[1])
		return &usageError{err, "entrylint pid1"}
	}
	req.run.Args = a.behind
	req.file = append(a.operands, ".")[0]
	if err := checkFolder(req.context); err != nil {
		return fmt.Errorf("--context %s: %w", req.context, err)
	}
	var err error
	if req.file, err = dockerfileAt(req.file); err == nil {
		err = readable(req.file)
	}
	if err == nil {
		req.text, err = p.read(req.file)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", req.display(), reason(err))
	}
	return req.configure()
}

// configure reads what the configuration says of base images and of the build
// context.
func (r *pid1Request) configure() error {
	if err := r.config.check(); err != nil {
		return err
	}
	all := configs{request: r.config}
	configured, err := all.of(r.file)
	r.find = contextOf(&buildcontext.Finder{}, r.file, r.context, configured)
	if err == nil && configured != nil {
		r.images = configured.Images
	}
	return err
}

// dockerfileAt returns the Dockerfile that docker build would take from a
// folder; a path that is none is that of the file.
func dockerfileAt(path string) (string, error) {
	info, err := os.Stat(path)
	if path == dockerfiles.Stdin || err != nil || !info.IsDir() {
		return path, nil // reading it says what is wrong
	}
	for _, name := range []string{"Dockerfile", "Containerfile"} {
		file := filepath.Join(path, name)
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file, nil
		}
	}
	return path, dockerfiles.ErrNone
}

// readable says why a path is no file that can be read, as lint does.
func readable(path string) error {
	for _, err := range dockerfiles.Search(path) {
		return err
	}
	return nil
}

// override is the value of --entrypoint, which means something when empty.
type override struct{ run *launch.Run }

func (o *override) String() string { return "" }

// Set notes that the flag was given, too.
func (o *override) Set(program string) error {
	o.run.Entrypoint, o.run.EntrypointSet = program, true
	return nil
}
