package launch_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
)

// USER, WORKDIR and STOPSIGNAL are expanded by the builder with what it knows
// at that line.
func TestExpansion(t *testing.T) {
	for name, c := range map[string]struct{ file, user string }{
		"ARG":                     {"FROM scratch\nARG V=1\nUSER u$V", "u1"},
		"ARG without a value":     {"FROM scratch\nARG V\nUSER u$V", "unknown"},
		"ARG behind the use":      {"FROM scratch\nUSER u$V\nARG V=1", "u"},
		"ENV":                     {"FROM scratch\nENV V=1\nUSER ${V}u", "1u"},
		"old ENV":                 {"FROM scratch\nENV V a b\nUSER \"$V\"", "a b"},
		"ENV, then ARG":           {"FROM scratch\nENV V=2\nARG V=1\nUSER $V", "1"},
		"ARG, then ENV":           {"FROM scratch\nARG V=1\nENV V=2\nUSER $V", "2"},
		"ENV of the same line":    {"FROM scratch\nENV A=1 B=$A\nUSER u$B", "u"},
		"ARG of the same line":    {"FROM scratch\nARG A=1 B=$A\nUSER u$B", "u1"},
		"ENV with a name from":    {"FROM scratch\nENV N=x\nENV $N=y\nUSER $x", "y"},
		"nothing":                 {"FROM scratch\nUSER u$V", "u"},
		"a default":               {"FROM scratch\nUSER ${V:-me}", "me"},
		"single quotes":           {"FROM scratch\nUSER '$V'", "$V"},
		"an escape":               {"FROM scratch\nUSER \\$V", "$V"},
		"the other escape":        {"# escape=`\nFROM scratch\nUSER `$V", "$V"},
		"an unclosed brace":       {"FROM scratch\nUSER ${V", "unknown"},
		"global ARG":              {"ARG V=1\nFROM scratch\nUSER u$V", "u"},
		"global ARG, declared":    {"ARG V=1\nFROM scratch\nARG V\nUSER u$V", "u1"},
		"global ARG, overridden":  {"ARG V=1\nFROM scratch\nARG V=2\nUSER u$V", "u2"},
		"global ARG, empty":       {"ARG V\nFROM scratch\nARG V\nUSER u$V", "unknown"},
		"platform ARG":            {"FROM scratch\nUSER u$TARGETARCH", "u"},
		"platform ARG, declared":  {"FROM scratch\nARG TARGETARCH\nUSER u$TARGETARCH", "unknown"},
		"ARG of the parent":       {"FROM scratch AS a\nARG V=1\nFROM a\nUSER $V", "1"},
		"ENV of the parent":       {"FROM scratch AS a\nENV V=1\nFROM a\nUSER $V", "1"},
		"parent: ENV, then ARG":   {"FROM scratch AS a\nENV V=2\nARG V=1\nFROM a\nUSER $V", "2"},
		"over the parent's":       {"FROM scratch AS a\nENV V=1\nFROM a\nARG V=2\nUSER $V", "2"},
		"of an unrelated stage":   {"FROM scratch AS a\nENV V=1\nFROM scratch\nUSER u$V", "u"},
		"ONBUILD in the child":    {"FROM scratch AS a\nONBUILD USER u$V\nENV V=1\nFROM a", "u1"},
		"ONBUILD ARG":             {"FROM scratch AS a\nONBUILD ARG V=1\nFROM a\nUSER $V", "1"},
		"ENV of the image":        {"FROM server\nUSER $HOME_DIR", "unknown"},
		"ENV of no known image":   {"FROM who/knows\nUSER $V", "unknown"},
		"PATH":                    {"FROM scratch\nUSER $PATH", "unknown"},
		"the image's own":         {"FROM server", "app"},
		"the parent's own":        {"FROM server AS a\nFROM a", "app"},
		"the image's trigger":     {"FROM triggers", "1"},
		"an unreadable ENV":       {"FROM scratch\nENV V\nUSER $V", "unknown"},
		"set, whatever the image": {"FROM who/knows\nUSER me", "me"},
	} {
		t.Run(name, func(t *testing.T) {
			want := c.user
			if want != "unknown" {
				want = `"` + want + `"`
			}
			assert.Equal(t, show(last(t, c.file).User), want)
		})
	}
}

func TestStopSignal(t *testing.T) {
	for file, want := range map[string]string{
		"FROM plain":                `""`,
		"FROM server":               `"SIGQUIT"`,
		"FROM server\nSTOPSIGNAL 9": `"9"`,
		"FROM server\nARG S=SIGINT\nSTOPSIGNAL $S":  `"SIGINT"`,
		"FROM server AS a\nSTOPSIGNAL TERM\nFROM a": `"TERM"`,
		"FROM who/knows": "unknown",
		"ARG S=9\nFROM plain\nARG S\nSTOPSIGNAL $S ": `"9"`,
	} {
		assert.Equal(t, show(last(t, file).StopSignal), want, file)
	}
}

func TestWorkingDir(t *testing.T) {
	for file, want := range map[string]string{
		"FROM plain":                                               `"/"`,
		"FROM server":                                              `"/srv"`,
		"FROM server\nWORKDIR app/../bin/":                         `"/srv/bin"`,
		"FROM plain\nWORKDIR a\nWORKDIR ../../b":                   `"/b"`,
		"FROM plain\nENV D=/x\nWORKDIR $D/y":                       `"/x/y"`,
		"FROM plain\nWORKDIR $D":                                   `"/"`,
		"FROM who/knows\nWORKDIR a":                                "unknown",
		"FROM who/knows\nWORKDIR /a":                               `"/a"`,
		"FROM who/knows\nWORKDIR /a\nWORKDIR b":                    `"/a/b"`,
		"FROM plain\nARG D\nWORKDIR /$D":                           "unknown",
		"FROM plain AS a\nWORKDIR /a\nFROM a\nWORKDIR b":           `"/a/b"`,
		"FROM windows\nWORKDIR /a":                                 "unknown",
		"FROM --platform=windows/amd64 who/knows\nWORKDIR /a":      "unknown",
		"FROM windows AS a\nFROM a\nWORKDIR C:\\a":                 "unknown",
		"FROM plain AS a\nONBUILD WORKDIR o\nWORKDIR /a\nFROM a\n": `"/a/o"`,
	} {
		assert.Equal(t, show(last(t, file).WorkingDir), want, file)
	}
}

func TestBase(t *testing.T) {
	for file, want := range map[string]string{
		"FROM plain":                                 "plain known",
		"FROM who/knows":                             "who/knows unknown",
		"FROM scratch":                               "scratch known",
		"ARG I=plain\nFROM $I":                       "plain known",
		"ARG I\nFROM $I":                             " unknown",
		"ARG I=plain\nARG I\nFROM $I":                "plain known",
		"ARG A=pl\nARG B=${A}ain\nFROM $B":           "plain known",
		"FROM plain$SUFFIX":                          "plain known",
		"FROM ${I:-plain}":                           "plain known",
		"FROM a-$TARGETARCH":                         " unknown",
		"FROM $I":                                    " unknown",
		"FROM plain AS App\nFROM app":                "app known parent",
		"FROM plain AS app\nFROM App":                "App unknown", // an image: stage names are lower case
		"FROM app\nFROM plain AS app":                "plain known",
		"ARG S=app\nFROM plain AS app\nFROM $S":      "app known parent",
		"FROM plain AS scratch\nFROM scratch":        "scratch known parent",
		"FROM who/knows AS plain\nFROM plain":        "plain known parent",
		"FROM plain AS a\nFROM who AS a\nFROM a":     "a known parent",
		"FROM plain AS a b\nFROM plain AS 1\nFROM 1": "1 unknown",
	} {
		b := last(t, file).Base
		got := b.Ref + " unknown"
		if b.Known {
			got = b.Ref + " known"
		}
		if b.Parent != nil {
			got += " parent"
		}
		assert.Equal(t, got, want, file)
	}
}

func TestParents(t *testing.T) {
	all := resolve(t, "FROM server AS a\nFROM a AS b\nFROM plain\nFROM b\n")
	assert.DeepEqual(t, stageNumbers(all[3].Parents()), []int{1, 0})
	assert.Equal(t, all[3].Root().Ref, "server")
	assert.Equal(t, len(all[2].Parents()), 0)
	assert.Equal(t, all[2].Root().Ref, "plain")
	assert.Assert(t, last(t, "FROM scratch").Base.Scratch() && !all[2].Base.Scratch())
}

func stageNumbers(all []*launch.Launch) []int {
	var n []int
	for _, l := range all {
		n = append(n, l.Stage.Index)
	}
	return n
}

func TestVariablesInScope(t *testing.T) {
	all := resolve(t, "ARG G=1\nARG P=2\nFROM server AS a\nARG A=3\nENV E=4\nONBUILD ENV O=5\nFROM a\nARG G\nENV E=6 A=7\nFROM scratch\n")
	a, child, other := all[0], all[1], all[2]
	for name, want := range map[string][3]bool{ // Arg, Env, GlobalArg of the child
		"G": {true, false, true}, "P": {false, false, true}, "A": {true, true, false}, "E": {false, true, false},
		"O": {false, true, false}, "HOME_DIR": {false, true, false}, "PATH": {false, true, false}, "X": {},
	} {
		_, arg := child.Arg(name)
		_, env := child.Env(name)
		_, global := child.GlobalArg(name)
		assert.Equal(t, [3]bool{arg, env, global}, want, name)
	}
	env, _ := child.Env("E")
	assert.Equal(t, env.Value.V, "6")
	assert.Equal(t, env.Stage.Index, 1)
	arg, _ := child.Arg("A")
	assert.Equal(t, arg.Value.Origin.At, a.Stage.Instructions[0])
	assert.Equal(t, child.File.Text(arg.Key.Span), "A")
	base, _ := child.Env("HOME_DIR")
	assert.Equal(t, base.Value.Origin.Image, "server")
	assert.Equal(t, len(child.Vars()), 4) // O, G, E, A
	_, ok := other.Env("E")
	assert.Assert(t, !ok && other.EnvComplete() && child.EnvComplete())
}

func TestDeclaredBefore(t *testing.T) {
	l := last(t, "FROM server AS a\nARG PARENT\nONBUILD ARG TRIGGER\nFROM a\nUSER x\nARG LATE\nUSER y\n")
	first, second := l.Stage.Instructions[0], l.Stage.Instructions[2]
	for _, name := range []string{"PARENT", "TRIGGER", "HOME_DIR", "PATH"} {
		assert.Assert(t, l.DeclaredBefore(name, first), name)
	}
	assert.Assert(t, !l.DeclaredBefore("LATE", first) && l.DeclaredBefore("LATE", second))
	assert.Assert(t, !l.DeclaredBefore("NEVER", second))
}

func TestTarget(t *testing.T) {
	all := resolve(t, "FROM plain AS a\nFROM plain AS B\nFROM plain AS a\n")
	for name, want := range map[string]int{"": 2, "a": 2, "b": 1, "B": 1, "0": 0, "1": 1} {
		l, ok := launch.Target(all, name)
		assert.Assert(t, ok, name)
		assert.Equal(t, l.Stage.Index, want, name)
	}
	for _, name := range []string{"c", "3", "-1"} {
		_, ok := launch.Target(all, name)
		assert.Assert(t, !ok, name)
	}
	_, ok := launch.Target(nil, "")
	assert.Assert(t, !ok)
}
