package rootfs_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// context is a build context with the same few files for every test.
func context() *rootfs.Context {
	file := func(mode fs.FileMode, data string) *fstest.MapFile {
		return &fstest.MapFile{Mode: mode, Data: []byte(data)}
	}
	return &rootfs.Context{
		FS: fstest.MapFS{
			"entrypoint.sh":       file(0o644, "#!/bin/sh\nexec \"$@\"\n"),
			"run.sh":              file(0o755, "#!/bin/sh\nexec srv\n"),
			"srv":                 file(0o755, "\x7fELF\x00"),
			"scripts/start.sh":    file(0o644, "start\n"),
			"scripts/stop.sh":     file(0o755, "stop\n"),
			"scripts/deep/one.sh": file(0o644, "one\n"),
			"secret/key":          file(0o644, "key\n"),
			"app.tar.gz":          file(0o644, "archive"),
			"packed.txt":          file(0o644, "\x1f\x8b archive"),
		},
		Certain: true, Modes: true,
		Ignored: func(name string) bool { return name == "secret" || name == "secret/key" },
	}
}

// last resolves a Dockerfile and returns its last stage's image.
func last(tb testing.TB, dockerfile string, ctx *rootfs.Context) *rootfs.Image {
	tb.Helper()
	f, err := parser.Parse("Dockerfile", []byte(dockerfile))
	assert.NilError(tb, err)
	all := launch.Of(f, func() *rootfs.Context { return ctx }, nil)
	return all[len(all)-1].Files()
}

// what is short for what a look-up says.
func what(f rootfs.File) string {
	text := [...]string{"unknown", "absent", "copied", "inline"}[f.State]
	if f.Dir {
		text += " folder"
	}
	if f.Executable == shell.Yes {
		text += " x"
	}
	if f.Executable == shell.No {
		text += " -"
	}
	if f.Edited {
		text += " edited"
	}
	if f.LineEnds {
		text += " lf"
	}
	return text
}

type lookup struct{ dockerfile, path, want string }

func check(t *testing.T, all []lookup) {
	t.Helper()
	for _, c := range all {
		t.Run(c.dockerfile, func(t *testing.T) {
			assert.Equal(t, what(last(t, c.dockerfile, context()).Lookup(c.path)), c.want, c.path)
		})
	}
}

func TestCopy(t *testing.T) {
	check(t, []lookup{
		{"FROM alpine\nCOPY entrypoint.sh /entrypoint.sh", "/entrypoint.sh", "copied -"},
		{"FROM alpine\nCOPY run.sh /", "/run.sh", "copied x"},
		{"FROM alpine\nCOPY run.sh /entrypoint", "/entrypoint", "copied x"},
		{"FROM alpine\nCOPY run.sh /entrypoint", "/run.sh", "absent"},
		{"FROM alpine\nCOPY run.sh /usr/local/bin", "/usr/local/bin/run.sh", "copied x"},
		{"FROM alpine\nWORKDIR /app\nCOPY run.sh .", "/app/run.sh", "copied x"},
		{"FROM alpine\nWORKDIR /app\nCOPY run.sh /app", "/app/run.sh", "copied x"},
		{"FROM alpine\nCOPY . /app", "/app/scripts/start.sh", "copied -"},
		{"FROM alpine\nCOPY . /app", "/app/scripts", "copied folder"},
		{"FROM alpine\nCOPY . /app", "/app/other.sh", "absent"},
		{"FROM alpine\nCOPY . /app", "/app/secret/key", "absent"},
		{"FROM alpine\nCOPY secret/key /key", "/key", "unknown"},
		{"FROM alpine\nCOPY scripts /app/", "/app/start.sh", "copied -"},
		{"FROM alpine\nCOPY scripts /app/", "/app/scripts/start.sh", "absent"},
		{"FROM alpine\nCOPY *.sh /app/", "/app/run.sh", "copied x"},
		{"FROM alpine\nCOPY script* /app/", "/app/stop.sh", "copied x"},
		{"FROM alpine\nCOPY run.sh entrypoint.sh /app/", "/app/entrypoint.sh", "copied -"},
		{"FROM alpine\nCOPY --chmod=755 entrypoint.sh /", "/entrypoint.sh", "copied x"},
		{"FROM alpine\nCOPY --chmod=0644 run.sh /", "/run.sh", "copied -"},
		{"FROM alpine\nCOPY --chmod=a+x entrypoint.sh /", "/entrypoint.sh", "copied x"},
		{"FROM alpine\nCOPY --chmod=u+x entrypoint.sh /", "/entrypoint.sh", "copied"},
		{"FROM alpine\nCOPY run.sh /x\nCOPY entrypoint.sh /x", "/x", "copied -"},
		{"FROM alpine\nCOPY <<EOF /x.sh\nhello\nEOF", "/x.sh", "inline -"},
		{"FROM alpine\nCOPY <<x.sh /app/\nhello\nx.sh", "/app/x.sh", "inline -"},
		{"FROM alpine\nCOPY --chmod=755 <<EOF /x.sh\nhello\nEOF", "/x.sh", "inline x"},
		{"FROM alpine AS a\nCOPY run.sh /x\nFROM alpine\nCOPY --from=a /x /y", "/y", "copied x"},
		{"FROM alpine AS a\nCOPY . /app\nFROM alpine\nCOPY --from=0 /app /srv/app", "/srv/app/run.sh", "copied x"},
		{"FROM alpine AS a\nCOPY run.sh /x\nFROM a", "/x", "copied x"},
		{"FROM alpine AS a\nONBUILD COPY run.sh /x\nFROM a", "/x", "copied x"},
		{"FROM alpine AS a\nCOPY --from=tini /tini /tini", "/tini", "unknown"},
		{"FROM alpine\nARG D=/opt\nCOPY run.sh $D/", "/opt/run.sh", "copied x"},
		{"FROM alpine\nARG D\nCOPY run.sh $D/", "/run.sh", "unknown"},
		{"FROM unheard-of\nCOPY run.sh $D/", "/app/run.sh", "unknown"},
		{"FROM unheard-of\nCOPY run.sh .", "/app/run.sh", "unknown"},
		{"FROM alpine\nADD app.tar.gz /app/", "/app/run.sh", "unknown"},
		{"FROM alpine\nADD packed.txt /app/", "/app/run.sh", "unknown"},
		{"FROM alpine\nCOPY packed.txt /app/", "/app/packed.txt", "copied -"},
		{"FROM alpine\nADD https://example.org/x /x", "/x", "unknown -"},
		{"FROM debian\nCOPY run.sh /bin/", "/usr/bin/run.sh", "copied x"},
		{"FROM scratch\nCOPY srv /", "/srv", "copied x"},
		{"FROM scratch\nCOPY srv /", "/bin/sh", "absent"},
	})
}

func TestRun(t *testing.T) {
	const at = "FROM alpine\nWORKDIR /app\nCOPY entrypoint.sh /entrypoint.sh\nCOPY scripts/ .\n"
	check(t, []lookup{
		{at + "RUN chmod +x /entrypoint.sh", "/entrypoint.sh", "copied x"},
		{at + "RUN chmod +x /*.sh", "/entrypoint.sh", "copied x"},
		{at + "RUN chmod 0755 /entrypoint.sh && echo done", "/entrypoint.sh", "copied x"},
		{at + "RUN chmod u+x /entrypoint.sh", "/entrypoint.sh", "copied"},
		{at + "RUN chmod 644 stop.sh", "/app/stop.sh", "copied -"},
		{at + "RUN chmod -x stop.sh", "/app/stop.sh", "copied -"},
		{at + "RUN chmod -R +x .", "/app/start.sh", "copied x"},
		{at + "RUN chmod -R +x /app", "/app/start.sh", "copied x"},
		{at + "RUN chmod +x /app", "/app/start.sh", "copied -"},
		{at + "RUN cd /app && chmod +x start.sh", "/app/start.sh", "copied x"},
		{at + "RUN (cd /tmp && true); chmod +x start.sh", "/app/start.sh", "copied x"},
		{at + "RUN cd /tmp; chmod +x start.sh", "/app/start.sh", "copied -"},
		{at + "RUN [ -f start.sh ] && chmod +x start.sh; true", "/app/start.sh", "copied"},
		{at + "RUN if true; then chmod +x start.sh; fi", "/app/start.sh", "copied"},
		{at + "RUN if true; then chmod +x stop.sh; fi", "/app/stop.sh", "copied x"},
		{at + "RUN if true; then chmod 644 stop.sh; fi", "/app/stop.sh", "copied"},
		{at + "RUN f() { true; } && chmod +x start.sh", "/app/start.sh", "copied x"},
		{at + "RUN f() { chmod +x start.sh; }", "/app/start.sh", "copied"},
		{at + "RUN chmod +x start.sh || true", "/app/start.sh", "copied x"},
		{at + "RUN chmod $MODE start.sh", "/app/start.sh", "copied"},
		{at + "ENV D=/app\nRUN chmod +x $D/start.sh \"${D}/stop.sh\"", "/app/start.sh", "copied x"},
		{at + "RUN for f in *.sh; do chmod +x $f; done", "/app/start.sh", "copied"},
		{at + "RUN for f in *.sh; do chmod +x ./$f; done", "/entrypoint.sh", "copied -"},
		{at + "RUN for f in *.sh; do chmod +x \"$f\"; done", "/app/start.sh", "copied"},
		{at + "RUN D=/app; chmod -R 755 \"${D}/\"", "/app/start.sh", "copied"},
		{at + "RUN D=/app; chmod 755 \"$D/other.sh\"", "/app/start.sh", "copied -"},
		{at + "RUN N=rt; chmod 755 sta$N.sh", "/app/start.sh", "copied"},
		{at + "RUN N=rt; chmod 755 sta$N.sh", "/entrypoint.sh", "copied -"},
		{at + "RUN D=lib; chmod -R 755 \"/opt/$D\"", "/app/start.sh", "copied -"},
		{at + "RUN chmod -R 755 \"$HOME/lib\"", "/app/start.sh", "copied -"},
		{at + "RUN chmod +x $(find . -name '*.sh')", "/app/start.sh", "copied"},
		{at + "RUN cd \"$X\" && chmod 755 start.sh", "/app/start.sh", "copied"},
		{at + "RUN cd \"$X\" && chmod 755 other.sh", "/app/start.sh", "copied -"},
		{at + "RUN ls *.sh | xargs -I{} chmod +x {}", "/app/start.sh", "copied"},
		{at + "RUN chmod +x {start,stop}.sh", "/app/start.sh", "copied"},
		{at + "RUN chmod +x `ls *.sh` ~/x ${X%/*}/x $1", "/app/start.sh", "copied"},
		{at + "RUN find . -name '*.sh' -exec chmod +x {} +", "/app/start.sh", "copied x"},
		{at + "RUN find . -name '*.py' -exec chmod +x {} \\;", "/app/start.sh", "copied -"},
		{at + "RUN find /app -type f -name \"*.sh\" | xargs chmod +x", "/app/start.sh", "copied x"},
		{at + "RUN find /opt -name '*.sh' | xargs chmod +x", "/app/start.sh", "copied -"},
		{at + "RUN [\"chmod\", \"+x\", \"/entrypoint.sh\"]", "/entrypoint.sh", "copied x"},
		{at + "RUN [\"sh\", \"-c\", \"chmod +x /entrypoint.sh\"]", "/entrypoint.sh", "copied x"},
		{at + "RUN <<EOF\nset -e\nchmod +x /entrypoint.sh\nEOF", "/entrypoint.sh", "copied x"},
		{at + "RUN chown app /entrypoint.sh && ls -l /entrypoint.sh", "/entrypoint.sh", "copied -"},
		{at + "RUN dos2unix /entrypoint.sh", "/entrypoint.sh", "copied - lf"},
		{at + "RUN for f in *.sh; do tr -d '\\r' <$f >/t; cp /t $f; done", "/app/start.sh", "copied - lf"},
		{at + "RUN dos2unix -n /entrypoint.sh /x", "/x", "copied lf"},
		{at + "RUN dos2unix -n /entrypoint.sh /x", "/entrypoint.sh", "copied -"},
		{at + "RUN dos2unix -n /entrypoint.sh $X", "/x", "unknown"},
		{at + "RUN dos2unix *.sh", "/app/start.sh", "copied - lf"},
		{at + "RUN dos2unix *.sh", "/entrypoint.sh", "copied -"},
		{at + "RUN sed -i 's/\\r$//' /entrypoint.sh && chmod +x /entrypoint.sh", "/entrypoint.sh", "copied x lf"},
		{at + "RUN sed -i -e 's/\\r//' /entrypoint.sh", "/entrypoint.sh", "copied - lf"},
		{at + "RUN sed -i 's/a/b/' /entrypoint.sh", "/entrypoint.sh", "copied - edited"},
		{at + "RUN sed 's/a/b/' /entrypoint.sh", "/entrypoint.sh", "copied -"},
		{at + "RUN tr -d '\\r' < /entrypoint.sh > /x && mv /x /entrypoint.sh", "/entrypoint.sh", "copied lf"},
		{at + "RUN echo exit >> /entrypoint.sh", "/entrypoint.sh", "copied - edited"},
		{at + "RUN echo exit > /entrypoint.sh", "/entrypoint.sh", "unknown"},
		{at + "RUN mv /entrypoint.sh /usr/local/bin/", "/usr/local/bin/entrypoint.sh", "copied -"},
		{at + "RUN mv /entrypoint.sh /usr/local/bin/", "/entrypoint.sh", "absent"},
		{at + "RUN chmod +x /entrypoint.sh && mv /entrypoint.sh /usr/local/bin/run", "/usr/local/bin/run", "copied x"},
		{at + "RUN cp start.sh /start && chmod +x /start", "/start", "copied x"},
		{at + "RUN cp start.sh stop.sh", "/app/stop.sh", "copied"},
		{at + "RUN mv start.sh stop.sh", "/app/stop.sh", "copied -"},
		{at + "RUN cp start.sh stop.sh && chmod +x stop.sh", "/app/stop.sh", "copied x"},
		{at + "RUN cp *.sh /usr/local/bin/", "/usr/local/bin/stop.sh", "copied x"},
		{at + "RUN install -m 755 start.sh /usr/local/bin/start", "/usr/local/bin/start", "copied x"},
		{at + "RUN install -Dm 755 start.sh /opt/x/start", "/opt/x/start", "copied x"},
		{at + "RUN install -Dm644 stop.sh /opt/x/stop", "/opt/x/stop", "copied -"},
		{at + "RUN install -t /opt/x start.sh stop.sh", "/opt/x/start.sh", "copied x"},
		{at + "RUN install start.sh /usr/local/bin", "/usr/local/bin/start.sh", "copied x"},
		{at + "RUN ln -s /app/stop.sh /usr/local/bin/stop", "/usr/local/bin/stop", "copied x"},
		{at + "RUN ln -s /app/stop.sh /usr/local/bin/", "/usr/local/bin/stop.sh", "copied x"},
		{at + "RUN ln -s app /srv2", "/srv2/stop.sh", "copied x"},
		{at + "RUN ln -s /a /b && ln -s /b /a", "/a", "unknown"},
		{at + "RUN rm /entrypoint.sh", "/entrypoint.sh", "absent"},
		{at + "RUN rm -rf /app", "/app/start.sh", "absent"},
		{at + "RUN rm -rf /var/lib/apt/lists/*", "/app/start.sh", "copied -"},
		{at + "RUN test -z $X || rm start.sh", "/app/start.sh", "unknown"},
		{at + "RUN make start.sh", "/app/start.sh", "unknown"},
		{at + "RUN ./start.sh --setup", "/app/start.sh", "copied -"},
		{at + "RUN sh start.sh", "/app/start.sh", "copied -"},
		{at + "RUN apk add --no-cache curl && mkdir /x && adduser -D app", "/run.sh", "absent"},
		{at + "RUN make", "/run.sh", "unknown"},
		{at + "RUN make", "/app/start.sh", "copied"},
		{at + "RUN curl -o /run.sh https://example.org", "/run.sh", "unknown"},
		{at + "RUN npm ci", "/app/run.sh", "unknown"},
		{at + "RUN npm ci", "/run.sh", "absent"},
		{at + "RUN echo > /run.sh", "/run.sh", "unknown"},
		{at + "RUN ((", "/entrypoint.sh", "copied"},
		{at + "RUN find . -type d -exec chmod 755 {} + -o -type f -exec chmod 755 {} +", "/app/start.sh", "copied x"},
		{at + "RUN find . -type d -exec chmod 755 {} + -o -exec chmod 644 {} +", "/app/stop.sh", "copied -"},
		{at + "RUN find . ! -name '*.sh' -exec chmod 755 {} +", "/app/start.sh", "copied -"},
		{at + "RUN find . -name a -o -name '*.sh' -exec chmod 755 {} +", "/app/start.sh", "copied x"},
		{at + "RUN find . \\( -name '*.py' -o -iname '*.SH' \\) -exec chmod 755 {} +", "/app/start.sh", "copied x"},
		{at + "RUN find . -maxdepth 1 -name '*.sh' -exec chmod 755 {} +", "/app/start.sh", "copied"},
		{at + "RUN find . -name '*.sh' -exec chmod 755 {} + -exec chmod 644 {} +", "/app/start.sh", "copied"},
		{at + "RUN find . -exec ./fix {} ;", "/app/start.sh", "copied"},
		{at + "RUN f() { true; }; f", "/app/start.sh", "copied -"},
		{at + "RUN f", "/app/start.sh", "copied"},
		{at + "RUN ln -s /app /x && chmod +x /x/start.sh", "/app/start.sh", "copied"},
		{at + "RUN cd /usr/local/bin && ln -s ../../../app/start.sh x\nRUN chmod +x /usr/local/bin/x", "/app/start.sh", "copied"},
		{at + "RUN ((", "/run.sh", "unknown"},
	})
}
