package execform

import (
	"path"
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// placed is a file that COPY or ADD puts into an image.
type placed struct {
	file string // absolute
	by   *parser.Instruction
}

// placeOf finds where a file of that name is copied to, if that is one folder
// and not on PATH, and nothing else may put such a program on PATH.
func placeOf(l *launch.Launch, name string) (placed, bool) {
	var found []placed
	runs, image := false, l
	for n := 0; l != nil && n < 16; n++ {
		for i, inst := range l.Stage.Instructions {
			runs = runs || inst.Verb.Value == "RUN"
			if file, ok := copied(l, i, name); ok {
				found = append(found, placed{file, inst})
			}
		}
		if l.Base.Parent == nil && path.Ext(name) == "" && (runs || !bare.Has(strings.SplitN(l.Base.Ref, ":", 2)[0])) {
			return placed{}, false // there may be another program of that name
		}
		l = l.Base.Parent
	}
	switch {
	case len(found) > 0 && !isOffPath(found), len(found) == 0 && path.Ext(name) == "", somethingPutsOnPath(image, name):
		return placed{}, false
	case len(found) == 0:
		found = inFolders(image, name)
	}
	return append(found, placed{})[0], isOffPath(found)
}

// isOffPath reports whether there is one file, in a folder where no program is
// looked for.
func isOffPath(found []placed) bool {
	return len(found) == 1 && !mayBeOnPath(path.Dir(found[0].file)) && !rootfs.HoldsData(found[0].file)
}

// somethingPutsOnPath reports whether an instruction of a stage, or of those it is
// built on, may make a program of that name be found.
func somethingPutsOnPath(l *launch.Launch, name string) bool {
	for n := 0; l != nil && n < 16; n++ {
		if slices.ContainsFunc(l.Stage.Instructions, func(inst *parser.Instruction) bool { return mayPutOnPath(inst, name) }) {
			return true
		}
		l = l.Base.Parent
	}
	return false
}

// inFolders finds files of that name in the folders that are copied. Names
// without an ending are those of programs that the image has: the build context
// is not searched for them.
func inFolders(l *launch.Launch, name string) []placed {
	var found []placed
	for _, f := range l.Files().Named(name) {
		if f.By != nil && path.Base(f.Path) == name {
			found = append(found, placed{f.Path, f.By})
		}
	}
	return found
}

// bare are images of systems, which have no program but the system's.
const bare wordset.Set = "scratch alpine debian ubuntu busybox"

// mayBeOnPath reports whether an image may have the folder on PATH: the default
// ones, and others that are there for programs.
func mayBeOnPath(dir string) bool {
	base := path.Base(dir)
	return strings.Contains(base, "bin") || base == "scripts" || strings.HasPrefix(dir, "/usr/local/go") || strings.HasPrefix(dir, "/command")
}

// copied returns the absolute name of a file that COPY or ADD puts into a folder
// under its own name.
func copied(l *launch.Launch, i int, name string) (string, bool) {
	sources, dest := copyOf(l.Stage.Instructions[i])
	at := slices.IndexFunc(sources, func(s string) bool { return path.Base(s) == name && !strings.HasSuffix(s, "/") })
	if at < 0 || strings.Contains(dest, "$") {
		return "", false
	}
	if !path.IsAbs(dest) {
		dir, ok := workdirAt(l, i)
		if !ok {
			return "", false
		}
		folder := strings.HasSuffix(dest, "/") || path.Base(dest) == "." || path.Base(dest) == ".."
		if dest = path.Join(dir, dest); folder {
			dest += "/"
		}
	}
	switch {
	case strings.HasSuffix(dest, "/"):
		return path.Join(dest, name), true
	case path.Base(dest) == name:
		return dest, true
	}
	// Without a slash at its end the destination is a file, unless a folder of
	// that name is there already.
	dir, ok := workdirAt(l, i)
	return path.Join(dest, name), ok && dir == path.Clean(dest) && dir != "/"
}

func copyOf(inst *parser.Instruction) (sources []string, dest string) {
	switch c := inst.Cmd.(type) {
	case *instructions.CopyCommand:
		return c.SourcePaths, c.DestPath
	case *instructions.AddCommand:
		return c.SourcePaths, c.DestPath
	}
	return nil, ""
}

// workdirAt returns the working directory at an instruction of a stage; false
// where a variable or the base image decides it.
func workdirAt(l *launch.Launch, i int) (string, bool) {
	dir := ""
	for i--; i >= 0; i-- {
		c, ok := l.Stage.Instructions[i].Cmd.(*instructions.WorkdirCommand)
		if !ok {
			continue
		}
		if strings.ContainsAny(c.Path, `$\`) {
			return "", false
		}
		if dir = path.Join(c.Path, dir); path.IsAbs(dir) {
			return dir, true
		}
	}
	switch {
	case l.Base.Parent != nil:
		return path.Join(l.Base.Parent.WorkingDir.V, dir), l.Base.Parent.WorkingDir.Known
	case l.Base.Config.WorkingDir != "":
		return path.Join(l.Base.Config.WorkingDir, dir), l.Base.Known
	}
	return path.Join("/", dir), l.Base.Known
}

// harmless are commands that leave a file they name where it is.
var harmless = lazyregexp.New(`^\s*(RUN\s+)?(sudo\s+)?(chmod|chown|chgrp|dos2unix|sed|ls|cat|test|\[|stat|echo|mkdir|touch|rm)\s`)

// commandEnds end a command of a shell, as a line end does.
var commandEnds = strings.NewReplacer("&&", "\n", ";", "\n", "|", "\n")

var otherInPath = lazyregexp.New(`\$\{?[A-OQ-Za-z_]|\$\{?P[B-Zb-z_]|[=:"]\.([:"\s]|$)`)

// mayPutOnPath reports whether an instruction may make a program of that name be
// found: it changes PATH in a way that is not understood, copies into a folder
// on PATH, or does something with the file.
func mayPutOnPath(inst *parser.Instruction, name string) bool {
	text := inst.Logical.Text
	switch inst.Verb.Value {
	case "ENV":
		return strings.Contains(text, "PATH") && changesPath(inst)
	case "RUN":
		return strings.Contains(text, name) && slices.ContainsFunc(strings.Split(commandEnds.Replace(text), "\n"), func(part string) bool {
			return strings.Contains(part, name) && !harmless.MatchString(part)
		}) || fillsPath(text)
	case "COPY", "ADD":
		return mayCopyToPath(inst, name)
	}
	return false
}

// mayCopyToPath reports whether COPY or ADD may put a file of that name into a
// folder on PATH.
func mayCopyToPath(inst *parser.Instruction, name string) bool {
	sources, dest := copyOf(inst)
	if !isSystemFolder(dest) || path.Clean(dest) == "/" && slices.ContainsFunc(sources, func(s string) bool { return path.Base(s) == name }) {
		return false
	}
	return slices.ContainsFunc(sources, func(s string) bool {
		switch {
		case path.Base(s) == name && !strings.HasSuffix(dest, "/") && dest != ".":
			return true
		case strings.HasSuffix(s, ".tar"), strings.HasSuffix(s, "gz"):
			return true
		}
		return path.Ext(s) == "" || strings.Contains(s, "*")
	})
}

// isSystemFolder reports whether a folder has programs of the system, or is the
// root of all those.
func isSystemFolder(dest string) bool {
	switch strings.Trim(dest, "/") {
	case "", "bin", "sbin", "usr", "usr/bin", "usr/sbin", "usr/local", "usr/local/bin", "usr/local/sbin":
		return true
	}
	return false
}

// changesPath reports whether ENV adds a folder to PATH that is none of its own
// for programs.
func changesPath(inst *parser.Instruction) bool {
	for _, pair := range inst.Pairs {
		if pair.Key.Value != "PATH" || pair.Value == nil {
			continue
		}
		value := strings.Trim(pair.Value.Value, `"'`)
		if otherInPath.MatchString(`"` + value + `"`) {
			return true
		}
		for _, dir := range strings.Split(value, ":") {
			if path.IsAbs(dir) && !mayBeOnPath(dir) {
				return true
			}
		}
	}
	return false
}
