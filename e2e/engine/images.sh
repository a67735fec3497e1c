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
# with Python; the same with Node.js and npm, and the kind of entrypoint that
# the official image has.
#
# Every image has the payload, and installers that do nothing: scenes are built
# without a network, and what they install is not what they prove.
installers='apk apt-get bundle pip'
debian_packages=dash,bash,coreutils,sed,grep,debianutils,tini,dumb-init,gosu

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

# debian_base DIR unpacks what the Debian images have in common, once.
debian_base() {
	[ -d "$1" ] && return
	mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' \
		/etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list /etc/apt/sources.list 2>/dev/null | head -n 1)
	logged debootstrap --variant=minbase --include="$debian_packages" bookworm "$1.part" "$mirror"
	mv "$1.part" "$1"
}

# debian_root DIR PACKAGE...
debian_root() {
	root=$1
	shift
	debian_base "$cache/base"
	cp -a "$cache/base/." "$root"
	[ $# -eq 0 ] || logged env DEBIAN_FRONTEND=noninteractive chroot "$root" \
		apt-get install -y -q --no-install-recommends "$@"
	slim "$root"
}

python_root() {
	debian_root "$1" python3-minimal
	ln -s python3 "$1/usr/bin/python"
}

# Debian's npm brings hundreds of packages. What stays is what it loads to run a
# script, and the parts of node itself.
trim_npm() {
	logged chroot "$1" /bin/sh -c '
		set -e
		mkdir /tmp/app
		cd /tmp/app
		echo "{ \"name\": \"app\", \"version\": \"1.0.0\", \"scripts\": { \"start\": \"true\" } }" >package.json
		echo "process.on(\"exit\", () => require(\"fs\").appendFileSync(\"used\", Object.keys(require.cache).map(file => file + require(\"os\").EOL).join(\"\")))" >hook.js
		export NODE_OPTIONS="--require /tmp/app/hook.js" npm_config_offline=true
		npm start
		npm run
		npx --version
		! npm run nothing
		cd /usr/share/nodejs
		for name in * @*/*; do
			case $name in
			@*/*) ;;
			@* | acorn* | busboy | cjs-module-lexer | node-gyp | npm | undici) continue ;;
			esac
			[ -L "$name" ] || grep -q "/nodejs/$name/" /tmp/app/used || rm -rf "$name"
		done
		rm -rf /tmp/app /root/.npm'
}

node_root() {
	debian_root "$1" nodejs npm
	rm -rf "$1"/usr/bin/python* "$1"/usr/lib/python*
	trim_npm "$1"
	cat >"$1/usr/local/bin/docker-entrypoint.sh" <<-'EOF'
		#!/bin/sh
		set -e
		command -v "$1" >/dev/null || set -- node "$@"
		exec "$@"
	EOF
	chmod +x "$1/usr/local/bin/docker-entrypoint.sh"
}

logged() {
	"$@" >"$cache/install.log" 2>&1 || {
		tail -20 "$cache/install.log" >&2
		exit 1
	}
}

# programs are what scenes call; the rest of /usr/bin and /usr/sbin goes.
programs=' awk basename bash cat chmod chown cp cut dash date dirname dumb-init echo env expr false find getent gosu grep head
	hostname id kill ln ls mawk mkdir mktemp mv node nodejs nohup npm npx printf pwd python python3 python3.11 readlink rm rmdir
	sed seq setpriv setsid sh sleep sort stat su tail tee test timeout tini tini-static touch tr true uname wc which
	which.debianutils whoami xargs '

# slim drops what no scene runs, and the libraries of that: the engine copies a
# whole file system for each layer and each container.
slim() (
	cd "$1"
	find usr/bin usr/sbin -mindepth 1 -printf '%f %p\n' | while read -r name path; do
		case $programs in
		*[[:space:]]"$name"[[:space:]]*) ;;
		*) [ "$name" = ldd ] || rm -rf "$path" ;;
		esac
	done
	# shellcheck disable=SC2016
	chroot . sh -c 'ldd /usr/bin/* /usr/sbin/* /usr/lib/python3*/lib-dynload/*.so 2>/dev/null |
		awk "\$2 == \"=>\" { print \$3 }" | sort -u | xargs readlink -f' >libraries
	for library in usr/lib/x86_64-linux-gnu/*; do
		[ -L "$library" ] || grep -q -x "/$library" libraries || case $library in
		*/ld-linux*) ;;
		*) rm -rf "$library" ;;
		esac
	done
	rm -rf libraries dev usr/bin/ldd usr/lib/apt usr/lib/locale usr/lib/gcc usr/lib/systemd usr/lib/udev usr/include usr/libexec var/lib var/cache var/log
	find usr/share -mindepth 1 -maxdepth 1 ! -name 'node*' ! -name 'npm*' -exec rm -rf {} +
	mkdir dev
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
	ln -s srv "$cache/$name/usr/local/bin/rails"
	for installer in $installers; do
		printf '#!/bin/sh\n' >"$cache/$name/usr/local/bin/$installer"
		chmod +x "$cache/$name/usr/local/bin/$installer"
	done
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

# redis_image makes an image with the entrypoint of docker-library/redis and, for
# the server, a script that says who runs it.
redis_image() {
	mkdir -p "$cache/redis"
	cat >"$cache/redis/docker-entrypoint.sh" <<-'EOF'
		#!/bin/sh
		set -e
		if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
			set -- redis-server "$@"
		fi
		if [ "$1" = 'redis-server' -a "$(id -u)" = '0' ]; then
			find . \! -user redis -exec chown redis '{}' +
			exec gosu redis "$0" "$@"
		fi
		exec "$@"
	EOF
	cat >"$cache/redis/redis-server" <<-'EOF'
		#!/bin/sh
		echo "$(id -un) runs redis-server, and $(stat -c %U /data) owns /data"
	EOF
	cat >"$cache/redis/Dockerfile" <<-'EOF'
		FROM debian:12
		COPY docker-entrypoint.sh redis-server /usr/local/bin/
		RUN chmod +x /usr/local/bin/* && echo redis:x:999:999::/data:/bin/sh >>/etc/passwd && echo redis:x:999: >>/etc/group
		WORKDIR /data
		ENTRYPOINT ["docker-entrypoint.sh"]
		CMD ["redis-server"]
	EOF
	DOCKER_CONFIG=$cache $client --host "$host" build --quiet --tag "$1" "$cache/redis" >/dev/null
}

install_tools
mkdir -p "$cache"
exec 9>"$cache/lock" # another run may be making the same
flock 9
keep busybox busybox_root "$cache/busybox"
keep debian debian_root "$cache/debian"
keep python python_root "$cache/python"
keep node node_root "$cache/node"
rm -rf "${cache:?}/base" "${cache:?}/base.part"
image busybox busybox:latest --change 'CMD ["sh"]'
image busybox alpine:3.19 --change 'CMD ["/bin/sh"]'
image debian debian:12 --change 'CMD ["bash"]'
image debian ubuntu:latest --change 'CMD ["/bin/bash"]'
image debian ruby:3.2 --change 'CMD ["irb"]'
for tag in 3.12-slim alpine3.19 3.7.2-alpine3.8; do
	image python python:$tag --change 'CMD ["python3"]'
done
image node node:20 --change 'ENTRYPOINT ["docker-entrypoint.sh"]' --change 'CMD ["node"]'
redis_image redis:7
printf 'FROM debian:12\nSTOPSIGNAL SIGWINCH\nCMD ["httpd-foreground"]\n' |
	DOCKER_BUILDKIT=1 DOCKER_CONFIG=$cache $client --host "$host" build --network none --quiet --tag httpd:2.4 - >/dev/null
