#!/bin/sh
# Makes the base images of the scenes from Debian's own packages and imports
# them into the engine at $1. The file systems are kept in $2 between runs.
#
#   images.sh SOCKET CACHE PAYLOAD
set -eu
host=unix://$1
cache=$2
payload=$3
client=/usr/bin/docker

# One layer of files per image: busybox for busybox and alpine; Debian with
# dash, bash, coreutils and the init programs for debian and ubuntu; the same
# with Python.
debian_packages=dash,bash,coreutils,sed,grep,debianutils,procps,tini,dumb-init,gosu

install_tools() {
	export DEBIAN_FRONTEND=noninteractive
	missing=
	[ -x /bin/busybox ] || missing="$missing busybox-static"
	[ -x /usr/sbin/debootstrap ] || missing="$missing debootstrap"
	[ -z "$missing" ] && return
	apt-get update -qq
	# shellcheck disable=SC2086
	apt-get install -y -qq --no-install-recommends $missing
}

busybox_root() {
	mkdir -p "$1/bin" "$1/etc" "$1/tmp" "$1/usr/bin" "$1/usr/local/bin" "$1/root"
	cp /bin/busybox "$1/bin/busybox"
	for applet in $(/bin/busybox --list); do
		[ "$applet" = busybox ] || ln -s busybox "$1/bin/$applet"
	done
	ln -s /bin/env "$1/usr/bin/env"
	echo 'root:x:0:0:root:/root:/bin/sh' >"$1/etc/passwd"
	echo 'root:x:0:' >"$1/etc/group"
}

debian_root() {
	mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' \
		/etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list /etc/apt/sources.list 2>/dev/null | head -n 1)
	debootstrap --variant=minbase --include="$2" bookworm "$1" "$mirror" >"$cache/debootstrap.log" 2>&1 ||
		{ tail -20 "$cache/debootstrap.log" >&2; exit 1; }
	slim "$1"
}

# slim drops what no scene runs: the engine copies a whole file system for each
# layer and container.
slim() (
	cd "$1"
	cp -p usr/sbin/gosu usr/bin/gosu
	rm -rf dev usr/sbin/* usr/bin/perl* usr/bin/apt* usr/bin/dpkg* usr/bin/gpgv usr/bin/localedef \
		usr/share/doc usr/share/locale usr/share/man usr/share/info usr/share/zoneinfo usr/share/perl5 usr/share/debconf \
		usr/share/i18n usr/share/bash-completion usr/share/common-licenses usr/lib/apt usr/lib/x86_64-linux-gnu/gconv \
		usr/lib/x86_64-linux-gnu/perl-base usr/lib/x86_64-linux-gnu/security usr/lib/x86_64-linux-gnu/libapt* \
		usr/lib/x86_64-linux-gnu/libgnutls* usr/lib/x86_64-linux-gnu/libunistring* usr/lib/x86_64-linux-gnu/libdb-* \
		usr/lib/x86_64-linux-gnu/libstdc* var/lib/dpkg var/lib/apt var/cache/* var/log/*
	mkdir dev
	mv usr/bin/gosu usr/sbin/gosu
)

# keep NAME COMMAND... makes $cache/NAME.tar once.
keep() {
	name=$1
	shift
	[ -s "$cache/$name.tar" ] && return
	rm -rf "$cache/$name"
	mkdir -p "$cache/$name"
	"$@"
	cp "$payload" "$cache/$name/usr/local/bin/srv"
	tar -C "$cache/$name" -cf "$cache/$name.tar.part" .
	mv "$cache/$name.tar.part" "$cache/$name.tar"
	rm -rf "${cache:?}/$name"
}

image() {
	root=$1
	name=$2
	shift 2
	DOCKER_CONFIG=$cache $client --host "$host" import \
		--change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' "$@" "$cache/$root.tar" "$name" >/dev/null
}

install_tools
mkdir -p "$cache"
keep busybox busybox_root "$cache/busybox"
keep debian debian_root "$cache/debian" "$debian_packages"
keep python debian_root "$cache/python" "$debian_packages,python3-minimal"
image busybox busybox:latest --change 'CMD ["sh"]'
image busybox alpine:3.19 --change 'CMD ["/bin/sh"]'
image debian debian:12 --change 'CMD ["bash"]'
image debian ubuntu:latest --change 'CMD ["/bin/bash"]'
image python python:3.12-slim --change 'CMD ["python3"]'
