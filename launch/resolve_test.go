package launch_test

import (
	"fmt"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

type images map[string]launch.Config

func (m images) Config(ref string) (launch.Config, bool) {
	c, ok := m[ref]
	return c, ok
}

// known are the base images of these tests; every other image is unknown.
var known = images{
	"plain": {Cmd: []string{"sh"}},
	"server": {
		Entrypoint: []string{"/entry"}, Cmd: []string{"serve"}, Env: []string{"HOME_DIR"},
		User: "app", WorkingDir: "/srv", StopSignal: "SIGQUIT",
	},
	"bashed":   {Shell: []string{"/bin/bash", "-ec"}},
	"triggers": {Cmd: []string{"serve"}, OnBuild: []string{`CMD ["triggered"]`, "ENV BUILT=1", "USER $BUILT"}},
	"windows":  {OS: "windows"},
}

// resolve reads a Dockerfile, which may be one that BuildKit refuses.
func resolve(t *testing.T, dockerfile string) []*launch.Launch {
	t.Helper()
	f, _ := parser.Parse("Dockerfile", []byte(dockerfile))
	return launch.Of(f, nil, known)
}

func last(t *testing.T, dockerfile string) *launch.Launch {
	t.Helper()
	all := resolve(t, dockerfile)
	return all[len(all)-1]
}

// show writes a value as tests compare it.
func show[T any](v launch.Value[T]) string {
	if !v.Known {
		return "unknown"
	}
	return fmt.Sprintf("%q", any(v.V))
}

// The nine ways of writing ENTRYPOINT and CMD, on an image that has a CMD.
func TestEntrypointAndCmd(t *testing.T) {
	for _, c := range []struct{ entrypoint, cmd, wantEntrypoint, wantCmd string }{
		{"", "", `[]`, `["sh"]`},
		{"", `CMD ["c", "d"]`, `[]`, `["c" "d"]`},
		{"", `CMD c d`, `[]`, `["/bin/sh" "-c" "c d"]`},
		{`ENTRYPOINT ["e"]`, "", `["e"]`, `[]`},
		{`ENTRYPOINT ["e"]`, `CMD ["c", "d"]`, `["e"]`, `["c" "d"]`},
		{`ENTRYPOINT ["e"]`, `CMD c d`, `["e"]`, `["/bin/sh" "-c" "c d"]`},
		{`ENTRYPOINT e`, "", `["/bin/sh" "-c" "e"]`, `[]`},
		{`ENTRYPOINT e`, `CMD ["c", "d"]`, `["/bin/sh" "-c" "e"]`, `["c" "d"]`},
		{`ENTRYPOINT e`, `CMD c d`, `["/bin/sh" "-c" "e"]`, `["/bin/sh" "-c" "c d"]`},
	} {
		for _, order := range []string{c.entrypoint + "\n" + c.cmd, c.cmd + "\n" + c.entrypoint} {
			l := last(t, "FROM plain\n"+order)
			assert.Equal(t, show(l.Entrypoint), c.wantEntrypoint, order)
			assert.Equal(t, show(l.Cmd), c.wantCmd, order)
		}
	}
}

// ENTRYPOINT clears a CMD unless it was set in the same stage.
func TestEntrypointClearsCmd(t *testing.T) {
	for name, c := range map[string]struct{ file, cmd, lost string }{
		"of the image":              {"FROM plain\nENTRYPOINT [\"e\"]", `[]`, `["sh"]`},
		"of the image, set again":   {"FROM plain\nENTRYPOINT [\"e\"]\nCMD [\"c\"]", `["c"]`, "unknown"},
		"of the image, set before":  {"FROM plain\nCMD [\"c\"]\nENTRYPOINT [\"e\"]", `["c"]`, "unknown"},
		"of an earlier stage":       {"FROM plain AS a\nCMD [\"c\"]\nFROM a\nENTRYPOINT [\"e\"]", `[]`, `["c"]`},
		"of an unknown image":       {"FROM who/knows\nENTRYPOINT [\"e\"]", `[]`, "unknown"},
		"of none":                   {"FROM scratch\nENTRYPOINT [\"e\"]", `[]`, "unknown"},
		"by a second ENTRYPOINT":    {"FROM scratch\nCMD [\"c\"]\nENTRYPOINT [\"e\"]\nENTRYPOINT [\"f\"]", `["c"]`, "unknown"},
		"by an empty ENTRYPOINT":    {"FROM server\nENTRYPOINT []", `[]`, `["serve"]`},
		"by ONBUILD ENTRYPOINT":     {"FROM plain AS a\nCMD [\"c\"]\nONBUILD ENTRYPOINT [\"e\"]\nFROM a", `[]`, `["c"]`},
		"kept: ONBUILD CMD":         {"FROM plain AS a\nONBUILD CMD [\"o\"]\nFROM a\nENTRYPOINT [\"e\"]", `["o"]`, "unknown"},
		"kept: the image's trigger": {"FROM triggers\nENTRYPOINT [\"e\"]", `["triggered"]`, "unknown"},
		"kept: CMD []":              {"FROM plain\nCMD []\nENTRYPOINT [\"e\"]", `[]`, "unknown"},
		"not ONBUILD's own stage":   {"FROM plain\nONBUILD ENTRYPOINT [\"e\"]", `["sh"]`, "unknown"},
		"not an inherited one":      {"FROM server AS a\nFROM a\nCMD [\"c\"]", `["c"]`, "unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			l := last(t, c.file)
			assert.Equal(t, show(l.Cmd), c.cmd)
			assert.Equal(t, show(l.LostCmd), c.lost)
		})
	}
}

// A shell form is wrapped in the SHELL in force where it stands.
func TestShellForm(t *testing.T) {
	for name, c := range map[string]struct{ file, cmd, shell string }{
		"default":          {"FROM plain\nCMD c", `["/bin/sh" "-c" "c"]`, `["/bin/sh" "-c"]`},
		"bare":             {"FROM plain\nCMD", `["/bin/sh" "-c" ""]`, `["/bin/sh" "-c"]`},
		"of the image":     {"FROM bashed\nCMD c", `["/bin/bash" "-ec" "c"]`, `["/bin/bash" "-ec"]`},
		"of this stage":    {"FROM plain\nSHELL [\"/bin/ash\", \"-c\"]\nCMD c", `["/bin/ash" "-c" "c"]`, `["/bin/ash" "-c"]`},
		"behind CMD":       {"FROM plain\nCMD c\nSHELL [\"/bin/ash\", \"-c\"]", `["/bin/sh" "-c" "c"]`, `["/bin/ash" "-c"]`},
		"of the parent":    {"FROM plain AS a\nSHELL [\"/bin/ash\", \"-c\"]\nFROM a\nCMD c", `["/bin/ash" "-c" "c"]`, `["/bin/ash" "-c"]`},
		"of ONBUILD":       {"FROM plain AS a\nONBUILD SHELL [\"/bin/ash\", \"-c\"]\nFROM a\nCMD c", `["/bin/ash" "-c" "c"]`, `["/bin/ash" "-c"]`},
		"ONBUILD CMD":      {"FROM plain AS a\nONBUILD CMD c\nSHELL [\"/bin/ash\", \"-c\"]\nFROM a", `["/bin/ash" "-c" "c"]`, `["/bin/ash" "-c"]`},
		"unknown image":    {"FROM who/knows\nCMD c", "unknown", "unknown"},
		"set on unknown":   {"FROM who/knows\nSHELL [\"bash\", \"-c\"]\nCMD c", `["bash" "-c" "c"]`, `["bash" "-c"]`},
		"Windows image":    {"FROM windows\nCMD c", `["cmd" "/S" "/C" "c"]`, `["cmd" "/S" "/C"]`},
		"Windows platform": {"FROM --platform=windows/amd64 plain\nCMD c", `["cmd" "/S" "/C" "c"]`, `["cmd" "/S" "/C"]`},
		"Windows, scratch": {"FROM --platform=windows/amd64 scratch\nCMD c", `["/bin/sh" "-c" "c"]`, `["/bin/sh" "-c"]`},
		"Windows parent":   {"FROM windows AS a\nFROM a\nCMD c", `["cmd" "/S" "/C" "c"]`, `["cmd" "/S" "/C"]`},
	} {
		t.Run(name, func(t *testing.T) {
			l := last(t, c.file)
			assert.Equal(t, show(l.Cmd), c.cmd)
			assert.Equal(t, show(l.Shell), c.shell)
		})
	}
}

// What an instruction of a stage is wrapped in does not depend on later ones.
func TestShellAt(t *testing.T) {
	l := last(t, "FROM plain AS a\nSHELL [\"a\"]\nFROM a\nCMD c\nSHELL [\"b\"]\nENTRYPOINT e\nSHELL b -c\nCMD d\n")
	var got [][]string
	for _, inst := range l.Stage.Instructions {
		got = append(got, l.ShellAt(inst))
	}
	assert.DeepEqual(t, got, [][]string{{"a"}, {"a"}, {"b"}, {"b"}, nil}) // SHELL b -c is refused
}

func TestOrigins(t *testing.T) {
	all := resolve(t, "FROM server AS a\nONBUILD CMD [\"o\"]\nFROM a\nFROM plain\nCMD [\"c\"]\nHEALTHCHECK CMD h\nCMD [\"d\"]\n")
	a, child, own := all[0], all[1], all[2]
	assert.Equal(t, a.Entrypoint.Origin.Image, "server")
	assert.Equal(t, a.Cmd.Origin.Image, "server")
	assert.Equal(t, child.Entrypoint.Origin.Image, "server")
	assert.Equal(t, child.Cmd.Origin.OnBuild, a.Stage.Instructions[0])
	assert.Equal(t, child.Cmd.Origin.At, a.Stage.Instructions[0].Trigger)
	assert.Equal(t, own.Cmd.Origin.At, own.Stage.Instructions[2])
	assert.Assert(t, own.Entrypoint.Origin.Default() && !own.Cmd.Origin.Default())
	assert.Equal(t, len(own.Set), 3)
	assert.Equal(t, len(child.Set), 1)
}

func TestHealthcheck(t *testing.T) {
	for file, want := range map[string]string{
		"FROM plain\nHEALTHCHECK CMD h 1":                      `["CMD-SHELL" "h 1"]`,
		"FROM plain\nHEALTHCHECK CMD [\"h\", \"1\"]":           `["CMD" "h" "1"]`,
		"FROM plain AS a\nHEALTHCHECK CMD h\nFROM a":           `["CMD-SHELL" "h"]`,
		"FROM plain\nHEALTHCHECK CMD h\nHEALTHCHECK NONE":      `["NONE"]`,
		"FROM plain AS a\nONBUILD HEALTHCHECK CMD h\nFROM a\n": `["CMD-SHELL" "h"]`,
	} {
		l := last(t, file)
		assert.Assert(t, l.Health.Known, file)
		assert.Equal(t, fmt.Sprintf("%q", l.Health.V.Test), want, file)
	}
	assert.Assert(t, last(t, "FROM plain").Health.V == nil)
	assert.Assert(t, !last(t, "FROM who/knows").Health.Known)
}

// What an instruction that BuildKit refuses could have set is unknown.
func TestRefusedInstructions(t *testing.T) {
	for name, c := range map[string]struct{ lines, entrypoint, cmd string }{
		"CMD":               {"CMD --x\nENTRYPOINT [\"e\"]", `["e"]`, "unknown"},
		"CMD set again":     {"CMD --x\nCMD [\"c\"]", `[]`, `["c"]`},
		"ENTRYPOINT":        {"CMD [\"c\"]\nENTRYPOINT --x", "unknown", "unknown"},
		"SHELL":             {"SHELL bash -c\nCMD [\"c\"]\nENTRYPOINT e", "unknown", `["c"]`},
		"a misspelled verb": {"CDM [\"c\"]", "unknown", "unknown"},
		"and ENTRYPOINT":    {"CDM [\"c\"]\nENTRYPOINT [\"e\"]", `["e"]`, "unknown"},
		"and both":          {"CDM [\"c\"]\nENTRYPOINT [\"e\"]\nCMD [\"d\"]", `["e"]`, `["d"]`},
		"other":             {"LABEL x\nCMD [\"c\"]", `[]`, `["c"]`},
	} {
		t.Run(name, func(t *testing.T) {
			l := last(t, "FROM plain\n"+c.lines)
			assert.Equal(t, show(l.Entrypoint), c.entrypoint)
			assert.Equal(t, show(l.Cmd), c.cmd)
		})
	}
}

func TestRefusedSettings(t *testing.T) {
	for _, lines := range []string{"USER\nWORKDIR\nSTOPSIGNAL\nHEALTHCHECK\nENV X", "UESR x\nWROKDIR /x\nSTOPSINGAL 9\nHEALTHCHEK NONE\nEVN X=1"} {
		l := last(t, "FROM server\n"+lines)
		assert.Equal(t, show(l.User)+show(l.WorkingDir)+show(l.StopSignal)+show(l.Health), "unknownunknownunknownunknown")
		assert.Assert(t, !l.EnvComplete())
	}
	l := last(t, "FROM server\nCOPPY x\nSHELL [\"bash\", \"-c\"]")
	assert.Equal(t, show(l.User)+show(l.WorkingDir)+show(l.StopSignal)+show(l.Shell), `"app""/srv""SIGQUIT"["bash" "-c"]`)
	assert.Assert(t, l.EnvComplete())
}
