package cli

import (
	"github.com/entrylint/entrylint/internal/buildcontext"
	"github.com/entrylint/entrylint/internal/config"
	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// contextFlag is what --context is for.
const contextFlag = "the build context, a `DIR` (default: looked for from the Dockerfile upward)"

// contextOf returns what finds the build context of a Dockerfile, which stands
// at a path: the folder of --context, that of the configuration, or the one
// that what it copies is in.
func contextOf(finder *buildcontext.Finder, stands, flag string, configured *config.Config) func(*parser.File) *rootfs.Context {
	if flag == "" && configured != nil {
		flag = configured.Context
	}
	if stands == dockerfiles.Stdin {
		stands = ""
	}
	return func(f *parser.File) *rootfs.Context { return finder.Of(f, stands, flag) }
}
