// Command linked does nothing but to link BuildKit's parsers: what a program with
// them takes to start at the least.
package main

import (
	_ "github.com/moby/buildkit/frontend/dockerfile/instructions"
	_ "github.com/moby/buildkit/frontend/dockerfile/parser"
)

func main() {}
