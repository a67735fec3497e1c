package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/report/excerpt"
	"github.com/entrylint/entrylint/rules"
)

// PID1Text writes what a container starts as a picture for people, in lines of at
// most so many columns, 0 for as many as it takes.
func PID1Text(w io.Writer, s *launch.Start, columns int) error {
	var out strings.Builder
	fmt.Fprintf(&out, "$ %s%s\n\n", quoted(s.Run.CommandLine()), ofStage(s.Launch))
	table := [][]string{
		row("ENTRYPOINT", s.Launch, s.Launch.Entrypoint, s.Run.EntrypointSet),
		row("CMD", s.Launch, s.Launch.Cmd, len(s.Replaced) > 0),
	}
	if lost := s.Launch.LostCmd; len(lost.V) > 0 {
		table = append(table, []string{"", rules.ExecForm(lost.V), where(s.Launch, lost.Origin), "lost: setting ENTRYPOINT clears an inherited CMD"})
	}
	if s.Run.EntrypointSet {
		table = append(table, []string{"--entrypoint", rules.ExecForm([]string{s.Run.Entrypoint}), "", "in place of ENTRYPOINT, and without CMD"})
	}
	if len(s.Run.Args) > 0 {
		table = append(table, []string{"arguments", quoted(s.Run.Args), "", argumentsDo(s)})
	}
	if at := where(s.Launch, s.Launch.StopSignal.Origin); at != "" {
		table = append(table, []string{"STOPSIGNAL", s.Signals().Stop, at, ""})
	}
	align(&out, table)
	out.WriteString("\n")
	switch {
	case s.Error != "":
		fmt.Fprintf(&out, "The container does not start: %s\n", s.Error)
	case s.Process == nil:
		out.WriteString("What it starts is not known\n")
	default:
		tree(&out, s)
	}
	for line := range strings.Lines(out.String()) {
		if _, err := io.WriteString(w, folded(strings.TrimSuffix(line, "\n"), columns)+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// folded breaks a line where it is too wide, and indents what follows below what
// it is about.
func folded(line string, columns int) string {
	if columns == 0 {
		return excerpt.Visible(line)
	}
	indent := len(line) - len(strings.TrimLeft(line, " ")) + 4
	return strings.Join(excerpt.Fold(line, columns, strings.Repeat(" ", min(indent, columns/2))), "\n")
}

func row(name string, l *launch.Launch, v launch.Value[[]string], replaced bool) []string {
	cells := []string{name, "none", where(l, v.Origin), ""}
	switch {
	case !v.Known && len(v.V) == 0:
		cells[1], cells[3] = "not known", unknownWhy(l)
	case len(v.V) > 0:
		cells[1] = rules.ExecForm(v.V)
		if !v.Known {
			cells[3] = unknownWhy(l)
		}
	}
	if replaced && len(v.V) > 0 {
		cells[3] = "replaced by this run"
	}
	return cells
}

// ofStage says which of several stages the image is made of.
func ofStage(l *launch.Launch) string {
	if len(l.File.Stages) < 2 {
		return ""
	}
	return fmt.Sprintf("   # stage %s, %s:%d", StageName(l), l.File.Name, l.File.LineAt(l.Stage.From.Span.Start))
}

func unknownWhy(l *launch.Launch) string {
	if ref := l.Root().Ref; ref != "" {
		return fmt.Sprintf("the base image %s is not known", ref)
	}
	return "FROM has a variable without a value"
}

func where(l *launch.Launch, o launch.Origin) string {
	switch {
	case o.OnBuild != nil:
		return fmt.Sprintf("%s:%d ONBUILD", l.File.Name, l.File.LineAt(o.OnBuild.Span.Start))
	case o.At != nil:
		return fmt.Sprintf("%s:%d", l.File.Name, l.File.LineAt(o.At.Span.Start))
	case o.Image != "":
		return o.Image
	}
	return ""
}

func argumentsDo(s *launch.Start) string {
	switch {
	case !s.Entrypoint.Known && len(s.Entrypoint.V) == 0:
		return "replace CMD, behind an ENTRYPOINT that is not known"
	case len(s.Entrypoint.V) == 0:
		return "are the command"
	case len(s.Replaced) > 0:
		return "replace CMD, behind ENTRYPOINT"
	}
	return "appended to ENTRYPOINT"
}

// tree draws the chain of processes, one line each, and who gets the stop signal.
func tree(out *strings.Builder, s *launch.Start) {
	if !s.Argv.Known {
		out.WriteString("As far as it is known, ")
	}
	signals, leaves := s.Signals(), s.Background()
	indent, lead := "", "PID 1  "
	for p := s.Process; p != nil; p = p.Next {
		fmt.Fprintf(out, "%s%s%s%s", indent, lead, written(p), inScript(s, p))
		under := indent + "       "
		switch p.Hop {
		case launch.Exec:
			lead = "exec → "
		case launch.Child:
			indent, lead = indent+"       ", "child: "
		case launch.Unknown:
			indent, lead = indent+"       ", "then: "
		}
		switch {
		case p.Next == nil && leaves != nil:
			fmt.Fprintf(out, "   (%s)", leaves.How())
		case p.Why != "":
			fmt.Fprintf(out, "   (%s)", p.Why)
		}
		out.WriteString("\n")
		if len(p.Lost) > 0 {
			out.WriteString(under + "lost: " + quoted(p.Lost) + "\n")
		}
		if p == signals.At {
			out.WriteString(under + signals.Stop + " stops here\n")
		}
		if p.Hop == launch.None {
			break
		}
	}
	if leaves != nil {
		fmt.Fprintf(out, "\nThe container ends by itself: %s\n", signals.Why)
		return
	}
	fmt.Fprintf(out, "\ndocker stop sends %s: %s\n", signals.Stop, reaches(s, signals))
}

// inScript says where a script writes what it starts.
func inScript(s *launch.Start, p *launch.Process) string {
	if p.In == nil || p.In == s.Launch.File.Source {
		return ""
	}
	return fmt.Sprintf("  %s:%d", p.In.Name, p.In.LineAt(p.At.Start))
}

func reaches(s *launch.Start, signals launch.Signals) string {
	switch signals.Reaches {
	case launch.ReachesApp:
		return "it reaches the program (" + signals.Why + ")"
	case launch.ReachesShell:
		if s.Process.Kind == launch.Init {
			return "it does not reach the program (" + signals.Why + ")"
		}
		return "it does not reach the program (" + signals.Why + "); after 10 seconds everything is killed"
	case launch.ReachesInit:
		return "it stops at the init (" + signals.Why + ")"
	case launch.ReachesNobody:
		return "nobody gets it (" + signals.Why + ")"
	}
	return "who gets it is not known (" + signals.Why + ")"
}

// written is a process's command line; what a shell expands stands as it is.
func written(p *launch.Process) string {
	words := make([]string, len(p.Argv))
	for i, w := range p.Argv {
		words[i] = w
		if !slices.Contains(p.Expands, w) {
			words[i] = quoted([]string{w})
		}
	}
	return strings.Join(words, " ")
}

// quoted writes words as a shell would need them.
func quoted(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		q, err := syntax.Quote(w, syntax.LangBash)
		if err != nil {
			q = fmt.Sprintf("%q", w)
		}
		out[i] = q
	}
	return strings.Join(out, " ")
}

// align writes rows of cells in columns, without blanks at the end of a line.
func align(out *strings.Builder, rows [][]string) {
	width := make([]int, 4)
	for _, r := range rows {
		for i, cell := range r {
			width[i] = max(width[i], len([]rune(cell)))
		}
	}
	for _, r := range rows {
		var line strings.Builder
		for i, cell := range r {
			line.WriteString(cell + strings.Repeat(" ", width[i]-len([]rune(cell))+2))
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}
