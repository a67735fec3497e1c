package launch

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
)

// fileError is what the engine answers where the file it is to start cannot be
// started: measured with Docker 20.10 and runc 1.1.
func (l *Launch) fileError(argv []string) string {
	if l.windows() || !l.addsFiles {
		return ""
	}
	name := argv[0]
	if !l.build.Readable() && !l.mayLack(name) {
		return ""
	}
	f := l.program(name)
	switch {
	case f.State == rootfs.Absent && strings.Contains(name, "/"):
		return fmt.Sprintf("exec: %q: stat %s: %s", name, name, l.missing(f.Path))
	case f.Dir || !f.Found():
		return ""
	case f.Executable == shell.No && strings.Contains(name, "/"):
		return fmt.Sprintf("exec: %q: permission denied", name)
	case f.Executable == shell.No:
		return fmt.Sprintf("exec: %q: executable file not found in $PATH", name)
	}
	return l.ExecError(name)
}

// missing says why there is nothing at a path: a file may stand where one of its
// folders would be.
func (l *Launch) missing(file string) string {
	for dir := path.Dir(file); dir != "/" && dir != "."; dir = path.Dir(dir) {
		if f := l.Files().Lookup(dir); f.Found() && !f.Dir {
			return "not a directory"
		}
	}
	return "no such file or directory"
}

// mayLack reports whether a program that is named by its path may be missing.
// Where no file can be read, that is all there is to be found out.
func (l *Launch) mayLack(name string) bool {
	if !path.IsAbs(name) {
		return strings.Contains(name, "/")
	}
	return l.Files().MayLack(path.Clean(name))
}

// ExecError is what the engine answers where the file that a name stands for
// cannot be started although everybody may execute it; "" for nothing known.
func (l *Launch) ExecError(name string) string {
	f := l.program(name)
	if f.Text == nil || f.Edited {
		return ""
	}
	if !strings.Contains(name, "/") {
		name = f.Path // as it was found on PATH
	}
	words := interpreter(f.Text)
	switch {
	case words == nil:
		return fmt.Sprintf("exec %s: exec format error", name)
	case len(words) == 1 && path.IsAbs(words[0]) && endsInReturn(f), l.Lacks(words[0]):
		return fmt.Sprintf("exec %s: no such file or directory", name)
	}
	return ""
}

// endsInReturn reports whether a carriage return is a part of the first line:
// of the name of the interpreter, where nothing stands behind it.
func endsInReturn(f rootfs.File) bool {
	line, _, _ := bytes.Cut(f.Text.Bytes, []byte("\n"))
	return bytes.HasSuffix(line, []byte("\r")) && !f.LineEnds
}

// Lacks reports whether there is surely no program of that path in the image,
// or of that name on PATH.
func (l *Launch) Lacks(program string) bool {
	if path.IsAbs(program) {
		return l.Files().LacksFile(program)
	}
	if v, ok := l.Env("PATH"); ok && !v.Value.Known && v.Value.Origin.Image == "" {
		return false
	}
	return !strings.Contains(program, "/") && l.Files().LacksProgram(program)
}
