package launch

import (
	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch/shell"
)

// oldBash are images, by name and release, whose bash is older than a version.
var oldBash = map[string]*lazyregexp.Regexp{
	"4.4": lazyregexp.New(before44),
	"5.1": lazyregexp.New(before44 + `|^bash:(4|5\.0)(\.|-|$)|^centos(:(centos|stream)?8.*|:latest)?$|^debian:(9|10)\b|^ubuntu:(18|19|20)\.|^(almalinux|oraclelinux|rockylinux):8|ubi8|[:-](stretch|buster|bionic|focal)\b`),
}

const before44 = `^bash:(3|4\.[0-3])(\.|-|$)|^centos:(centos)?[567]|^debian:[78]\b|^ubuntu:1[246]\.|^amazonlinux:[12]$|^oraclelinux:[67]|ubi7|[:-](wheezy|jessie|precise|trusty|xenial)\b`

// Replaces tells whether a shell of this stage becomes the last command of its
// text, as [shell.Kind.ReplacedBy] does, and before which version of bash it
// does not, where that is what the image has.
func (l *Launch) Replaces(kind shell.Kind, text *shell.Text, c shell.Last) (answer shell.Answer, before string) {
	answer = kind.ReplacedBy(text, c)
	since := kind.Since(c)
	if answer == shell.Yes && since != "" && l.root.Known && oldBash[since].MatchString(l.root.Ref) {
		return shell.No, since
	}
	return answer, ""
}
