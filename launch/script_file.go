package launch

import (
	"path"
	"strings"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// ScriptFile is a text file that a process runs: one of the build context, or a
// here-document of COPY or ADD.
type ScriptFile struct {
	File        rootfs.File
	Interpreter []string    // the words behind #! on its first line; nil for none
	Word        int         // where its name stands in the command line: 0, or 1 as in sh run.sh
	Args        []string    // what stands behind it
	Shell       bool        // a shell reads it
	Kind        shell.Kind  // which one, as far as it is known
	Text        *shell.Text // as that shell reads it; nil for none
	Ways        []script.Way

	texts  *texts
	launch *Launch
	any    *anyWays     // nil until somebody asks
	root   shell.Answer // whether it is run as root
}

// texts are the shell scripts of one Dockerfile that have been parsed, and the
// files they were read from.
type texts struct {
	parsed map[*parser.Source]*shell.Text
	files  map[*shell.Text]rootfs.File
}

// read parses the text of a file once.
func (t *texts) read(f rootfs.File) *shell.Text {
	if text, ok := t.parsed[f.Text]; ok {
		return text
	}
	if t.parsed == nil {
		t.parsed, t.files = map[*parser.Source]*shell.Text{}, map[*shell.Text]rootfs.File{}
	}
	text := shell.ParseScript(f.Text.Text(parser.Span{End: len(f.Text.Bytes)}))
	t.parsed[f.Text], t.files[text] = text, f
	return text
}

// Place tells where a part of a script's text, or of one that it sources,
// stands.
func (s *ScriptFile) Place(in *shell.Text, start, end int) (*parser.Source, parser.Span) {
	return s.texts.files[in].Place(parser.Span{Start: start, End: end})
}

// ScriptOf finds the script that a command line runs, by itself or through a
// shell; nil where there is none, or it cannot be read.
func (l *Launch) ScriptOf(argv []string) *ScriptFile {
	if len(argv) == 0 || !l.build.Readable() || !l.addsFiles {
		return nil
	}
	if l.isShell(argv[0]) {
		return l.scriptOperand(argv)
	}
	f := l.program(argv[0])
	if f.Text == nil {
		return nil
	}
	s := &ScriptFile{File: f, Args: argv[1:], Interpreter: interpreter(f.Text), texts: l.texts, launch: l}
	s.Shell = len(s.Interpreter) > 0 && l.isShell(s.InterpreterName())
	if s.Shell {
		s.Kind = l.ShellKind(s.InterpreterName())
		s.Text = s.texts.read(f)
	}
	return s
}

// isShell reports whether a program is a shell that reads scripts as POSIX
// wants it to.
func (l *Launch) isShell(program string) bool {
	_, ok := shellOf(path.Base(program))
	return ok && path.Base(program) != "zsh"
}

// scriptOperand is about sh run.sh and the like.
func (l *Launch) scriptOperand(argv []string) *ScriptFile {
	at := 1
	for at < len(argv) && strings.HasPrefix(argv[at], "-") && len(argv[at]) > 1 {
		if strings.Contains(argv[at], "c") || strings.HasPrefix(argv[at], "--") {
			return nil
		}
		if strings.HasSuffix(argv[at], "o") {
			at++
		}
		at++
	}
	if at >= len(argv) || !l.WorkingDir.Known && !path.IsAbs(argv[at]) {
		return nil
	}
	f := l.Files().Lookup(path.Join(l.WorkingDir.V, argv[at]))
	if path.IsAbs(argv[at]) {
		f = l.Files().Lookup(argv[at])
	}
	if f.Text == nil {
		return nil
	}
	s := &ScriptFile{File: f, Word: at, Args: argv[at+1:], Interpreter: interpreter(f.Text), Shell: true, texts: l.texts, launch: l}
	s.Kind, s.Text = l.ShellKind(argv[0]), s.texts.read(f)
	return s
}

// ProgramFile finds the file that is started for a name; what is not known of it
// is the zero value.
func (l *Launch) ProgramFile(name string) rootfs.File {
	if !l.build.Readable() || !l.addsFiles {
		return rootfs.File{}
	}
	return l.program(name)
}

// program finds the file that the engine, or a shell, starts for a name.
func (l *Launch) program(name string) rootfs.File {
	if strings.Contains(name, "/") {
		if !path.IsAbs(name) {
			if !l.WorkingDir.Known {
				return rootfs.File{}
			}
			name = path.Join(l.WorkingDir.V, name)
		}
		return l.Files().Lookup(name)
	}
	for _, dir := range l.searchPath() {
		if f := l.Files().Lookup(path.Join(dir, name)); f.Found() {
			return f
		}
	}
	return rootfs.File{}
}

// defaultPath is BuildKit's for Linux (util/system, DefaultPathEnvUnix).
const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

// searchPath are the folders of PATH as far as the file tells. A value that ends
// in the unknown $PATH of the base image has nothing there: the default stands in
// for it.
func (l *Launch) searchPath() []string {
	v, _ := l.Env("PATH")
	var dirs []string
	for _, dir := range strings.Split(v.Value.V, ":") {
		if dir == "" {
			dirs = append(dirs, strings.Split(defaultPath, ":")...)
		} else {
			dirs = append(dirs, dir)
		}
	}
	return dirs
}

// interpreter reads the first line of a script as the kernel does
// (fs/binfmt_script.c): a program and at most one argument.
func interpreter(text *parser.Source) []string {
	line, ok := strings.CutPrefix(text.Text(parser.Span{Start: 0, End: min(len(text.Bytes), 256)}), "#!")
	if !ok {
		return nil
	}
	line, _, _ = strings.Cut(line, "\n")
	line = strings.Trim(line, " \t\r")
	end := strings.IndexAny(line, " \t")
	if end < 0 {
		return []string{line}
	}
	return []string{line[:end], strings.TrimLeft(line[end:], " \t")}
}

// InterpreterName is the program that reads the script, behind env.
func (s *ScriptFile) InterpreterName() string {
	if len(s.Interpreter) > 1 && path.Base(s.Interpreter[0]) == "env" {
		words := strings.Fields(strings.TrimPrefix(s.Interpreter[1], "-S"))
		if len(words) > 0 {
			return words[0]
		}
	}
	return s.Interpreter[0]
}
