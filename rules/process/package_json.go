package process

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// packageScript is what a package.json of the build context says of a script;
// the zero value where it is not known.
type packageScript struct {
	command string
	file    rootfs.File
	at      parser.Span // of its name and command
	more    bool        // there is one that runs before or behind it
}

// packageScript reads the package.json of the working directory, where the
// runner is not told to look elsewhere.
func (s started) packageScript(r runner, name string, main step) (packageScript, bool) {
	if !r.scripts || !s.Launch.WorkingDir.Known || elsewhere(main) {
		return packageScript{}, false
	}
	f := s.Launch.Files().Lookup(path.Join(s.Launch.WorkingDir.V, "package.json"))
	if !f.Found() || f.Text == nil || f.Edited {
		return packageScript{}, false
	}
	all := packageScripts(f.Text.Bytes)
	said, ok := all[name]
	said.file = f
	_, before := all["pre"+name]
	_, behind := all["post"+name]
	said.more = before || behind
	return said, ok
}

// elsewhere reports whether the script is that of another package, or no script.
func elsewhere(main step) bool {
	changes := func(text string) bool { return strings.Contains(text, "cd ") || strings.Contains(text, "pushd ") }
	return slices.ContainsFunc(main.before, changes) || path.Base(main.Argv[0]) == "npx" || path.Base(main.Argv[0]) == "pnpx" ||
		slices.ContainsFunc(main.Argv[1:], func(arg string) bool {
			name, _, _ := strings.Cut(arg, "=")
			return slices.Contains([]string{"exec", "x", "dlx", "workspace", "-C", "-F", "-w", "--cwd", "--dir", "--filter", "--prefix", "--workspace", "--workspaces"}, name)
		})
}

// packageScripts finds the object scripts with the places of its members.
func packageScripts(data []byte) map[string]packageScript {
	all := map[string]packageScript{}
	d := json.NewDecoder(strings.NewReader(string(data)))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil
		}
		if key != "scripts" {
			var skipped json.RawMessage
			if d.Decode(&skipped) != nil {
				return nil
			}
			continue
		}
		if t, err := d.Token(); err != nil || t != json.Delim('{') {
			return nil
		}
		for d.More() {
			if !readScript(d, data, all) {
				return nil
			}
		}
		return all
	}
	return nil
}

func readScript(d *json.Decoder, data []byte, all map[string]packageScript) bool {
	start := int(d.InputOffset())
	for start < len(data) && strings.IndexByte(" \t\r\n,", data[start]) >= 0 {
		start++
	}
	key, err := d.Token()
	name, ok := key.(string)
	value, err2 := d.Token()
	command, ok2 := value.(string)
	if err != nil && err != io.EOF || err2 != nil || !ok || !ok2 {
		return false
	}
	all[name] = packageScript{command: command, at: parser.Span{Start: start, End: int(d.InputOffset())}}
	return true
}

// execs reports whether the shell of the script replaces itself.
func (s packageScript) execs() bool {
	last, ok := shell.Parse(s.command).Last()
	return ok && last.Exec
}

func (s packageScript) which() string {
	if s.command == "" {
		return ""
	}
	return fmt.Sprintf(", that is `%s`", rules.Clip(s.command))
}

func (s packageScript) notes(name string) []rules.Note {
	if s.command == "" {
		return nil
	}
	in, at := s.file.Place(s.at)
	return []rules.Note{{In: in, At: at, Message: fmt.Sprintf("the script `%s`", name)}}
}

// instead is the cure: the command itself. That of a package is not on PATH.
func (s packageScript) instead(by started, main step, name string) string {
	words, plain := shell.Parse(strings.TrimPrefix(s.command, "exec ")).Plain()
	switch {
	case s.more:
		return "Run what stands before it when the image is built, and start the program itself"
	case plain && path.Base(words[0]) == "node":
		rest := main.Argv[slices.Index(main.Argv, name)+1:]
		if len(rest) > 0 && rest[0] == "--" {
			rest = rest[1:]
		}
		return "Start it itself: " + by.written(main, append(slices.Clip(words), rest...))
	case plain && !strings.Contains(words[0], "/"):
		return fmt.Sprintf("Start the program itself; where `%s` comes with a package, it is node_modules/.bin/%s", words[0], words[0])
	}
	return "Start the program of the script itself"
}
