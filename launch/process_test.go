package launch_test

import (
	"fmt"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// Who gets the signal of a chain that is not followed to its end is not known.
func TestChainIsBounded(t *testing.T) {
	f, err := parser.Parse("Dockerfile", []byte("FROM debian:12\nCMD ["+strings.Repeat(`"env", `, 20)+`"srv"]`))
	assert.NilError(t, err)
	s := launch.Of(f, nil, nil)[0].Start(launch.Run{})
	assert.Equal(t, s.Signals().Reaches, launch.ReachesUnknown)
	assert.Equal(t, s.Signals().Why, "it goes on for longer than it is followed")
}

// The chain is written "argv =hop=> argv"; what the stop signal reaches stands
// behind it.
func TestChain(t *testing.T) {
	for _, tc := range []struct{ name, dockerfile, want string }{
		{"exec form", `FROM debian:12
CMD ["srv", "-p", "80"]`, "srv -p 80 | app"},
		{"dash stays", "FROM debian:12\nCMD srv", "/bin/sh -c srv =child=> srv | shell"},
		{"dash and exec", "FROM debian:12\nCMD exec srv -p 80", "/bin/sh -c exec srv -p 80 =exec=> srv -p 80 | app"},
		{"busybox replaces itself", "FROM alpine:3.19\nCMD cd / && srv", "/bin/sh -c cd / && srv =exec=> srv | app"},
		{"unknown shell", "FROM example.com/base\nENTRYPOINT []\nCMD srv", "/bin/sh -c srv =unknown=> srv | unknown"},
		{"pipe", "FROM alpine:3.19\nCMD exec srv | tee log", "/bin/sh -c exec srv | tee log =child=> tee log | shell"},
		{"background", "FROM debian:12\nCMD srv &", "/bin/sh -c srv & | nobody"},
		{"trap", "FROM debian:12\nCMD trap 'kill 0' TERM; srv", "/bin/sh -c trap 'kill 0' TERM; srv =child=> srv | unknown"},
		{"bash -c", `FROM debian:12
CMD ["bash", "-lc", "srv"]`, "bash -lc srv =exec=> srv | app"},
		{"arguments of sh -c", `FROM debian:12
ENTRYPOINT ["sh", "-c", "exec srv \"$@\"", "--"]
CMD ["-p", "80"]`, `sh -c exec srv "$@" -- -p 80 =exec=> srv -p 80 | app`},
		{"init", `FROM debian:12
ENTRYPOINT ["/usr/bin/tini", "-v", "--"]
CMD ["srv"]`, "/usr/bin/tini -v -- srv =child=> srv | app"},
		{"init and shell", `FROM debian:12
ENTRYPOINT ["tini", "--"]
CMD srv`, "tini -- /bin/sh -c srv =child=> /bin/sh -c srv =child=> srv | shell"},
		{"init of the group", `FROM debian:12
ENTRYPOINT ["tini", "-g", "--"]
CMD srv`, "tini -g -- /bin/sh -c srv =child=> /bin/sh -c srv =child=> srv | app"},
		{"dumb-init rewrites", `FROM debian:12
ENTRYPOINT ["dumb-init", "--rewrite", "15:3", "srv", "-x"]`, "dumb-init --rewrite 15:3 srv -x =unknown=> | unknown"},
		{"setsid", `FROM debian:12
CMD ["setsid", "srv"]`, "setsid srv =unknown=> | unknown"},
		{"env splits", `FROM debian:12
CMD ["env", "-S", "srv a"]`, "env -S srv a =unknown=> | unknown"},
		{"dumb-init", `FROM debian:12
ENTRYPOINT ["dumb-init", "-v", "srv", "-x"]`, "dumb-init -v srv -x =child=> srv -x | app"},
		{
			"wrappers", `FROM debian:12
CMD ["env", "-u", "X", "A=1", "gosu", "nobody", "nice", "-n", "5", "srv"]`,
			"env -u X A=1 gosu nobody nice -n 5 srv =exec=> gosu nobody nice -n 5 srv =exec=> nice -n 5 srv =exec=> srv | app",
		},
		{"sudo stays", `FROM debian:12
CMD ["sudo", "-u", "www", "srv"]`, "sudo -u www srv =child=> srv | unknown"},
		{"script", `FROM debian:12
ENTRYPOINT ["/docker-entrypoint.sh"]`, "/docker-entrypoint.sh =unknown=> | unknown"},
		{"shell given a script", `FROM debian:12
CMD ["bash", "run.sh"]`, "bash run.sh =unknown=> | unknown"},
		{"interactive shell", "FROM debian:12", "bash | app"},
		{"Windows", `FROM example.com/base
SHELL ["powershell", "-Command"]
ENTRYPOINT []
CMD srv`, "powershell -Command srv =unknown=> | unknown"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			start := startOf(t, tc.dockerfile, launch.Run{})
			assert.Equal(t, picture(start), tc.want)
		})
	}
}

func picture(s *launch.Start) string {
	var out strings.Builder
	for p := s.Process; p != nil; p = p.Next {
		out.WriteString(strings.Join(p.Argv, " ") + " ")
		if p.Hop != launch.None {
			fmt.Fprintf(&out, "=%s=> ", p.Hop)
		}
	}
	return out.String() + "| " + string(s.Signals().Reaches)
}

func TestPredictedErrors(t *testing.T) {
	for _, tc := range []struct{ name, dockerfile, want string }{
		{"nothing to run", "FROM scratch\nCOPY x /", "No command specified"},
		{"cleared", "FROM alpine:3.19\nCMD []", "No command specified"},
		{"no shell", "FROM scratch\nENV A=1\nCMD srv", `exec: "/bin/sh": stat /bin/sh: no such file or directory`},
		{"a shell may have come", "FROM scratch\nCOPY . /\nCMD srv", ""},
		{"one word", "FROM debian:12\nCMD [\"npm start\"]", `exec: "npm start": executable file not found in $PATH`},
		{"a path with a blank", "FROM debian:12\nCMD [\"/opt/my app/srv\"]", ""},
		{"builtin", "FROM debian:12\nCMD [\"cd\", \"/x\"]", `exec: "cd": executable file not found in $PATH`},
		{"empty entrypoint is none", "FROM debian:12\nENTRYPOINT [\"\"]\nCMD [\"srv\"]", ""},
		{"unknown base", "FROM example.com/base", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, startOf(t, tc.dockerfile, launch.Run{}).Error, tc.want)
		})
	}
}

func TestRun(t *testing.T) {
	const dockerfile = "FROM debian:12\nENTRYPOINT [\"e\"]\nCMD [\"c\"]"
	for _, tc := range []struct {
		run  launch.Run
		want string
	}{
		{launch.Run{}, "e c"},
		{launch.Run{Args: []string{"a", "b"}}, "e a b"},
		{launch.Run{Entrypoint: "x", EntrypointSet: true}, "x"},
		{launch.Run{Entrypoint: "x", EntrypointSet: true, Args: []string{"a"}}, "x a"},
		{launch.Run{EntrypointSet: true, Args: []string{"a"}}, "a"},
		{launch.Run{EntrypointSet: true}, ""},
	} {
		got := startOf(t, dockerfile, tc.run)
		assert.Assert(t, got.Argv.Known)
		assert.Equal(t, strings.Join(got.Argv.V, " "), tc.want)
		assert.Equal(t, got.Error == "No command specified", tc.want == "")
	}
}

func startOf(t *testing.T, dockerfile string, run launch.Run) *launch.Start {
	t.Helper()
	f, err := parser.Parse("Dockerfile", []byte(dockerfile))
	assert.NilError(t, err)
	target, ok := launch.Target(launch.Of(f, nil, nil), "")
	assert.Assert(t, ok)
	return target.Start(run)
}
