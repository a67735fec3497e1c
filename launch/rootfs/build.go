package rootfs

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"

	"github.com/entrylint/entrylint/parser"
)

// Build is what the stages of one Dockerfile have in common: the build context,
// which is asked for when the first look-up needs it, and what was read of it.
type Build struct {
	file  *parser.File
	open  func() *Context
	docs  bool // COPY or ADD, also of an ONBUILD, holds a here-document
	ctx   *Context
	texts map[string]text
	names map[string][]string // the paths in the context by base name

	visits int // of stages, by all look-ups so far
}

// NewBuild returns what the stages of a Dockerfile share. Context may be nil,
// and may return nil: no context is known then.
func NewBuild(file *parser.File, context func() *Context) *Build {
	docs := slices.ContainsFunc(file.Instructions, func(inst *parser.Instruction) bool {
		return len(inst.Heredocs) > 0 && inst.Verb.Value != "RUN"
	})
	return &Build{file: file, open: context, docs: docs}
}

// Readable reports whether a look-up may come to the text of a file: there is a
// build context to be asked for, or a here-document.
func (b *Build) Readable() bool { return b.open != nil || b.ctx != nil || b.docs }

// context returns nil where none is known.
func (b *Build) context() *Context {
	if b.open != nil {
		b.ctx = b.open()
		b.open = nil
	}
	return b.ctx
}

// maxText is how long a text may be that is read.
const maxText = 1 << 20

type text struct {
	source *parser.Source
	binary bool
}

// text adds the text to a file.
func (b *Build) text(f File) File {
	var t text
	switch {
	case f.Dir:
	case f.State == Inline:
		t = f.doc.text(b.file.Name)
	case f.State == Copied:
		t = b.readText(f.source)
	}
	f.Text, f.Binary = t.source, t.binary
	return f
}

// pointer is what Git LFS has at the beginning of a file that it has not
// fetched: what will be there is not known.
var pointer = []byte("version https://git-lfs.github.com/spec/")

func (b *Build) readText(name string) text {
	if t, ok := b.texts[name]; ok {
		return t
	}
	data, err := readFile(b.ctx.FS, name)
	t := text{binary: bytes.IndexByte(data, 0) >= 0}
	if err == nil && !t.binary && len(data) <= maxText && !bytes.HasPrefix(data, pointer) {
		t.source = parser.NewSource(b.ctx.name(name), data)
	}
	if b.texts == nil {
		b.texts = map[string]text{}
	}
	b.texts[name] = t
	return t
}

// readFile reads a little more than may be.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	return io.ReadAll(io.LimitReader(f, maxText+1))
}

func (c *Context) name(file string) string {
	if c.Name == nil {
		return path.Clean(file)
	}
	return c.Name(file)
}
