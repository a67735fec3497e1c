package args

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
)

// setByEngine are the variables every container has: runc sets HOME from
// /etc/passwd, the engine PATH, HOSTNAME and, with -t, TERM. Measured with
// Docker Engine 28.5.
var setByEngine = []string{"PATH", "HOME", "HOSTNAME", "TERM"}

// setByShell are the variables a shell sets itself when it starts. Measured
// with dash 0.5.12, busybox 1.35 and bash 5.2 as process 1.
func setByShell(kind shell.Kind) wordset.Set {
	switch kind {
	case shell.Dash:
		return "IFS OPTIND PPID PS1 PS2 PS4 PWD"
	case shell.Busybox:
		return "IFS LINENO OPTIND PPID PS1 PS2 PS4 PWD RANDOM SHLVL"
	case shell.Bash:
		return `BASH BASHPID BASH_VERSION EUID GROUPS HOSTTYPE IFS LINENO MACHTYPE OPTIND OSTYPE
			PPID PS4 PWD RANDOM SECONDS SHELL SHLVL UID`
	}
	return ""
}

// setAtStart reports whether a variable has a value in every container, or in
// every shell of a kind. A shell of unknown kind may be a bash.
func setAtStart(name string, kind shell.Kind) bool {
	if kind == shell.Unknown {
		kind = shell.Bash
	}
	return slices.Contains(setByEngine, name) || setByShell(kind).Has(name)
}

// typicalOfImages reports whether images often set an ENV of that name, so
// that one we know nothing about may well do: NODE_VERSION, JAVA_HOME, LANG.
func typicalOfImages(name string) bool {
	switch name {
	case "LANG", "LANGUAGE", "LC_ALL", "TZ", "USER", "SHELL", "VERSION", "DEBIAN_FRONTEND", "GOPATH", "GOROOT", "PYTHONPATH", "CLASSPATH", "NODE_ENV":
		return true
	}
	return strings.HasSuffix(name, "_VERSION") || strings.HasSuffix(name, "_VER") || strings.HasSuffix(name, "_HOME")
}

// proxies are ARG that BuildKit knows without a declaration, in both cases of
// their letters (solver/pb, ProxyEnv; dockerfile2llb, proxyEnvFromBuildArgs).
// Docker's client also passes them to containers where its configuration
// names a proxy.
var proxies = []string{"HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"}

func isProxy(name string) bool { return slices.Contains(proxies, strings.ToUpper(name)) }

// predefined reports whether the builder itself has a use for an ARG: proxies,
// the platform, and the settings of BuildKit and its frontend, which need no
// declaration (Dockerfile reference, "BuildKit built-in build args").
func predefined(name string) bool {
	return isProxy(name) || launch.IsPlatformArg(name) || name == "SOURCE_DATE_EPOCH" || strings.HasPrefix(name, "BUILDKIT_")
}

// subcommand matches words that many programs take as a command of theirs.
var subcommand = lazyregexp.New(`^[a-z0-9]+$`)

// constants are words in capitals that programs take as they are.
var constants = []string{
	"ALL", "DEBUG", "ERROR", "FATAL", "INFO", "NONE", "TRACE", "WARN", "WARNING", "GET", "HEAD", "POST", "PUT", "TRUE", "FALSE", "ON", "OFF",
}

// given are variables that those who run a container commonly set: platforms
// (PORT: Google Cloud Run's container contract, Heroku's runtime principles),
// and people who pass options to the runtime of a language (JAVA_OPTS of
// Tomcat's and many other start scripts, JAVA_TOOL_OPTIONS of the JVM, NODE_OPTIONS
// of Node.js), or name who and where they are.
var given = []string{
	"ARGS", "CMD", "DEBUG", "EXTRA_ARGS", "HOST", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JVM_OPTS", "NODE_OPTIONS", "OPTIONS", "OPTS", "PORT", "USER",
	"GID", "PGID", "PUID", "UID", "DISPLAY", "LOG_LEVEL",
}

// givenPrefixes begin the names of variables that Kubernetes, cloud services
// and container links set.
var givenPrefixes = []string{"AWS_", "AZURE_", "GOOGLE_", "KUBERNETES_", "POD_", "NODE_NAME", "ECS_"}

// givenAtRunTime reports whether whoever runs the container may well set a variable.
func givenAtRunTime(name string) bool {
	hasPrefix := func(prefix string) bool { return strings.HasPrefix(name, prefix) }
	return isProxy(name) || slices.Contains(given, name) || slices.ContainsFunc(givenPrefixes, hasPrefix) ||
		strings.HasSuffix(name, "_SERVICE_HOST") || strings.HasSuffix(name, "_SERVICE_PORT") || strings.Contains(name, "_TCP")
}
