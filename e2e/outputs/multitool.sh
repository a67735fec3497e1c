#!/bin/sh
# Prints the path of Microsoft's SARIF validator, which it keeps in the folder
# given. The npm package holds one native program for each system; it is started
# as it is, because the package's own script takes words apart at semicolons.
set -eu
version=5.7.0
dir=$1/sarif-multitool-$version
program=$dir/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool

if [ ! -x "$program" ]; then
	if ! command -v npm >/dev/null; then
		export DEBIAN_FRONTEND=noninteractive
		apt-get update -qq >&2
		apt-get install -y -qq --no-install-recommends npm >&2
	fi
	mkdir -p "$dir"
	npm install --prefix "$dir" --no-audit --no-fund --silent "@microsoft/sarif-multitool@$version" >&2
	chmod u+x "$program"
fi
echo "$program"
