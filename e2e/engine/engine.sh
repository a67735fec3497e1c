#!/bin/sh
# Starts and stops a private Docker Engine: its own socket, data and process
# id below one folder, no bridge, no iptables, no registry needed.
#
#   engine.sh start DIR    installs Debian's docker.io where it is missing
#   engine.sh stop DIR     ends the engine by its process id
set -eu
command=$1
dir=$2
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
	PATH=/usr/sbin:/usr/bin:/sbin:/bin setsid nohup /usr/sbin/dockerd \
		--iptables=false --bridge=none --storage-driver=vfs \
		--host "$host" --data-root "$dir/data" --exec-root "$dir/exec" --pidfile "$dir/docker.pid" \
		>"$dir/dockerd.log" 2>&1 </dev/null &
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

$command
