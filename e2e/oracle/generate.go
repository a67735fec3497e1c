package oracle

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Images are the base images the generator uses.
var Images = Registry{
	"plain":    {},
	"withcmd":  {Cmd: []string{"bash"}, WorkingDir: "/srv", User: "app", Env: []string{"LANG", "HOME"}},
	"withboth": {Entrypoint: []string{"/entry.sh"}, Cmd: []string{"server", "-x"}, StopSignal: "SIGQUIT"},
	"shelled":  {Shell: []string{"/bin/bash", "-ec"}, Healthcheck: []string{"CMD", "true"}},
	"onbuild":  {Cmd: []string{"node"}, OnBuild: []string{"WORKDIR /app", `CMD [ "npm", "start" ]`}},
}

// generator writes Dockerfiles that are valid more often than not.
type generator struct {
	*rand.Rand
	out    strings.Builder
	names  []string // stages so far
	escape string
}

// Generate returns the Dockerfile of a seed.
func Generate(seed uint64) string {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 1)), escape: `\`}
	if g.IntN(12) == 0 {
		g.escape = "`"
		g.out.WriteString("# escape=`\n")
	}
	for range g.IntN(3) {
		g.line("ARG " + g.pick("BASE=plain", "TAG=1", "X=a b", "X=\"a b\"", "Y=$X", "Z", "S=SIGINT"))
	}
	for i := range 1 + g.IntN(4) {
		g.stage(i)
	}
	return g.out.String()
}

func (g *generator) pick(words ...string) string { return words[g.IntN(len(words))] }

func (g *generator) line(s string) { g.out.WriteString(s + "\n") }

func (g *generator) stage(i int) {
	base := g.pick("plain", "withcmd", "withboth", "shelled", "onbuild", "scratch", "$BASE", "${BASE:-withcmd}", "plain:$TAG", "withboth${SUFFIX}", "$B$ASE", "plain@$NOPE", "${Z}", "plain:$TAG-$TARGETARCH")
	if len(g.names) > 0 && g.IntN(2) == 0 {
		base = g.names[g.IntN(len(g.names))]
	}
	from := g.pick("FROM ", "from ", "FROM --platform=linux/amd64 ") + base
	if g.IntN(3) > 0 {
		name := fmt.Sprintf("s%d", i)
		if g.IntN(8) == 0 {
			name = g.pick("plain", "s0", "S1")
		}
		from += g.pick(" AS ", " as ") + name
		g.names = append(g.names, strings.ToLower(name))
	}
	g.line(from)
	for range g.IntN(9) {
		text := g.instruction()
		if g.IntN(10) == 0 {
			text = "ONBUILD " + text
		}
		g.line(g.broken(text))
	}
}

// broken spreads an instruction over several lines now and then.
func (g *generator) broken(text string) string {
	if g.IntN(5) > 0 {
		return text
	}
	i := strings.LastIndexByte(text, ' ')
	if i < 0 || strings.Contains(text, "<<") {
		return text
	}
	return text[:i] + " " + g.escape + "\n" + g.pick("", "# why\n", "\n") + "  " + text[i:]
}

func (g *generator) instruction() string {
	switch g.IntN(11) {
	case 0, 1:
		return g.pick("CMD ", "cmd ") + g.command()
	case 2, 3:
		return g.pick("ENTRYPOINT ", "Entrypoint ") + g.command()
	case 4:
		return "SHELL " + g.pick(`["/bin/bash", "-c"]`, `["/bin/ash","-eo","pipefail","-c"]`, `[ "powershell" ]`)
	case 5:
		return "ENV " + g.pick("A=1", "A $X", "A=$A:2 B=${A}", "B='$A'", `B="$A" C=$B`, "LANG=C", "X=${Y:-d}", "HOME=/root", "C=a\\ b", "DB_PASSWORD=x KEY_FILE=y", "$A=b")
	case 6:
		return "ARG " + g.pick("A=0", "X", "Y=$A", "A", "LANG", "B=${X:+set}", "N=1 M=$N", "TARGETARCH", "API_TOKEN", "a=1 auth=2")
	case 7:
		return "WORKDIR " + g.pick("/a", "b", "../c", "$A", "/x/$B/", "${HOME}/d", ".", "'/q q'", "/a//b/")
	case 8:
		return g.pick("USER "+g.pick("root", "$A", "app:app", "${NOPE:-1000}"), "STOPSIGNAL "+g.pick("SIGINT", "$S", "9", "sigterm"))
	case 9:
		return "HEALTHCHECK " + g.pick("NONE", "CMD curl x", `CMD ["curl", "x"]`, "--interval=5s --retries=2 CMD true || exit 1", `CMD ["a"] || b`, "cmd x")
	default:
		return g.pick("RUN true", "RUN <<EOF\nhi\nEOF", "EXPOSE 80", "LABEL a=b", "VOLUME /v", "COPY a /b", "COPY <<E /x\n$A\nE")
	}
}

func (g *generator) command() string {
	return g.pick(`["a", "b"]`, `["x"]`, "run me", "exec run $A", "[]", "", `["a",]`, `['a', 'b']`, `["a"] # c`, `["a", "$A"]`,
		`[ "\u0061", "\"q\"" ]`, `["sh", "-c", "run"]`, "[ -f x ] && y", `[""]`, "null", `"a b"`, `["a\b"]`, "--x")
}
