#!/bin/sh
set -e

# Started as root, it gives the data to the server's user and begins again as that.
if [ "$1" = redis-server ] && [ "$(id -u)" = 0 ]; then
	chown -R redis /var/lib/redis
	exec gosu redis "$0" "$@"
fi

exec "$@"
