package script

import (
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// source reads another script into this one. One that is not known may define
// functions.
func (w *walker) source(args []*syntax.Word, s *state) outcome {
	if len(args) == 0 {
		return outcome{next: s}
	}
	name := w.scalar(args[0], s)
	if text := w.sourced(name, s); text != nil && text.File() != nil && w.depth < maxDepth {
		before, anyBefore := s.args, s.anyArgs
		if len(args) > 1 {
			s.args = w.fields(args[1:], s)
			s.anyArgs = splits(s.args)
		}
		end := w.nested(text, text.File().Stmts, s)
		after := join(end.next, end.returned)
		if after != nil && len(args) > 1 {
			after.args, after.anyArgs = before, anyBefore
		}
		return outcome{next: after}
	}
	s.forget()
	s.anyFunctions = s.anyFunctions || !definesNothing(strings.ReplaceAll(name.text, `"`, ""))
	return outcome{next: s}
}

// sourced finds the text; bash and busybox look in the working directory for a
// name without a slash too.
func (w *walker) sourced(name value, s *state) *shell.Text {
	if !name.known || name.text == "" || w.facts.Sourced == nil {
		return nil
	}
	file := name.text
	if !path.IsAbs(file) {
		if !s.dir.known {
			return nil
		}
		file = path.Join(s.dir.text, file)
	}
	text := w.facts.Sourced(file)
	if text != nil {
		w.names[text] = file
	}
	return text
}

// setters are the names of texts that only set variables: of Apache httpd, of
// distributions, of Python's venv.
var setters = []string{"envvars", "os-release", "profile", ".profile", ".bashrc", ".env", "activate"}

// SetsOnly reports whether a text, going by its name, is one of those that only
// set variables.
func SetsOnly(name string) bool { return slices.Contains(setters, path.Base(name)) }

// settings are further names, and folders, of texts that are there for settings,
// of ROS too: they define no function that a script ends with.
var (
	settings = []string{
		".envrc", "bash.bashrc", "env.sh", "environment", "environment.sh", "local_setup.bash", "setup.bash", "setvars.sh", "variables.sh", "vars", "vars.sh",
	}
	settingsFolders = []string{"/etc/default/", "/etc/profile.d/", "/etc/sysconfig/"}
)

func definesNothing(name string) bool {
	return SetsOnly(name) || slices.Contains(settings, path.Base(name)) || path.Ext(name) == ".env" ||
		slices.ContainsFunc(settingsFolders, func(folder string) bool { return strings.HasPrefix(name, folder) })
}

// eval reads a text that the script makes. One that is not known may start
// anything, and define functions.
func (w *walker) eval(c *syntax.CallExpr, s *state) outcome {
	fields := w.fields(c.Args[1:], s)
	if text, ok := evaluated(fields); ok && w.depth < maxDepth && w.steps <= maxSteps {
		w.steps += 1 + len(text)/perMatch
		if parsed := shell.Parse(text); parsed.File() != nil {
			w.evals[parsed] = place{w.text, start(c.Args), end(c.Args)}
			return w.nested(parsed, parsed.File().Stmts, s)
		}
	}
	before := s.copy()
	s.forget()
	if w.setsOnly(c) {
		return outcome{next: s}
	}
	s.anyFunctions = true
	if way, ok := w.way(c.Args, before); ok && w.asked == 0 {
		way.Maybe, way.Pipe = true, w.aside > 0
		w.goOn(s)
		s.last = []Way{way}
	}
	return outcome{next: s}
}

func evaluated(fields []value) (string, bool) {
	texts, length := make([]string, len(fields)), 0
	for i, f := range fields {
		if length += len(f.text); !f.known || length > maxText {
			return "", false
		}
		texts[i] = f.text
	}
	return strings.Join(texts, " "), true
}

// printers are programs that print assignments for eval.
var printers = []string{
	"$(aws ", "$(brew ", "$(chamber ", "$(conda ", "$(dircolors", "$(direnv ", "$(env", "$(export", "$(fnm ", "$(go ", "$(grep ", "$(luarocks ", "$(micromamba ",
	"$(nodenv ", "$(opam ", "$(perl ", "$(printenv", "$(pyenv ", "$(rbenv ", "$(resize", "$(sed ", "$(ssh-agent", "$(vault ", "$(gpg-agent", "$(dbus-launch",
}

// setsOnly reports whether the text of an eval begins with an assignment, or is
// what a program prints that is there for that.
func (w *walker) setsOnly(c *syntax.CallExpr) bool {
	if len(c.Args) < 2 {
		return true
	}
	src := strings.ReplaceAll(strings.TrimLeft(w.text.Source(c.Args[1]), `"'`), "`", "$(")
	first, _, _ := strings.Cut(src, " ")
	return first == "export" || first == "unset" || strings.Contains(first, "=") ||
		slices.ContainsFunc(printers, func(p string) bool { return strings.HasPrefix(src, p) })
}

// alias notes names that stand for something else from here on.
func (w *walker) alias(args []*syntax.Word, s *state) *state {
	for _, a := range args {
		name, _, ok := strings.Cut(w.text.Source(a), "=")
		if ok {
			w.aliases[strings.Trim(name, `"'`)] = true
		}
	}
	return s
}

// mayBeFunction reports whether a name can be that of a function, or an alias,
// of a text that is not known. A program that is known to be one is not.
func (w *walker) mayBeFunction(name string, s *state) bool {
	if name == "" || strings.ContainsAny(name, "/.") {
		return false
	}
	known := shell.Program(name) || w.facts.Program != nil && w.facts.Program(name)
	return w.aliases[name] || s.anyFunctions && !known
}
