package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/report/excerpt"
	"github.com/entrylint/entrylint/rules"
)

// text writes for people in a terminal.
type text struct {
	out *bufio.Writer
	theme
	columns int
	quiet   bool
	sum     Summary
}

// Text is as wide as the default, and never narrower than the least.
const (
	defaultColumns = 120
	leastColumns   = 40
)

func newText(out *bufio.Writer, o Options) *text {
	t := &text{out: out, theme: newTheme(o.Color), quiet: o.Quiet, columns: defaultColumns}
	if o.Columns > 0 {
		t.columns = max(o.Columns, leastColumns)
	}
	return t
}

func (t *text) File(r *rules.Result) error {
	t.sum.Add(r)
	for i := range r.Findings {
		t.finding(&r.Findings[i])
	}
	return t.out.Flush()
}

func (t *text) Close() error {
	if !t.quiet && t.sum.Files > 0 { // nothing found where nothing was read would mislead
		t.summary()
	}
	return t.out.Flush()
}

func (t *text) finding(f *rules.Finding) {
	title := fmt.Sprintf("%s[%s]", f.Severity, f.Rule.Code)
	t.hang(t.of(f.Severity)(title)+": ", len(title)+len(": "), f.Message, t.bold)
	marks, facts := marksOf(f)
	drawn, gutter := excerpt.Draw(marks, t.columns, t.excerpt(f.Severity))
	arrow, rule := "-->", "  "+t.faint(f.Rule.Name)
	for i, e := range drawn {
		if i > 0 {
			t.bar(gutter)
		}
		fmt.Fprintf(t.out, "%*s%s %s%s\n", gutter, "", t.frame(arrow), place(e.In, e.At), rule)
		fmt.Fprintln(t.out, strings.Join(e.Rows, "\n"))
		arrow, rule = ":::", ""
	}
	t.trailer(f, facts, gutter)
	fmt.Fprintln(t.out)
}

// marksOf returns what is to be marked, the finding itself first, and what
// notes say that have no place.
func marksOf(f *rules.Finding) (marks []excerpt.Mark, facts []string) {
	marks = append(marks, excerpt.Mark{In: f.In, At: f.At, Primary: true})
	for _, n := range f.Notes {
		if n.In == nil {
			facts = append(facts, n.Message)
			continue
		}
		marks = append(marks, excerpt.Mark{In: n.In, At: n.At, Label: n.Message})
	}
	return marks, facts
}

// trailer writes what has no place in the source.
func (t *text) trailer(f *rules.Finding, facts []string, gutter int) {
	if len(facts)+len(f.Help)+len(f.Fixes) > 0 {
		t.bar(gutter)
	}
	say := func(kind, message string, p paint) {
		title := fmt.Sprintf("%*s %s %s ", gutter, "", t.frame("="), p(kind+":"))
		t.hang(title, gutter+len(" = : ")+len(kind), message, plain)
	}
	for _, fact := range facts {
		say("note", fact, t.note)
	}
	if f.Help != "" {
		say("help", f.Help, t.bold)
	}
	for _, fix := range f.Fixes {
		say("fix", fix.Title+careful(fix.Safety), t.fix)
	}
}

// careful says which fix wants a second look.
func careful(s rules.Safety) string {
	if s == rules.Unsafe {
		return " (unsafe)"
	}
	return ""
}

func (t *text) bar(gutter int) { fmt.Fprintf(t.out, "%*s %s\n", gutter, "", t.frame("|")) }

// hang writes a message behind a title of so many columns; further lines start
// where the first one does.
func (t *text) hang(title string, width int, message string, p paint) {
	for i, line := range excerpt.Wrap(message, t.columns-width) {
		if i > 0 {
			title = strings.Repeat(" ", width)
		}
		fmt.Fprintln(t.out, title+p(line))
	}
}

func plain(s string) string { return s }
