package execform

import (
	"testing"

	"gotest.tools/v3/assert"
)

func TestInShell(t *testing.T) {
	for want, words := range map[string][]string{
		`server --port 80`:                      {"server", "--port", "80"},
		`nginx -g 'daemon off;'`:                {"nginx", "-g", "daemon off;"},
		`server "--port=$PORT"`:                 {"server", "--port=$PORT"},
		`java $JAVA_OPTS -jar "${JAR}x"`:        {"java", "$JAVA_OPTS", "-jar", "${JAR}x"},
		`java ${JAVA_OPTS} "-Xmx=$JAVA_OPTS"`:   {"java", "${JAVA_OPTS}", "-Xmx=$JAVA_OPTS"},
		`echo "say \"$X\" \\ \` + "`x\\`" + `"`: {"echo", "say \"$X\" \\ `x`"},
		`echo 'it'\''s $5' ''`:                  {"echo", "it's $5", ""},
		`server "${POD_IP}:80"`:                 {"server", "$(POD_IP):80"},
	} {
		assert.Equal(t, inShell(words), want)
	}
}

func TestUses(t *testing.T) {
	for word, want := range map[string]string{
		`$PORT`:               "`$PORT`",
		`a$X-${Y}$X`:          "`$X` and `${Y}`",
		`${X:-d} ${Y%.*} $_z`: "`${X:-d}`, `${Y%.*}` and `$_z`",
		`$(POD_IP)`:           "`$(POD_IP)`",
	} {
		assert.Equal(t, list(uses(word)), want)
	}
	for _, word := range []string{``, `$`, `$5`, `$@`, `$$X`, `\$X`, `${env.X}`, `${X:80}`, `$(date)`, `a$`, `${}`, `{X}`} {
		assert.Equal(t, len(uses(word)), 0, "word: %s", word)
	}
}

func TestUnquote(t *testing.T) {
	for src, want := range map[string]string{
		`["npm",`:        "[npm,",
		`['a','b']`:      "[a,b]",
		`"C:\app\x.exe"`: `C:\app\x.exe`,
		`a\ b"\"\\"`:     `a b"\`,
		`['"']`:          `["]`,
	} {
		got, ok := unquote(src)
		assert.Assert(t, ok)
		assert.Equal(t, got, want)
	}
	for _, src := range []string{`["$X",`, "[`ls`]"} {
		_, ok := unquote(src)
		assert.Assert(t, !ok, src)
	}
}
