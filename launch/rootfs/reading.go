package rootfs

import (
	"path"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/parser"
)

// reading is what a step says, read when a look-up comes to it.
type reading struct {
	done   bool
	copy   *copying
	run    *run
	unread bool // anything can be where it was
}

func (i *Image) reading(n int) *reading {
	if i.read == nil {
		i.read = make([]reading, len(i.steps))
	}
	r := &i.read[n]
	if r.done {
		return r
	}
	r.done = true
	step := &i.steps[n]
	switch c := step.At.Cmd.(type) {
	case *instructions.CopyCommand:
		r.copy = i.copying(step, c.SourcesAndDest, c.Chmod)
		r.copy.parents, r.copy.exclude = c.Parents, c.ExcludePatterns
		r.copy.from = i.sourceOf(c.From)
	case *instructions.AddCommand:
		r.copy = i.copying(step, c.SourcesAndDest, c.Chmod)
		r.copy.exclude, r.copy.add = c.ExcludePatterns, true
		r.copy.unpack = c.Unpack == nil || *c.Unpack
		r.copy.from = contextTree{i.build}
	case *instructions.RunCommand:
		r.run = &run{image: i, step: step, at: n}
	case nil:
		r.unread = true
	}
	return r
}

// copying is a COPY or ADD.
type copying struct {
	by      *parser.Instruction
	of      *parser.File
	from    tree
	sources []source // in the order in which they are copied
	dest    dest
	mode    bits
	parents bool
	exclude []string
	add     bool
	unpack  bool // ADD of an archive
}

// source is one thing that is copied.
type source struct {
	path  string // as written where it is not known
	known bool
	doc   *doc // of a here-document, whose name is the path
}

// base returns the name under which a file is put into a folder, and false
// where a variable decides it.
func (s source) base() (string, bool) {
	base := path.Base(s.path)
	return base, s.known || !strings.Contains(base, "$")
}

// dest is where something is copied to. Where that is not known, path is a
// folder it is in.
type dest struct {
	path  string
	slash bool   // it is a folder
	base  string // its last element, where that is known
	known bool
}

func (i *Image) copying(step *Step, c instructions.SourcesAndDest, chmodFlag string) *copying {
	all := &copying{dest: i.dest(step, c.DestPath)}
	if step.Own {
		all.by, all.of = step.At, i.build.file
	}
	all.sources = make([]source, 0, len(c.SourcePaths)+len(c.SourceContents))
	for _, s := range c.SourcePaths {
		v, known := i.stage.Expand(s, step.Vars)
		if !known {
			v = s
		}
		all.sources = append(all.sources, source{path: v, known: known})
	}
	all.sources = append(all.sources, i.docs(step, c.SourceContents)...)
	if chmodFlag != "" {
		all.mode = uncertain
		if v, known := i.stage.Expand(chmodFlag, step.Vars); known {
			all.mode = chmod(v)
		}
	}
	return all
}

// dest reads a destination (BuildKit, pathRelativeToWorkingDir).
func (i *Image) dest(step *Step, word string) dest {
	v, known := i.stage.Expand(word, step.Vars)
	if !known {
		d := dest{path: "/", slash: strings.HasSuffix(word, "/"), base: path.Base(word)}
		if lit, _, _ := strings.Cut(word, "$"); path.IsAbs(lit) {
			d.path = i.real(path.Dir(lit))
		}
		if strings.Contains(d.base, "$") {
			d.base = ""
		}
		return d
	}
	last := path.Base(v)
	d := dest{slash: v == "" || strings.HasSuffix(v, "/") || last == "." || last == "..", base: last}
	if !path.IsAbs(v) && !step.DirKnown {
		d.path = "/"
		return d
	}
	d.path, d.known = i.real(Absolute(step.Dir, v)), true
	return d
}

// Absolute is the path of a file that is named in a folder.
func Absolute(dir, file string) string {
	if path.IsAbs(file) {
		return path.Clean(file)
	}
	return path.Join("/", dir, file)
}
