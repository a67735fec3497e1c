package cli

import (
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts, and the tests that need a process of their own,
// run the program itself under its name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"entrylint": func() {
		signal.Ignore(syscall.SIGPIPE)
		os.Exit(Run("", os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}})
}

// The scripts are the contract of the command line. They tell findings by
// place and code, never by their words, which belong to the rules.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "fill": fill, "many": many, "paths": paths,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "")
			return nil
		},
	})
}

// status N command... runs a command that must exit with N.
func status(ts *testscript.TestScript, _ bool, args []string) {
	want := args[0]
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != want {
		ts.Fatalf("exit status %s, want %s", got, want)
	}
}

// fill FILE SIZE TEXT writes a file of SIZE bytes that begins with TEXT, in
// which escapes such as \n and \x00 are expanded, and goes on with comments.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	text += strings.Repeat("# nothing but a comment\n", size/24+1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text[:size]), 0o666))
}

// many N makes n0000/Dockerfile and so on, each with a finding in line 2.
func many(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	for i := range n {
		folder := ts.MkAbs("n" + strconv.Itoa(10000 + i)[1:])
		ts.Check(os.Mkdir(folder, 0o777))
		ts.Check(os.WriteFile(filepath.Join(folder, "Dockerfile"), []byte("FROM debian:12\nENTRYPOINT srv\n"), 0o666))
	}
}

// paths FILE... holds what compact output said against the paths, in order.
func paths(ts *testscript.TestScript, _ bool, args []string) {
	var got []string
	finding := regexp.MustCompile(`(?m)^(.+?):\d+:\d+: `)
	for _, m := range finding.FindAllStringSubmatch(ts.ReadFile("stdout"), -1) {
		if len(got) == 0 || got[len(got)-1] != m[1] {
			got = append(got, m[1])
		}
	}
	if !slices.Equal(got, args) {
		ts.Fatalf("findings in %q, want %q", got, args)
	}
}
