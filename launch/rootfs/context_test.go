package rootfs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/cputime"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

func TestWithoutContext(t *testing.T) {
	i := last(t, "FROM alpine\nCOPY run.sh /\nCOPY <<EOF /x.sh\nhello\nEOF\nCOPY . /app\nRUN chmod +x /x.sh", nil)
	assert.Equal(t, what(i.Lookup("/run.sh")), "unknown")
	assert.Equal(t, what(i.Lookup("/app/x")), "unknown")
	assert.Equal(t, what(i.Lookup("/other")), "absent")
	f := i.Lookup("/x.sh")
	assert.Equal(t, what(f), "inline x")
	assert.Equal(t, string(f.Text.Bytes), "hello\n")
}

func TestUncertainContext(t *testing.T) {
	ctx := context()
	ctx.Certain, ctx.Modes = false, false
	i := last(t, "FROM alpine\nCOPY . /app\nCOPY gone.sh /", ctx)
	assert.Equal(t, what(i.Lookup("/app/run.sh")), "copied")
	assert.Equal(t, what(i.Lookup("/app/other.sh")), "unknown")
	assert.Equal(t, what(i.Lookup("/gone.sh")), "unknown")
	assert.Equal(t, what(i.Lookup("/else.sh")), "absent")
}

func TestDoubtedContext(t *testing.T) {
	ctx := context()
	ctx.Certain, ctx.Doubted = false, func(name string) bool { return name == "run.sh" }
	i := last(t, "FROM alpine\nCOPY . /app\nCOPY run.sh /", ctx)
	assert.Equal(t, what(i.Lookup("/app/run.sh")), "unknown")
	assert.Equal(t, what(i.Lookup("/run.sh")), "unknown")
	assert.Equal(t, what(i.Lookup("/app/entrypoint.sh")), "copied -")
	assert.Equal(t, what(i.Lookup("/else.sh")), "absent")
}

func TestContextIsAskedOnce(t *testing.T) {
	f, err := parser.Parse("Dockerfile", []byte("FROM alpine AS a\nCOPY run.sh /opt/\nFROM a\nCOPY . /app"))
	assert.NilError(t, err)
	asked := 0
	all := launch.Of(f, func() *rootfs.Context { asked++; return context() }, nil)
	for _, l := range all {
		l.Files().Lookup("/elsewhere")
	}
	assert.Equal(t, asked, 0)
	for _, l := range all {
		l.Files().Lookup("/opt/run.sh")
		l.Files().Lookup("/app/run.sh")
	}
	assert.Equal(t, asked, 1)
}

func TestText(t *testing.T) {
	ctx := context()
	ctx.Name = func(path string) string { return "project/" + path }
	i := last(t, "FROM alpine\nCOPY . /app", ctx)
	f := i.Lookup("/app/run.sh")
	assert.Equal(t, f.Text.Name, "project/run.sh")
	assert.Equal(t, f.Text, i.Lookup("/app/run.sh").Text)
	assert.Assert(t, i.Lookup("/app/srv").Text == nil && i.Lookup("/app/srv").Binary)
}

func TestLongTextIsNotRead(t *testing.T) {
	ctx := &rootfs.Context{FS: fstest.MapFS{"x": {Data: make([]byte, 2<<20)}}, Certain: true}
	for n := range ctx.FS.(fstest.MapFS)["x"].Data {
		ctx.FS.(fstest.MapFS)["x"].Data[n] = 'x'
	}
	f := last(t, "FROM alpine\nCOPY x /", ctx).Lookup("/x")
	assert.Assert(t, f.State == rootfs.Copied && f.Text == nil && !f.Binary)
}

// A link in a folder is copied as a link; one that is named is followed.
func TestLinksOfTheContext(t *testing.T) {
	dir := t.TempDir()
	assert.NilError(t, os.WriteFile(filepath.Join(dir, "run.sh"), []byte("run\n"), 0o755))
	assert.NilError(t, os.Symlink("run.sh", filepath.Join(dir, "link")))
	assert.NilError(t, os.Symlink("/etc/hostname", filepath.Join(dir, "outside")))
	root, err := os.OpenRoot(dir)
	assert.NilError(t, err)
	defer root.Close()
	i := last(t, "FROM alpine\nCOPY . /app\nCOPY link /x\nCOPY outside /y", &rootfs.Context{FS: root.FS(), Certain: true, Modes: true})
	assert.Equal(t, what(i.Lookup("/x")), "copied x")
	assert.Equal(t, what(i.Lookup("/app/link")), "unknown")
	assert.Equal(t, what(i.Lookup("/y")), "unknown")
}

func TestPlace(t *testing.T) {
	src := "FROM alpine\nENV X=1\nCOPY <<-EOF /x.sh\n\t#!/bin/sh\n\techo $X\n\tsrv \"$@\"\nEOF\n"
	src = strings.Replace(src, "$@", `\$@`, 1)
	f := last(t, src, nil).Lookup("/x.sh")
	assert.Equal(t, string(f.Text.Bytes), "#!/bin/sh\necho 1\nsrv \"$@\"\n")
	in, at := f.Place(parser.Span{Start: 2, End: 9})
	assert.Equal(t, in.Text(at), "/bin/sh")
	_, at = f.Place(parser.Span{Start: 15, End: 16})
	assert.Equal(t, in.Text(at), "\techo $X")
	assert.Equal(t, in.Position(at.Start).Line, 5)

	f = last(t, "FROM alpine\nCOPY run.sh /", context()).Lookup("/run.sh")
	in, at = f.Place(parser.Span{Start: 2, End: 9})
	assert.Equal(t, in.Text(at), "/bin/sh")
}

func TestNamed(t *testing.T) {
	paths := func(dockerfile, name string) string {
		var all []string
		for _, f := range last(t, dockerfile, context()).Named(name) {
			all = append(all, f.Path)
		}
		return strings.Join(all, " ")
	}
	assert.Equal(t, paths("FROM alpine\nCOPY run.sh /usr/local/bin/\nCOPY . /app", "run.sh"), "/app/run.sh /usr/local/bin/run.sh")
	assert.Equal(t, paths("FROM alpine\nCOPY scripts /opt", "one.sh"), "/opt/deep/one.sh")
	assert.Equal(t, paths("FROM alpine\nCOPY s* /opt/", "start.sh"), "/opt/start.sh")
	assert.Equal(t, paths("FROM alpine\nCOPY run.sh /opt/go", "go"), "/opt/go")
	assert.Equal(t, paths("FROM alpine AS a\nCOPY . /src\nFROM alpine\nCOPY --from=a /src/scripts /app", "start.sh"), "/app/start.sh")
	assert.Equal(t, paths("FROM alpine\nCOPY run.sh /x\nCOPY <<EOF /y/run.sh\nhello\nEOF", "run.sh"), "/x /y/run.sh")
	assert.Equal(t, paths("FROM alpine\nCOPY . /app\nRUN rm /app/run.sh", "run.sh"), "")
}

// Stages that copy from each other again and again are not followed for ever.
func TestManyStages(t *testing.T) {
	var b strings.Builder
	b.WriteString("FROM alpine AS s0\nCOPY run.sh /a\n")
	for n := 1; n < 2000; n++ {
		fmt.Fprintf(&b, "FROM alpine AS s%d\nCOPY --from=s%d /a /b /c /\nCOPY --from=s%d / /a\n", n, n-1, n-1)
	}
	for n := 2000; n < 4000; n++ {
		fmt.Fprintf(&b, "FROM s%d AS s%d\nRUN mv /a /b && mv /b /a\n", n-1, n)
	}
	start := cputime.Used()
	i := last(t, b.String(), context())
	assert.Equal(t, i.Lookup("/a").State, rootfs.Unknown)
	assert.Equal(t, i.Program("nothing"), shell.NotKnown)
	i.Named("a")
	assert.Assert(t, cputime.Used()-start < 10*time.Second, "took %v", cputime.Used()-start)
}

// Whatever stands in a Dockerfile, a look-up answers.
func TestOddInput(t *testing.T) {
	for _, dockerfile := range []string{
		"FROM alpine\nCOPY [\"\", \"\"]",
		"FROM alpine\nCOPY [\"run.sh\", \"\"]",
		"FROM alpine\nCOPY [ [a /[",
		"FROM alpine\nCOPY . ..",
		"FROM alpine\nCOPY ../../run.sh ../../../x",
		"FROM alpine\nCOPY --chmod=99999999 run.sh /x",
		"FROM alpine\nCOPY --chmod=x=+-,, run.sh /x",
		"FROM alpine\nCOPY --from=99 / /",
		"FROM alpine\nCOPY --from=-1 / /",
		"FROM alpine\nCOPY --from=$X / /",
		"FROM alpine AS a\nCOPY --from=a / /",
		"FROM alpine\nCOPY --parents ./scripts/./deep /x",
		"FROM alpine\nCOPY --exclude=*.sh . /x",
		"FROM alpine\nCOPY --exclude=[ . /x",
		"FROM alpine\nADD http:// https:/// git@x:y.git /x/",
		"FROM alpine\nRUN chmod\nRUN cp\nRUN cp a\nRUN mv -t\nRUN ln\nRUN ln -s\nRUN rm\nRUN find\nRUN xargs\nRUN install -m\nRUN cd && x",
		"FROM alpine\nRUN find -exec\nRUN find . -name\nRUN find . -exec sh {} +\nRUN find . -exec sh -c",
		"FROM alpine\nRUN [\"\"]\nRUN [\"chmod\"]\nRUN [\"sh\", \"-c\"]\nRUN [\"sh\", \"-c\", \"sh -c 'sh -c x'\"]",
		"FROM alpine\nRUN <<EOF\nEOF\nRUN <<EOF cat\n#!/usr/bin/python\nx\nEOF",
		"FROM alpine\nRUN > x < x >> x chmod x\nRUN ;;\nRUN f() { f; }; f",
		"FROM alpine\nRUN ln -s x x && ln -s / /x && ln -s . /x/y && chmod +x $X ${X} ${X:-y} $(x) `x` ~ \"$",
		"FROM alpine\nCOPYY x y\nCOPY x\nRUN\n",
		"FROM alpine\nWORKDIR C:\\x\nCOPY run.sh .",
		"FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCOPY run.sh C:\\x",
	} {
		f, _ := parser.Parse("Dockerfile", []byte(dockerfile))
		for _, l := range launch.Of(f, func() *rootfs.Context { return context() }, nil) {
			for _, path := range []string{"/x", "/", "", "x", "/run.sh", "/x/run.sh", "/x/y/z", "/*", "/[", "C:\\x", strings.Repeat("/x", 3000)} {
				file := l.Files().Lookup(path)
				assert.Assert(t, file.Text == nil || file.Found())
			}
			l.Files().Named("run.sh")
			l.Files().Named("")
			l.Files().Program("bash")
		}
	}
}

func TestFlags(t *testing.T) {
	check(t, []lookup{
		{"FROM alpine\nCOPY --parents scripts/start.sh /x", "/x/scripts/start.sh", "copied -"},
		{"FROM alpine\nCOPY --parents ./scripts/./deep/one.sh /x/", "/x/deep/one.sh", "copied -"},
		{"FROM alpine\nCOPY --parents scripts/start.sh /x", "/x/start.sh", "absent"},
		{"FROM alpine\nCOPY --parents scripts/*.sh /x", "/x/scripts/stop.sh", "unknown"},
		{"FROM alpine\nCOPY --exclude=*.md . /x", "/x/run.sh", "copied x"},
		{"FROM alpine\nCOPY --exclude=*.sh . /x", "/x/run.sh", "unknown"},
		{"FROM alpine\nCOPY --link --chown=1:1 run.sh /x", "/x", "copied x"},
		{"FROM alpine\nCOPY --chmod=$MODE run.sh /x", "/x", "copied"},
		{"FROM alpine\nARG MODE=0755\nCOPY --chmod=$MODE entrypoint.sh /x", "/x", "copied x"},
		{"FROM alpine\nADD --unpack=false app.tar.gz /x/", "/x/app.tar.gz", "copied -"},
		{"FROM alpine\nADD run.sh /x", "/x", "copied x"},
		{"FROM alpine\nCOPY --chmod=755 <<a <<b /x/\n1\na\n2\nb", "/x/b", "inline x"},
	})
}
