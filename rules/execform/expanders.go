package execform

import (
	"path"
	"slices"
	"strings"
)

// expander is a program that reads a word of its command line as text with
// variables of its own, so that $NAME in it is meant.
type expander struct {
	names   []string
	options []string // the word behind one of these; every word where there are none
	source  string
}

var expanders = []expander{
	{[]string{"envsubst"}, nil, "gettext envsubst(1): its operand names the variables"},
	{[]string{"parent"}, nil, "abiosoft/parent replaces variables in its arguments (abiosoft/caddy-docker#122)"},
	{[]string{"env"}, []string{"-S", "--split-string"}, "coreutils env(1): ${NAME} in the text"},
	{[]string{"execlineb"}, nil, "execline: substitution of its own"},
	{[]string{"su", "runuser", "sg", "script", "flock"}, []string{"-c", "--command"}, "util-linux, shadow: the text goes to a shell"},
	{[]string{"npm", "npx", "yarn", "pnpm"}, nil, "run-script hands arguments to a shell; old ones in double quotes"},
	{[]string{"nodemon", "concurrently", "nix-shell", "watchexec"}, nil, "their documentation: command lines for a shell"},
	{[]string{"make", "cmake", "mvn", "gradle"}, nil, "variables or properties of their own"},
	{[]string{"awk", "gawk", "mawk", "sed", "jq", "yq", "grep", "egrep", "expr", "tclsh", "expect"}, nil, "their languages use $"},
	{
		[]string{"perl", "ruby", "node", "nodejs", "python", "python2", "python3", "php", "lua", "R", "Rscript", "Revo64", "julia", "erl"},
		[]string{"-e", "-E", "-r", "-c", "-p", "-ne", "-pe", "--eval", "-eval", "--print", "--execute"},
		"code of the language",
	},
	{[]string{"pwsh", "powershell", "powershell.exe", "pwsh.exe", "cmd", "cmd.exe"}, nil, "shells"},
	{[]string{"mongo", "mongosh", "mysql", "mariadb", "psql"}, []string{"-e", "--eval", "--execute", "-c", "--command"}, "code of the database"},
	{[]string{"nginx"}, []string{"-g"}, "nginx.org: variables of its configuration"},
	{
		[]string{"logstash", "elasticsearch", "filebeat", "metricbeat", "packetbeat", "heartbeat", "auditbeat"},
		nil,
		"elastic.co: ${NAME} in settings is the environment variable",
	},
}

// expands reports whether the program, called with the words between and then
// this one, reads it as such a text.
func expands(program string, between []string, word string) bool {
	name := path.Base(program)
	if isProperty(name, word) {
		return true
	}
	return isCode(between, word) || slices.ContainsFunc(expanders, func(e expander) bool {
		return slices.Contains(e.names, name) && (e.options == nil || e.isBehindOption(between, word))
	})
}

func (e expander) isBehindOption(between []string, word string) bool {
	if option, _, ok := strings.Cut(word, "="); ok && slices.Contains(e.options, option) {
		return true
	}
	return len(between) > 0 && slices.Contains(e.options, between[len(between)-1])
}

// isProperty reports whether a word sets a property whose ${NAME} a Java
// framework replaces by the environment variable, as Spring does for
// -Dserver.port=${PORT} (Spring Framework, PropertySourcesPropertyResolver).
func isProperty(program, word string) bool {
	_, value, ok := strings.Cut(word, "=")
	return ok && strings.Contains(value, "${") &&
		(strings.HasPrefix(word, "-D") || program == "java" && strings.HasPrefix(word, "--"))
}

// isCode reports whether a word is a text of several words behind an option
// that is -c or -e to many programs.
func isCode(between []string, word string) bool {
	if len(between) == 0 || !strings.ContainsAny(word, " ;") {
		return false
	}
	option := between[len(between)-1]
	return option == "--command" || option == "--eval" || option == "--exec" ||
		len(option) > 1 && option[0] == '-' && option[1] != '-' && strings.Contains("ce", option[len(option)-1:])
}
