package execform

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
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

// ownTexts tells, for each word of a command line, whether a program in front of
// it reads it with variables of its own: as the script of a shell, as code, as
// a template.
func ownTexts(l *launch.Launch, argv []string) []bool {
	own := make([]bool, len(argv))
	seen := make([]bool, len(expanders))
	java, previous := false, ""
	for i, word := range argv {
		own[i] = own[i] || isCode(previous, word) || isProperty(java, word)
		for j, e := range expanders {
			own[i] = own[i] || seen[j] && e.reads(previous, word)
			seen[j] = seen[j] || slices.Contains(e.names, path.Base(word))
		}
		if sc, ok := l.ShellCommand(argv[i:]); ok {
			own[i+sc.Text] = true
		}
		java = java || path.Base(word) == "java"
		previous = word
	}
	return own
}

// reads reports whether the program reads a word as such a text, given the word
// before it.
func (e expander) reads(previous, word string) bool {
	option, _, _ := strings.Cut(word, "=")
	return e.options == nil || slices.Contains(e.options, previous) || slices.Contains(e.options, option) && option != word
}

// isProperty reports whether a word sets a property whose ${NAME} a Java
// framework replaces by the environment variable, as Spring does for
// -Dserver.port=${PORT} (Spring Framework, PropertySourcesPropertyResolver).
func isProperty(java bool, word string) bool {
	_, value, ok := strings.Cut(word, "=")
	return ok && strings.Contains(value, "${") && (strings.HasPrefix(word, "-D") || java && strings.HasPrefix(word, "--"))
}

// isCode reports whether a word is a text of several words behind an option
// that is -c or -e to many programs.
func isCode(option, word string) bool {
	if !strings.ContainsAny(word, " ;") {
		return false
	}
	return option == "--command" || option == "--eval" || option == "--exec" ||
		len(option) > 1 && option[0] == '-' && option[1] != '-' && strings.Contains("ce", option[len(option)-1:])
}
