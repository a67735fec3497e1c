package daemon

import "github.com/entrylint/entrylint/internal/lazyregexp"

// Syntax is how the configuration of a daemon is read.
type Syntax struct {
	Name    string             // of the setting that keeps the program in front
	Setting *lazyregexp.Regexp // with its value
	Back    []string           // values that do not
	Include *lazyregexp.Regexp // of other files, with their names
	Places  []string           // where it is looked for below the working directory
}

var (
	nginxSyntax = &Syntax{
		Name: "daemon off", Setting: lazyregexp.New(`(?m)(?:^|[;{}])[ \t]*daemon\s+([^;\s]+)`), Back: []string{"on"},
		Include: lazyregexp.New(`(?m)(?:^|;)[ \t]*include\s+([^;]+);`),
	}
	supervisorSyntax = &Syntax{
		Name: "nodaemon=true", Setting: lazyregexp.New(`(?mi)^[ \t]*nodaemon[ \t]*[=:][ \t]*([^\s;]+)`), Back: []string{"false", "0", "no", "off"},
		Include: lazyregexp.New(`(?m)^[ \t]*files[ \t]*=((?:.+(?:\n[ \t]+)?)+)`), Places: []string{"supervisord.conf", "etc/supervisord.conf"},
	}
	fpmSyntax = &Syntax{
		Name: "daemonize = no", Setting: lazyregexp.New(`(?m)^[ \t]*daemonize[ \t]*=[ \t]*"?([^\s;"]+)`), Back: []string{"yes", "1", "true", "on"},
		Include: lazyregexp.New(`(?m)^[ \t]*include[ \t]*=[ \t]*(\S+)`),
	}
	unboundSyntax = &Syntax{
		Name: "do-daemonize: no", Setting: lazyregexp.New(`(?m)^[ \t]*do-daemonize:[ \t]*"?(\w+)`), Back: []string{"yes"},
		Include: lazyregexp.New(`(?m)^[ \t]*include(?:-toplevel)?:[ \t]*"?([^\s"]+)`),
	}
)
