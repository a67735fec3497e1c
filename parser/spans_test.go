package parser_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	buildkit "github.com/moby/buildkit/frontend/dockerfile/parser"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
)

// seeds are files whose positions are hard to get right.
var seeds = []string{
	"FROM a\nCMD [\"x\", \"y\"]\n",
	"\xEF\xBB\xBFFROM a\r\nCMD [ \"x\" ,\\\r\n  # why\r\n\r\n  \"y\" ]\r\n",
	"# escape=`\nfrom a AS b\nenv A=1 `\n  B=\"x y\"\nentrypoint [\"C:\\\\x\"]\n",
	"FROM a\nONBUILD HEALTHCHECK --interval=5s CMD [\"x\"]\nONBUILD COPY <<E /x\nhi\nE\n",
	"FROM a\nHEALTHCHECK --interval=\"1s\" --retries=3 \\\n cmd curl \\\n  x || exit 1\n",
	"FROM a\nRUN <<-EOF cat && \\\n true\n\thi\n\tEOF\nCMD y\n",
	"ARG A=1 B\nFROM --platform=linux/amd64 a:$A\nLABEL a b c\nARG X=\"a b\"\\\n",
	"FROM a\nCOPY --from=b [\"a b\", \"/c\"]\nADD --chmod=755 --link a b  c/\nVOLUME /a /b\n",
	"FROM a\n\\\nCMD x\n\tWORKDIR  /a b \nUSER\ta\nSHELL [\"/bin/bash\", \"-c\"]\n",
	"FROM a\nCMD [\"\\u00e4\", \"\\\"q\\\"\", \"\U0001F600\"]  \nEXPOSE 80  443\nSTOPSIGNAL 9\n",
	"FROM a\nCMD [\"a\", 8080]\nCMD --port 80\nFORM x\nCMD [\"ok\"]\n",
	"# syntax=docker/dockerfile:1\n# escape=x\nFROM a\n# escape=`\nCMD a\n",
	"FROM a\nRUN <<EOF\nunterminated\n",
	"FROM a\nENV A\nENV B=1 C\nCMD b\nMAINTAINER x y\nLABEL \"a=b\"='c d' e=f\\ g\n",
	"FROM a\nCMD echo \\\n\n\n# c\n hi \\\n",
	"FROM a\nRUN a\\\r\n b\\ \\\n\n\\\n\\\n  CMD x\nRUN c\\\\\nRUN d\r\\\n\n",
	"FROM a\nRUN --mount=type=cache,target=/x --network=none -- x\nCMD -- x\n",
}

func FuzzSpans(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Add([]byte("env \xff\xff=\nARG \xff=\xff\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		file, err := parser.Parse("Dockerfile", src)
		assert.Assert(t, file != nil)
		for i, inst := range file.Instructions {
			checkInside(t, file, inst)
			if i > 0 {
				assert.Assert(t, file.Instructions[i-1].Span.End <= inst.Span.Start)
			}
		}
		ast, lexErr := buildkit.Parse(bytes.NewReader(src))
		if lexErr != nil || bytes.IndexByte(src, 0) >= 0 {
			assert.Assert(t, err != nil, "BuildKit says %v", lexErr)
			return
		}
		assert.Equal(t, len(file.Instructions), len(ast.AST.Children))
		for i, node := range ast.AST.Children {
			checkNode(t, file, file.Instructions[i], node)
		}
	})
}

func checkNode(t *testing.T, file *parser.File, inst *parser.Instruction, node *buildkit.Node) {
	t.Helper()
	assert.Equal(t, inst.Logical.Text, strings.TrimSpace(node.Original))
	assert.Equal(t, inst.Verb.Value, strings.ToUpper(node.Value))
	assert.Equal(t, len(inst.Flags), len(node.Flags))
	for i, w := range inst.Flags {
		assert.Equal(t, w.Value, node.Flags[i])
		assert.Assert(t, strings.HasPrefix(text(inst, w.Span), "-"))
	}
	assert.Equal(t, len(inst.Heredocs), len(node.Heredocs))
	for _, doc := range inst.Heredocs {
		assert.Equal(t, file.Text(doc.Span), doc.Content)
	}
	checkValues(t, inst, node)
}

// checkValues holds every value against BuildKit's, and every span against its value.
func checkValues(t *testing.T, inst *parser.Instruction, node *buildkit.Node) {
	t.Helper()
	if inst.Trigger != nil {
		child := node.Next.Children[0]
		child.Heredocs = node.Heredocs
		assert.Equal(t, inst.Trigger.Verb.Value, strings.ToUpper(child.Value))
		if inst.Trigger.Verb.Value != "ONBUILD" {
			checkValues(t, inst.Trigger, child)
		}
		return
	}
	if inst.Err != nil && inst.Verb.Value == "HEALTHCHECK" {
		return // of an unknown type only the type is kept
	}
	var want []string
	for n := node.Next; n != nil; n = n.Next {
		want = append(want, n.Value)
	}
	if verb := strings.ToLower(node.Value); verb == "env" || verb == "label" {
		want = withoutSeparators(want)
	}
	got, raw := values(inst)
	if len(want) == 0 || len(want) == 1 && want[0] == "" {
		return
	}
	assert.DeepEqual(t, got, want)
	checkRaw(t, raw, got, node.Attributes["json"])
}

// checkRaw holds the text of every span against the value it stands for.
func checkRaw(t *testing.T, raw, got []string, isJSON bool) {
	t.Helper()
	for i, r := range raw {
		if isJSON && strings.HasPrefix(r, `"`) {
			var v string
			assert.NilError(t, json.Unmarshal([]byte(r), &v), "%q", r)
			r = v
		}
		r, value := string([]rune(r)), string([]rune(got[i])) // bytes that are no UTF-8 alike
		// A last line may end in an escape that continues nothing.
		if r != value && (strings.HasSuffix(r, `\`) || strings.HasSuffix(r, "`")) {
			r = r[:len(r)-1]
		}
		assert.Equal(t, r, value)
	}
}

func withoutSeparators(nodes []string) []string {
	var kept []string
	for i, v := range nodes {
		if i%3 != 2 {
			kept = append(kept, v)
		}
	}
	return kept
}

// values lists an instruction's values in BuildKit's order, and the text of
// the spans they came from.
func values(inst *parser.Instruction) (got, raw []string) {
	add := func(w parser.Word) {
		got = append(got, w.Value)
		raw = append(raw, text(inst, w.Span))
	}
	for _, w := range inst.Words {
		add(w)
	}
	for _, p := range inst.Pairs {
		switch {
		case inst.Verb.Value == "ARG" && p.Value != nil:
			whole := parser.Word{Value: p.Key.Value + "=" + p.Value.Value, Span: parser.Span{Start: p.Key.Span.Start, End: p.Value.Span.End}}
			if p.Value.Span.Empty() { // the '=' is the last byte, maybe on a line of its own
				whole.Span.End = p.Value.Span.Start
				if _, ok := inst.Logical.Offset(whole.Span.End - 1); !ok {
					whole.Span.End = p.Key.Span.End + 1
				}
			}
			add(whole)
		case p.Value != nil:
			add(p.Key)
			add(*p.Value)
		default:
			add(p.Key)
		}
	}
	if inst.Argv != nil {
		if inst.Argv.Form == parser.Shell && inst.Argv.Body.Text != "" {
			add(parser.Word{Value: inst.Argv.Body.Text, Span: inst.Argv.Span})
		}
		for _, w := range inst.Argv.Words {
			add(w)
		}
	}
	return got, raw
}

// text reads a span of the source through the instruction's joined text.
func text(inst *parser.Instruction, at parser.Span) string {
	if at.Empty() {
		return ""
	}
	lo, ok := inst.Logical.Offset(at.Start)
	hi, ok2 := inst.Logical.Offset(at.End - 1)
	if !ok || !ok2 {
		return "span outside the instruction"
	}
	return inst.Logical.Text[lo : hi+1]
}

func checkInside(t *testing.T, file *parser.File, inst *parser.Instruction) {
	t.Helper()
	spans := []parser.Span{inst.Span, inst.Verb.Span}
	for _, w := range append(append([]parser.Word(nil), inst.Flags...), inst.Words...) {
		spans = append(spans, w.Span)
	}
	if inst.Argv != nil {
		spans = append(spans, inst.Argv.Span)
		for _, w := range inst.Argv.Words {
			spans = append(spans, w.Span)
		}
	}
	for i, at := range spans {
		assert.Assert(t, 0 <= at.Start && at.Start <= at.End && at.End <= len(file.Bytes), "%v", at)
		assert.Assert(t, inst.Span.Start <= at.Start && at.End <= inst.Span.End, "%v outside %v", at, inst.Span)
		// But for the whole instruction, a span without a line break is the text itself.
		if lo, ok := inst.Logical.Offset(at.Start); ok && i > 0 && !at.Empty() && !strings.Contains(file.Text(at), "\n") {
			assert.Equal(t, inst.Logical.Text[lo:lo+at.End-at.Start], file.Text(at))
		}
	}
}
