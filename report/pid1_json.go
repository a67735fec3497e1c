package report

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

type pid1JSON struct {
	Schema     int          `json:"schema"`
	File       string       `json:"file"`
	Target     string       `json:"target"`
	Run        []string     `json:"run"`
	Entrypoint valueJSON    `json:"entrypoint"`
	Cmd        valueJSON    `json:"cmd"`
	Shell      valueJSON    `json:"shell"`
	StopSignal textJSON     `json:"stopSignal"`
	User       textJSON     `json:"user"`
	WorkingDir textJSON     `json:"workingDir"`
	Argv       knownJSON    `json:"argv"`
	Error      string       `json:"error"`
	Chain      []hopJSON    `json:"chain"`
	Signals    reachingJSON `json:"signals"`
}

type knownJSON struct {
	Known bool     `json:"known"`
	Value []string `json:"value"`
}

type valueJSON struct {
	knownJSON
	Form   string     `json:"form"`
	Origin originJSON `json:"origin"`
}

type textJSON struct {
	Known  bool       `json:"known"`
	Value  string     `json:"value"`
	Origin originJSON `json:"origin"`
}

// originJSON is one of {file, line}, {image}, {run} and {default}.
type originJSON struct {
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Image   string `json:"image,omitempty"`
	Run     bool   `json:"run,omitempty"`
	Default bool   `json:"default,omitempty"`
}

type hopJSON struct {
	Argv    []string    `json:"argv"`
	Expands []string    `json:"expands,omitempty"` // words of argv a shell expands first
	Kind    launch.Kind `json:"kind"`
	Next    launch.Hop  `json:"next"`
	File    string      `json:"file"`
	Line    int         `json:"line"`
	Why     string      `json:"why"`
}

type reachingJSON struct {
	StopSignal string       `json:"stopSignal"`
	Reaches    launch.Reach `json:"reaches"`
	Why        string       `json:"why"`
}

// PID1JSON writes what a container starts, in schema 1.
func PID1JSON(w io.Writer, s *launch.Start) error {
	l, signals, leaves := s.Launch, s.Signals(), s.Background()
	out := pid1JSON{
		Schema: 1, File: l.File.Name, Target: StageName(l), Run: s.Run.CommandLine(),
		Entrypoint: wordsJSON(l.File, s.Entrypoint, s.Run.EntrypointSet),
		Cmd:        wordsJSON(l.File, s.Cmd, s.Run.EntrypointSet || len(s.Run.Args) > 0),
		Shell:      wordsJSON(l.File, l.Shell, false),
		StopSignal: stringJSON(l.File, l.StopSignal),
		User:       stringJSON(l.File, l.User),
		WorkingDir: stringJSON(l.File, l.WorkingDir),
		Argv:       knownJSON{s.Argv.Known, notNil(s.Argv.V)},
		Error:      s.Error,
		Chain:      []hopJSON{},
		Signals:    reachingJSON{signals.Stop, signals.Reaches, signals.Why},
	}
	for p := s.Process; p != nil; p = p.Next {
		hop := hopJSON{Argv: p.Argv, Expands: p.Expands, Kind: p.Kind, Next: p.Hop, Why: p.Why}
		if p.Next == nil && leaves != nil {
			hop.Why = leaves.How()
		}
		if p.In != nil {
			hop.File, hop.Line = p.In.Name, p.In.LineAt(p.At.Start)
		}
		out.Chain = append(out.Chain, hop)
		if p.Hop == launch.None {
			break
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

// StageName is the name of a launch's stage, or its number.
func StageName(l *launch.Launch) string {
	if l.Stage.Name != "" {
		return l.Stage.Name
	}
	return strconv.Itoa(l.Stage.Index)
}

func wordsJSON(f *parser.File, v launch.Value[[]string], fromRun bool) valueJSON {
	form := "none"
	switch {
	case v.Origin.At != nil && v.Origin.At.Argv != nil && len(v.V) > 0:
		form = v.Origin.At.Argv.Form.String()
	case len(v.V) > 0:
		form = parser.Exec.String()
	}
	return valueJSON{knownJSON{v.Known, notNil(v.V)}, form, placeJSON(f, v.Origin, fromRun)}
}

func stringJSON(f *parser.File, v launch.Value[string]) textJSON {
	return textJSON{v.Known, v.V, placeJSON(f, v.Origin, false)}
}

func placeJSON(f *parser.File, o launch.Origin, fromRun bool) originJSON {
	switch {
	case fromRun:
		return originJSON{Run: true}
	case o.At != nil:
		return originJSON{File: f.Name, Line: f.LineAt(o.At.Span.Start)}
	case o.Image != "":
		return originJSON{Image: o.Image}
	}
	return originJSON{Default: true}
}

func notNil(words []string) []string {
	if words == nil {
		return []string{}
	}
	return words
}
