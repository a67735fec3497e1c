package rootfs

import (
	"bytes"
	"path"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// Image is the file system of one stage.
type Image struct {
	stage Stage
	base  Base
	steps []Step
	build *Build

	read     []reading // of the steps, as far as they have been read
	known    map[string]File
	programs map[string]shell.Answer
}

// Stage is what an image asks the stage that builds it.
type Stage interface {
	// Expand replaces the variables of a word as the builder does where this
	// many ARG and ENV of the stage are in force. It reports false where a
	// value is not known.
	Expand(word string, vars int) (string, bool)
	// ExpandText does the same in a here-document, where quotes stay.
	ExpandText(text string, vars int) (string, bool)
	// Variable returns the value of an ARG or ENV, and false where there is
	// none that is known.
	Variable(name string, vars int) (string, bool)
	// From returns the image of the earlier stage that COPY --from names, and
	// nil for an image or a build context.
	From(name string) *Image
}

// Base is what an image starts from.
type Base struct {
	Parent *Image // an earlier stage; nil for an image of a registry

	// Of the image at the end of the chain of stages:
	Known      bool
	Name       string // such as debian
	Tag        string // such as 12-slim; "" for a digest
	Scratch    bool
	Windows    bool
	WorkingDir string
	Entrypoint []string
	Cmd        []string
	Env        []string // names
	EnvUnknown bool     // Env does not say all
	Wrapper    string   // what the entrypoint does with its arguments
	Sh         shell.Kind
	Tools      []string

	ToolsUnknown bool // there may be others
}

// Step is an instruction that may change files: COPY, ADD, RUN, WORKDIR, or one
// that could not be read.
type Step struct {
	At   *parser.Instruction
	Own  bool   // At stands in the Dockerfile, not in the base image's configuration
	Dir  string // the working directory; that of WORKDIR itself is the new one
	Vars int    // how many ARG and ENV are in force

	DirKnown bool
}

// New returns the image of a stage. Its steps include the triggers of its
// parent's ONBUILD.
func New(stage Stage, base Base, steps []Step, build *Build) *Image {
	return &Image{stage: stage, base: base, steps: steps, build: build}
}

// Lookup tells what stands at an absolute path.
func (i *Image) Lookup(file string) File {
	file = path.Clean(file)
	if f, ok := i.known[file]; ok {
		return f
	}
	f := File{Path: file}
	if path.IsAbs(file) && !i.base.Windows {
		f = i.build.text(i.search(file))
		f.LineEnds = f.LineEnds || f.Text != nil && bytes.IndexByte(f.Text.Bytes, '\r') >= 0 && mayChange(f.passed)
	}
	f.Executable = f.mode.answer()
	if i.known == nil {
		i.known = map[string]File{}
	}
	i.known[file] = f
	return f
}

// Readable reports whether a look-up may find a file: there is a build context,
// or a here-document.
func (i *Image) Readable() bool { return i.build.Readable() }

// root returns the base at the end of the chain of stages.
func (i *Image) root() Base {
	for i.base.Parent != nil {
		i = i.base.Parent
	}
	return i.base
}
