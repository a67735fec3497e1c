// Command entrylint lints Dockerfiles: it works out what process 1 of the
// container will really be, and reports where ENTRYPOINT, CMD, ARG and the
// shell around them will not do what their author meant.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/entrylint/entrylint/internal/cli"
)

// version is set by the linker for releases, see the Makefile.
var version string

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of a write, which package cli keeps quiet
	os.Exit(cli.Run(version, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
