package args

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
)

// secret and harmless decide whether a name says that its value is a secret.
// They are the words of BuildKit's check SecretsUsedInArgOrEnv
// (dockerfile2llb/validations.go, getSecretsRegex).
var (
	secret   = lazyregexp.New(`(?i)(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)`)
	harmless = lazyregexp.New(`(?i)(?:_|^)(?:public|file|version)(?:_|$)`)
)

// secretWords are what secret cannot match without: most names have none of them.
var secretWords = []string{"AUTH", "CREDENTIAL", "KEY", "PASS", "PWORD", "SECRET", "TOKEN"}

func namesSecret(name string) bool {
	upper := strings.ToUpper(name)
	return slices.ContainsFunc(secretWords, func(word string) bool { return strings.Contains(upper, word) }) &&
		secret.MatchString(name) && !harmless.MatchString(name)
}

// aboutSecret matches names whose last word says that they hold something about
// a secret, and keys of other kinds: AUTH_URL, SECRET_PATH, SSH_PUB_KEY, SORT_KEY.
var aboutSecret = lazyregexp.New(`(?i)_(?:` +
	`adapter|algorithm|bits?|checking|class|config|count|days|dir|directory|disabled?|dn|domain|driver|enabled?|expiration|expires?|expiry|fingerprint|` +
	`host|hostname|len|length|limit|lifetime|location|max|method|min|mode|name|namespace|path|plugin|policy|port|prefix|protocol|` +
	`providers?|realm|required?|scheme|scope|servers?|sha\d+|size|sock|socket|timeout|ttl|type|uri|url|usage|user|username)$|` +
	`(?:^|_)(?:foreign|partition|primary|pub|routing|sort)_?key|(?:gpg|pgp|signing)_key_?ids?$|__\d+__key$`)

// noSecret matches values that keep nothing: an empty one, a switch, a path, the
// name of a file, an address without a user, a mark where the value belongs.
var noSecret = lazyregexp.New(`(?i)^(?:|true|false|yes|no|on|off|none|null|0|1|\.{0,2}/.*|[\w./-]+\.(?:asc|cer|crt|gpg|jks|json|key|p12|pem|pub)|` +
	`\w+://[^@]*|\*\*\w*\*\*|<[^<>]*>|x{3,})$`)

// fingerprint matches what says whose signature is trusted, as GPG_KEY of the
// official images does; keyID is the end of one, and may be anything else.
var (
	fingerprint = lazyregexp.New(`^(?:0x)?[0-9A-F]{40}$`)
	keyID       = lazyregexp.New(`^(?:0x)?(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{16}|[0-9A-Fa-f]{40})$`)
	signing     = lazyregexp.New(`(?i)(?:gpg|pgp|signing).*key`)
)

// isNoSecret reports whether the name or the value shows that a variable named
// like a secret holds none.
func isNoSecret(name string, value launch.Value[string]) bool {
	if aboutSecret.MatchString(name) {
		return true
	}
	v := value.V
	return value.Known && (noSecret.MatchString(v) || fingerprint.MatchString(v) || signing.MatchString(name) && keyID.MatchString(v))
}
