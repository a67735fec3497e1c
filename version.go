package main

import "runtime/debug"

// version is set by the linker for releases, see the Makefile.
var version string

// buildVersion returns the linker's version or, for a program that go install
// made, that of the module.
func buildVersion() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
