package args

import "regexp"

// secret and harmless decide whether a name says that its value is a secret.
// They are the words of BuildKit's check SecretsUsedInArgOrEnv
// (dockerfile2llb/validations.go, getSecretsRegex).
var (
	secret   = regexp.MustCompile(`(?i)(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)`)
	harmless = regexp.MustCompile(`(?i)(?:_|^)(?:public|file|version)(?:_|$)`)
)

func namesSecret(name string) bool { return secret.MatchString(name) && !harmless.MatchString(name) }
