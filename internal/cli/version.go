package cli

import "runtime/debug"

// buildVersion returns the linker's version or, for a program that go install
// made, that of the module.
func (p *program) buildVersion() string {
	if p.version != "" {
		return p.version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
