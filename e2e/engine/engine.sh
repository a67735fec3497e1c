#!/bin/sh
# Starts and stops a private Docker Engine: its own socket, data and process
# id below one folder, no bridge, no iptables, no registry needed. Its data are
# in memory, and file systems laid over each other, where the system lets them.
#
#   engine.sh start DIR    installs Debian's docker.io where it is missing
#   engine.sh stop DIR     ends the engine by its process id
set -eu
command=$1
dir=$2
shift 2
host=unix://$dir/docker.sock
client=/usr/bin/docker # another client may stand before it on PATH

alive() {
	[ -s "$dir/docker.pid" ] && grep -qs dockerd "/proc/$(cat "$dir/docker.pid")/cmdline"
}

install_engine() {
	[ -x /usr/sbin/dockerd ] && [ -x $client ] && return
	export DEBIAN_FRONTEND=noninteractive
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends docker.io
}

start() {
	install_engine
	alive && return
	mkdir -p "$dir/data" "$dir/exec" "$dir/client"
	rm -f "$dir/docker.pid" "$dir/exec/containerd/containerd.pid"
	set -- "$0" serve "$dir" vfs
	unshare --mount true 2>/dev/null && set -- unshare --mount "$0" apart "$dir"
	# What the caller has open is closed: a lock on it would be held as long as the engine lives.
	PATH=/usr/sbin:/usr/bin:/sbin:/bin setsid nohup "$@" >"$dir/dockerd.log" 2>&1 </dev/null \
		3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
	tries=0
	until DOCKER_CONFIG=$dir/client $client --host "$host" version >/dev/null 2>&1; do
		tries=$((tries + 1))
		if [ $tries -gt 120 ]; then
			tail -20 "$dir/dockerd.log" >&2
			exit 1
		fi
		sleep 0.5
	done
}

# serve becomes the engine.
serve() {
	# The engine starts itself and other Go programs several times for a container.
	GOGC=400 TMPDIR=$dir/data exec /usr/sbin/dockerd \
		--iptables=false --bridge=none --storage-driver="$1" \
		--host "$host" --data-root "$dir/data" --exec-root "$dir/exec" --pidfile "$dir/docker.pid"
}

# apart serves where nobody else sees what is mounted: that ends with the engine.
apart() {
	memory && mount -t tmpfs tmpfs "$dir/data" || :
	overlays "$dir/data/probe" && serve overlay2
	serve vfs
}

# memory tells whether there are eight gigabytes to spare.
memory() {
	awk '$1 == "MemAvailable:" { found = $2 > 8 * 1024 * 1024 } END { exit !found }' /proc/meminfo
}

# overlays tells whether file systems can be laid over each other below DIR.
overlays() {
	mkdir -p "$1/lower" "$1/upper" "$1/work" "$1/merged"
	mount -t overlay overlay -o "lowerdir=$1/lower,upperdir=$1/upper,workdir=$1/work" "$1/merged" && umount "$1/merged" &&
		rm -rf "$1"
}

stop() {
	alive || return 0
	pid=$(cat "$dir/docker.pid")
	kill "$pid"
	tries=0
	while [ -d "/proc/$pid" ] && [ $tries -lt 60 ]; do
		tries=$((tries + 1))
		sleep 0.5
	done
}

$command "$@"
