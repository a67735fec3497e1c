package rootfs

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// maxVisits is how many stages a look-up goes through, those among them that it
// copies from: a stage can copy from the one before it several times, and the
// next one from that.
const maxVisits = 200

// maxAllVisits is how many all look-ups of a Dockerfile go through, so that
// thousands of stages that copy from each other do not take a minute.
const maxAllVisits = 50_000

// search is one look-up: what RUN does to the file behind where it has come to.
type search struct {
	top    *Image
	budget int

	modes        []change // the last one first
	edited, ends bool
	links        int
}

// change is one chmod.
type change struct {
	bits
	sure bool
}

// search looks for what stands at a path of the finished image.
func (i *Image) search(file string) File {
	budget := min(maxVisits, maxAllVisits-i.build.visits)
	s := search{top: i, budget: budget}
	f := s.find(i, file)
	i.build.visits += budget - max(s.budget, 0)
	return f
}

// find looks for what stands at a path in the end.
func (s *search) find(i *Image, file string) File {
	return s.before(i, len(i.steps), file)
}

// before looks for what stands at a path before a step.
func (s *search) before(i *Image, step int, file string) File {
	for at := (place{file: file, path: file}); ; {
		if s.budget--; s.budget < 0 {
			return File{Path: at.path}
		}
		for step--; step >= 0; step-- {
			if f, done := s.step(i, step, &at); done {
				return s.result(f, at)
			}
		}
		if i.base.Parent == nil {
			return s.result(i.fromBase(at.file), at)
		}
		i = i.base.Parent
		step = len(i.steps)
	}
}

// place is what is looked for: file is where it was before the steps that have
// been seen, path is where it is.
type place struct {
	file, path string
	made       bool // a COPY that was seen may have made it
	ran        []passed
}

// result adds what RUN did.
func (s *search) result(f File, at place) File {
	if !f.linked {
		f.Path = at.path
	}
	if f.State == Absent && (at.made || slices.ContainsFunc(at.ran, passed.mayMake)) {
		f.State = Unknown
	}
	f.made = f.made || at.made
	for _, c := range slices.Backward(s.modes) {
		if c.sure {
			f.mode = c.bits.after(f.mode)
		} else {
			f.mode = c.bits.perhaps(f.mode)
		}
	}
	f.Chmod = f.Chmod || len(s.modes) > 0
	if f.Found() {
		if f.passed = append(f.passed, at.ran...); f.mode.answer() == shell.No && mayChange(at.ran) {
			f.mode = uncertain
		}
	}
	f.Edited, f.LineEnds = f.Edited || s.edited, f.LineEnds || s.ends
	return f
}

// step looks at one step; it reports true where the search ends.
func (s *search) step(i *Image, n int, at *place) (File, bool) {
	r := i.reading(n)
	switch {
	case r.copy != nil:
		return s.copied(i, n, r.copy, at)
	case r.run != nil:
		return s.ran(r.run, at)
	case r.unread:
		return File{}, true
	}
	return File{}, false
}

// inside returns the path of a file below a folder, "." for the folder itself,
// and false for one elsewhere.
func inside(file, dir string) (string, bool) {
	switch {
	case file == dir:
		return ".", true
	case dir == "/":
		return strings.CutPrefix(file, "/")
	case len(file) > len(dir) && file[len(dir)] == '/' && file[:len(dir)] == dir:
		return file[len(dir)+1:], true
	}
	return "", false
}

// below is inside without the folder itself.
func below(file, dir string) bool {
	rel, ok := inside(file, dir)
	return ok && rel != "."
}
