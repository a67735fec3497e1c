package intent

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// copied returns the names of what COPY or ADD copies, and where to.
func copied(inst *parser.Instruction) (names []string, to string) {
	n := len(inst.Words) - 1
	if v := inst.Verb.Value; n < 1 || v != "COPY" && v != "ADD" {
		return nil, ""
	}
	for _, w := range inst.Words[:n] {
		names = append(names, strings.ToLower(path.Base(w.Value)))
	}
	return names, inst.Words[n].Value
}

// bringsTree reports whether COPY or ADD brings a file system: an archive, or
// a folder, going by its name, that goes to the root folder or is one of it.
func bringsTree(inst *parser.Instruction) bool {
	names, to := copied(inst)
	toRoot := path.Clean(to) == "/" || path.Clean(to) == "."
	return isSystemFolder(to) || slices.ContainsFunc(names, func(name string) bool {
		switch path.Ext(name) {
		case ".tar", ".gz", ".tgz", ".txz", ".xz", ".bz2":
			return true
		}
		return toRoot && path.Ext(name) == ""
	})
}

// bringsProgram reports whether COPY or ADD brings what can be a program,
// going by its name. What goes to NAME/ under the same name is a folder.
func bringsProgram(inst *parser.Instruction) bool {
	names, to := copied(inst)
	return slices.ContainsFunc(names, func(name string) bool {
		switch path.Ext(name) {
		case "", ".exe", ".jar", ".py", ".sh":
			return !strings.HasSuffix(strings.ToLower(to), "/"+name+"/")
		}
		return false
	})
}

// stagesTree reports whether COPY brings what a builder put together as the root
// folder: COPY --from=builder /staging/ /, which base images of others do.
func stagesTree(inst *parser.Instruction) bool {
	names, to := copied(inst)
	return to == "/" && len(names) == 1 && strings.HasSuffix(inst.Words[0].Value, "/")
}

// isSystemFolder reports whether a path is a folder of a root file system, or one
// that holds such a system.
func isSystemFolder(to string) bool {
	switch to {
	case "/bin", "/lib", "/lib64", "/sbin", "/usr":
		return true
	}
	return strings.Contains(path.Base(to), "rootfs")
}

// placesProgram reports whether COPY or ADD puts what can be a program where an
// image of one program has it: in the root folder, or in one for programs. What
// keeps its path is likely to be a folder.
func placesProgram(inst *parser.Instruction) bool {
	names, to := copied(inst)
	if len(names) == 0 || slices.Contains(names, "*") || len(names) == 1 && inst.Words[0].Value == to {
		return bringsProgram(inst) && isProgramPath(to)
	}
	folder := path.Dir(to)
	return bringsProgram(inst) && (folder == "/" || folder == "." || isProgramPath(to))
}

// touches reports whether stages mention a program of their base in COPY, ADD
// or RUN, or copy what may hold one of its name: it may be another one then.
func touches(stages []*launch.Launch, program string) bool {
	name := path.Base(program)
	for _, stage := range stages {
		for _, inst := range stage.Stage.Instructions {
			switch inst.Verb.Value {
			case "COPY", "ADD", "RUN":
				if strings.Contains(inst.Logical.Text, name) || copiesGlob(inst, name) || bringsTree(inst) && !bringsFiles(stage, inst) {
					return true
				}
			}
		}
	}
	return false
}

// bringsFiles reports whether the build context shows that what goes to the root
// folder are files, not a folder with a file system.
func bringsFiles(l *launch.Launch, inst *parser.Instruction) bool {
	names, to := copied(inst)
	if path.Clean(to) != "/" {
		return false
	}
	for _, w := range inst.Words[:len(names)] {
		if f := l.Files().Lookup(path.Join("/", path.Base(w.Value))); !f.Found() || f.Dir || f.Text == nil && !f.Binary {
			return false
		}
	}
	return true
}

func copiesGlob(inst *parser.Instruction, name string) bool {
	names, _ := copied(inst)
	return slices.ContainsFunc(names, func(pattern string) bool {
		ok, _ := path.Match(pattern, strings.ToLower(name))
		return ok
	})
}
