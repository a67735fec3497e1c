package rootfs

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"

	"github.com/entrylint/entrylint/launch/shell"
)

// tree is what COPY takes its sources from.
type tree interface {
	kind(s *search, name string) kind
	// get returns what is at a path; of a link in a folder nothing is known,
	// unless it is followed.
	get(s *search, name string, follow bool) File
	// packed reports whether a file is an archive, as ADD sees it.
	packed(name string) bool
	// glob reports false where it is not known what matches.
	glob(pattern string) ([]string, bool)
}

type kind int

const (
	isAnything kind = iota // it is not known
	isFile
	isFolder
	isMissing
)

// contextTree is the build context.
type contextTree struct{ *Build }

func (t contextTree) kind(_ *search, name string) kind {
	ctx := t.context()
	if ctx == nil {
		return isAnything
	}
	name = relative(name)
	info, err := fs.Stat(ctx.FS, name)
	switch {
	case ctx.ignored(name) || errors.Is(err, fs.ErrNotExist):
		if ctx.Certain {
			return isMissing
		}
	case err != nil:
	case info.IsDir():
		return isFolder
	case info.Mode().IsRegular():
		return isFile
	}
	return isAnything
}

func (t contextTree) get(_ *search, name string, follow bool) File {
	ctx := t.context()
	if ctx == nil {
		return File{}
	}
	name = relative(name)
	stat := fs.Lstat
	if follow {
		stat = fs.Stat
	}
	info, err := stat(ctx.FS, name)
	switch {
	case ctx.ignored(name) || errors.Is(err, fs.ErrNotExist):
		if ctx.Certain {
			return File{State: Absent}
		}
		return File{}
	case err != nil || !info.IsDir() && !info.Mode().IsRegular(), !info.IsDir() && ctx.Doubted != nil && ctx.Doubted(name):
		return File{}
	}
	f := File{State: Copied, Dir: info.IsDir(), source: name}
	if ctx.Modes && !f.Dir {
		f.mode = modeBits(info.Mode())
	}
	return f
}

// packed looks at how the file begins: one that is compressed may be an archive.
func (t contextTree) packed(name string) bool {
	f, err := t.ctx.FS.Open(relative(name))
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 262)
	n, _ := io.ReadFull(f, head) // a short file is no error
	head = head[:n]
	for _, magic := range []string{"\x1f\x8b", "BZh", "\xfd7zXZ", "\x28\xb5\x2f\xfd"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return bytes.HasSuffix(head, []byte("ustar")) && n == len("ustar")+257
}

// glob matches as the builder does: element by element, in order of the names
// (fsutil, ResolveWildcards).
func (t contextTree) glob(pattern string) ([]string, bool) {
	ctx := t.context()
	if ctx == nil {
		return nil, false
	}
	matches, err := fs.Glob(ctx.FS, relative(pattern))
	matches = slices.DeleteFunc(matches, ctx.ignored)
	return matches, err == nil && (ctx.Certain || len(matches) > 0)
}

func (c *Context) ignored(name string) bool {
	return name != "." && c.Ignored != nil && c.Ignored(name)
}

// relative is the path of a source below the root: nothing leads out of it.
func relative(name string) string {
	if name = path.Clean("/" + name)[1:]; name == "" {
		return "."
	}
	return name
}

// stageTree is an earlier stage.
type stageTree struct{ *Image }

func (t stageTree) packed(string) bool           { return false }
func (t stageTree) glob(string) ([]string, bool) { return nil, false }

func (t stageTree) kind(s *search, name string) kind {
	f := t.get(s, name, true)
	switch {
	case f.Dir || s.folder(t.Image, len(t.steps), path.Clean("/"+name)) == shell.Yes:
		return isFolder
	case f.Found():
		return isFile
	case f.State == Absent:
		return isMissing
	}
	return isAnything
}

func (t stageTree) get(s *search, name string, _ bool) File {
	inner := search{top: t.Image, budget: s.budget}
	f := inner.find(t.Image, t.real(path.Clean("/"+name)))
	s.budget = inner.budget
	return f
}

// unknownTree is an image or a further build context.
type unknownTree struct{}

func (unknownTree) kind(*search, string) kind      { return isAnything }
func (unknownTree) get(*search, string, bool) File { return File{} }
func (unknownTree) packed(string) bool             { return false }
func (unknownTree) glob(string) ([]string, bool)   { return nil, false }

func (i *Image) sourceOf(from string) tree {
	if from == "" {
		return contextTree{i.build}
	}
	if stage := i.stage.From(from); stage != nil {
		return stageTree{stage}
	}
	return unknownTree{}
}
