package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

func (t *Text) word(w *syntax.Word) Word {
	out := Word{Start: offset(w.Pos()), End: offset(w.End())}
	out.Src = t.Src[out.Start:out.End]
	out.Value, out.Literal = literal(w.Parts)
	if strings.HasPrefix(out.Src, "~") || strings.Contains(out.Src, "=~") { // bash expands a=~ too
		out.Literal = false
	}
	return out
}

// literal returns what a word without expansions stands for.
func literal(parts []syntax.WordPart) (string, bool) {
	var value strings.Builder
	for _, part := range parts {
		switch p := part.(type) {
		case *syntax.Lit:
			if active(p.Value) {
				return "", false
			}
			value.WriteString(unescape(p.Value))
		case *syntax.SglQuoted:
			if p.Dollar {
				return "", false
			}
			value.WriteString(p.Value)
		case *syntax.DblQuoted:
			inner, ok := doubleQuoted(p)
			if !ok {
				return "", false
			}
			value.WriteString(inner)
		default:
			return "", false
		}
	}
	return value.String(), true
}

func doubleQuoted(q *syntax.DblQuoted) (string, bool) {
	var value strings.Builder
	for _, part := range q.Parts {
		lit, ok := part.(*syntax.Lit)
		if !ok || q.Dollar {
			return "", false
		}
		s := lit.Value
		for i := 0; i < len(s); i++ {
			if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("$`\"\\\n", s[i+1]) >= 0 {
				i++
			}
			value.WriteByte(s[i])
		}
	}
	return value.String(), true
}

// active reports whether an unquoted text holds a glob or braces the shell
// would act on. A lone [ is the command of that name.
func active(s string) bool {
	if s == "[" {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '*', '?', '[', '{':
			return true
		}
	}
	return false
}

func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		out.WriteByte(s[i])
	}
	return out.String()
}
