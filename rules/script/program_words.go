package script

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// elsewhere lists where files of a program's name are, if its path leads
// nowhere. A variable or a pattern is another matter, and so are settings that are
// named after a program.
func elsewhere(l *launch.Launch, program string) []rootfs.File {
	if !strings.Contains(program, "/") || strings.ContainsAny(program, "$`*?~") || !path.IsAbs(program) && !l.WorkingDir.Known {
		return nil
	}
	file := program
	if !path.IsAbs(program) {
		file = path.Join(l.WorkingDir.V, program)
	}
	if !l.Files().Readable() || l.Files().Lookup(file).State != rootfs.Absent {
		return nil
	}
	name := path.Base(program)
	return slices.DeleteFunc(l.Files().Named(name), func(f rootfs.File) bool { return path.Ext(name) == "" && rootfs.HoldsData(f.Path) })
}

// wordAt finds where an instruction names a program. In a text for a shell it
// has to begin with it: what stands behind may depend on it.
func wordAt(c *rules.Command, program string) (parser.Span, bool) {
	for _, w := range c.Words {
		if c.Form == parser.Exec && w.Value == program {
			return w.Span, true
		}
	}
	text := c.ShellText()
	if text == nil {
		return parser.Span{}, false
	}
	src := strings.TrimPrefix(text.Src, "exec ")
	start := len(text.Src) - len(src)
	if src != program && !strings.HasPrefix(src, program+" ") {
		return parser.Span{}, false
	}
	return text.At(start, start+len(program)), true
}
