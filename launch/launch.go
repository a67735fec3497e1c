// Package launch works out what each stage of a Dockerfile starts: the
// resolved ENTRYPOINT, CMD and SHELL with the places they come from, and the
// chain of processes from process 1 down.
//
// The rules are those of BuildKit's converter (frontend/dockerfile/
// dockerfile2llb) and of the engine; what cannot be known is unknown, never
// empty.
package launch

import (
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// Value is something the image will have. Where Known is false, V is what it
// would be if nothing that is unknown set it, and rules stay silent.
type Value[T any] struct {
	V      T
	Known  bool
	Origin Origin
}

// Origin is where a value comes from: an instruction, the configuration of an
// image, or, if neither is set, the engine's default.
type Origin struct {
	At      *parser.Instruction // the instruction, or the trigger of an ONBUILD
	OnBuild *parser.Instruction // the ONBUILD that holds At, nil for none
	Image   string              // reference of the base image that sets the value
}

// Default reports whether nobody set the value.
func (o Origin) Default() bool { return o.At == nil && o.Image == "" }

// ShellForm reports whether an instruction of the file sets the value in shell
// form.
func (o Origin) ShellForm() bool {
	return o.At != nil && o.At.Argv != nil && o.At.Argv.Form == parser.Shell
}

// Launch is what one stage starts when it is run as an image.
type Launch struct {
	File  *parser.File
	Stage *parser.Stage
	Base  Base

	Entrypoint Value[[]string] // the shell included for shell form; nil for none
	Cmd        Value[[]string]
	Shell      Value[[]string] // what the next shell form is wrapped in

	User       Value[string]
	WorkingDir Value[string] // absolute; "/" by default
	StopSignal Value[string] // as written; "" means SIGTERM
	Health     Value[*Health]
	OnBuild    []*parser.Instruction // ONBUILD of this stage, for its children

	// LostCmd is the CMD that this stage's ENTRYPOINT cleared: inherited from
	// the base image or an earlier stage. Known is false where there is none,
	// or none that is known.
	LostCmd Value[[]string]

	// Set lists every CMD, ENTRYPOINT and HEALTHCHECK that took effect in this
	// stage, triggers of the parent's ONBUILD first.
	Set []Origin

	addsFiles  bool             // COPY or ADD bring files that could be programs
	shells     []shellAt        // SHELL of this stage, in order
	vars       []Var            // of this stage, in order
	index      map[string][]int // where a name stands in vars
	globals    *globals
	root       *Base           // of the image at the end of the chain of stages
	triggers   map[string]bool // the verbs of OnBuild
	otherSh    shell.Answer    // whether RUN, COPY or ADD put another shell at /bin/sh, once it has been asked for
	unknownEnv bool            // an ENV could not be read
	starts     map[string]*Start

	stages []*Launch // the earlier ones of the file
	steps  []rootfs.Step
	build  *rootfs.Build
	texts  *texts // shell scripts that have been read
	parsed commandTexts
	files  *rootfs.Image // nil until it is asked for
}

// Health is a resolved HEALTHCHECK: Test as in the image configuration, that is
// ["NONE"], ["CMD", …] or ["CMD-SHELL", text].
type Health struct{ Test []string }

// Base is what FROM names.
type Base struct {
	Ref    string      // with variables replaced; "" where they have no value
	At     parser.Span // where FROM names it
	Parent *Launch     // an earlier stage of the file, nil for an image
	Config Config      // of the image
	Known  bool        // whether Ref is known and, for an image, Config
}

// Scratch reports whether the stage starts from nothing.
func (b Base) Scratch() bool { return b.Parent == nil && b.Ref == "scratch" }

// Triggers reports whether an ONBUILD of this stage holds a verb, such as CMD.
func (l *Launch) Triggers(verb string) bool { return l.triggers[verb] }

// Root returns the base at the end of the chain of parent stages.
func (l *Launch) Root() Base { return *l.root }

// Parents returns the stages this one is built on, nearest first.
func (l *Launch) Parents() []*Launch {
	var all []*Launch
	for p := l.Base.Parent; p != nil; p = p.Base.Parent {
		all = append(all, p)
	}
	return all
}

// Run is a docker run command: what it puts in place of the image's own.
type Run struct {
	Entrypoint    string   // --entrypoint
	EntrypointSet bool     // --entrypoint given, also as ""
	Args          []string // words behind the image
}

// CommandLine is the docker run command, with IMAGE for the image.
func (r Run) CommandLine() []string {
	words := []string{"docker", "run"}
	if r.EntrypointSet {
		words = append(words, "--entrypoint", r.Entrypoint)
	}
	return append(append(words, "IMAGE"), r.Args...)
}
