// Package rootfs tells what stands at a path of a stage's image: a file of the
// build context, the text of a here-document, surely nothing, or something that
// is not known.
//
// An image is asked, not built: a look-up goes back through the instructions of
// the stage, of those it is built on and of those it copies from, and reads no
// more of them than it has to.
package rootfs

import (
	"io/fs"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// Context is a build context as far as it is known.
type Context struct {
	FS   fs.FS                    // nothing outside the root can be read through it
	Name func(path string) string // how reports call a file of it, such as app/entrypoint.sh; nil for its path

	// Certain tells that the root is settled: what is not in FS is not in the
	// context. Otherwise nothing is known of it.
	Certain bool
	// Doubted tells of a path that another folder has it, too, which may be the
	// root instead: nothing is known of what stands there. It is nil where no
	// other one may be.
	Doubted func(path string) bool
	// Modes tells that execute bits are those that the build will see: not on
	// Windows, and not where git's core.fileMode is false.
	Modes bool
	// Ignored tells what .dockerignore keeps out, whole folders by the paths in
	// them as well. It is nil where there is none.
	Ignored func(path string) bool
}

// State is what is known of a path.
type State int

// The states. Unknown is the zero value: something that is not read may put a
// file there, or keep it away.
const (
	Unknown State = iota
	Absent        // there is nothing
	Copied        // a file of the build context
	Inline        // a here-document of COPY or ADD
)

// File is what stands at a path of an image.
type File struct {
	State State
	Path  string // in the image, where the links that RUN makes lead
	Dir   bool   // it is a folder

	// Text is nil where it cannot be read or need not be: of what is not
	// known, of a binary or a folder, and above 1 MiB. That of a here-document
	// is named after the Dockerfile; see [File.Place].
	Text   *parser.Source
	Binary bool

	Executable shell.Answer        // whether everybody may execute it
	By         *parser.Instruction // the COPY or ADD that puts it there; nil for none, or one of the base image

	// Edited tells that a RUN may have changed the text: Text is what it was
	// before.
	Edited bool
	// LineEnds tells that a RUN takes carriage returns off, or may.
	LineEnds bool
	// Chmod tells that a RUN changes who may execute it, whatever COPY says.
	Chmod bool

	mode   bits
	known  bool         // of an unknown one: something is known to make it or to change it
	lands  bool         // By surely puts something there
	made   bool         // a COPY that is not understood may have made it
	source string       // in the context
	linked bool         // Path is where a link leads
	passed []passed     // the RUN behind it
	doc    *doc         // of a here-document
	of     *parser.File // the Dockerfile of By
}

// Found reports whether there is a file, and it is known which.
func (f File) Found() bool { return f.State == Copied || f.State == Inline }
