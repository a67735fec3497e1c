package rootfs

import (
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
)

// apart reports whether a package is known not to bring the program: Alpine's
// for bash, and a few for other languages.
func (p *parcel) apart(c command, name string) bool {
	if languages.Has(p.name) {
		return single.Has(name) || strings.HasPrefix(name, ".")
	}
	if p.name != "bash" || c.name != "apk" {
		return false
	}
	return withoutBash.Has(name) || strings.HasPrefix(name, "php") && name != "php-composer" || strings.HasPrefix(name, ".")
}

// single are packages, of Alpine and Debian, that need nothing but libraries.
const single wordset.Set = "bash bzip2 ca-certificates curl dumb-init gosu gzip jq less nano netcat-openbsd openssl procps su-exec tar tini tzdata unzip wget xz xz-utils zip"

// withoutBash are packages of Alpine that need no bash, nor does what they need
// (aports, the depends of their APKBUILD). libtool, for one, does.
const withoutBash wordset.Set = `autoconf automake build-base bzip2 ca-certificates coreutils curl dumb-init file findutils
	fontconfig freetype freetype-dev g++ gawk gcc gettext git gnupg grep gzip icu-libs icu-dev jq less libc-dev libc6-compat libffi-dev
	libgcc libjpeg-turbo libjpeg-turbo-dev libpng libpng-dev libpq libressl libstdc++ libxml2 libxml2-dev libxslt libxslt-dev
	linux-headers make musl-dev nano netcat-openbsd nginx nodejs nodejs-current nodejs-npm npm openssh openssh-client openssl openssl-dev
	pcre pcre-dev perl postgresql-client procps py-pip py2-pip py3-pip python python-dev python2 python3 python3-dev redis rsync ruby
	ruby-dev sed shadow socat sqlite sqlite-dev sqlite-libs su-exec sudo supervisor tar tini ttf-dejavu tzdata unzip vim wget xz yarn
	zip zlib zlib-dev`
