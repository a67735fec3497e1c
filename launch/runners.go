package launch

import "path"

// runnerOf returns the runner of a language that a command line begins with: it
// sets up what the packages of a project need, and then replaces itself by the
// command behind the word that asks for it. Source: bundler, cli/exec.rb
// (Kernel.exec, or Kernel.load in the same process); poetry, env/base_env.py
// (os.execvpe); pipenv, routines/shell.py (os.execve).
func runnerOf(argv []string) (Program, bool) {
	if len(argv) < 2 {
		return Program{}, false
	}
	name := path.Base(argv[0])
	switch name {
	case "bundle":
		if argv[1] != "exec" {
			return Program{}, false
		}
	case "poetry", "pipenv":
		if argv[1] != "run" {
			return Program{}, false
		}
	default:
		return Program{}, false
	}
	return Program{Name: name + " " + argv[1], Kind: Wrapper, Hop: Exec, Operands: 1}, true
}
