package args

import (
	"regexp"
	"strings"
)

// secret and harmless decide whether a name says that its value is a secret.
// They are the words of BuildKit's check SecretsUsedInArgOrEnv
// (dockerfile2llb/validations.go, getSecretsRegex).
var (
	secret   = regexp.MustCompile(`(?i)(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)`)
	harmless = regexp.MustCompile(`(?i)(?:_|^)(?:public|file|version)(?:_|$)`)
)

func namesSecret(name string) bool { return secret.MatchString(name) && !harmless.MatchString(name) }

// noSecret matches values that keep nothing: an empty one, a switch, a path, an
// address without a user.
var noSecret = regexp.MustCompile(`(?i)^(?:|true|false|yes|no|on|off|none|null|0|1|\.{0,2}/.*|https?://[^@]*)$`)

// fingerprint matches what says whose signature is trusted, as GPG_KEY of the
// official images does.
var fingerprint = regexp.MustCompile(`^(?:0x)?[0-9A-F]{40}$`)

func isNoSecret(name, value string) bool {
	signing := strings.Contains(name, "GPG") || strings.Contains(name, "PGP") || strings.Contains(name, "SIGNING")
	return noSecret.MatchString(value) || signing && fingerprint.MatchString(value)
}
