package rules

import "github.com/entrylint/entrylint/parser"

// Finding is one defect. It speaks in three voices: Message says what is
// wrong, Notes why, Help what to do.
type Finding struct {
	Rule     *Rule
	Module   *Module
	Severity Severity
	In       *parser.Source
	At       parser.Span
	Message  string // one sentence that names the actual values, without a full stop
	Notes    []Note
	Help     string
	Fixes    []Fix

	// Reason is set on suppressed findings: what the suppression gives after "--".
	Reason string
}

// Note points at a place that takes part in a finding. A note without a
// source has no place: it tells a fact, such as what a base image sets.
type Note struct {
	In      *parser.Source
	At      parser.Span
	Message string
}

// Safety says what a fix may do to the container.
type Safety int

// Safe is proven: the same program starts with the same arguments, or one
// that could not start now does. Unsafe may change behavior. Display is only
// shown, never applied.
const (
	Safe Safety = iota
	Unsafe
	Display
)

func (s Safety) String() string { return [...]string{"safe", "unsafe", "display"}[s] }

// Fix is a set of edits that belong together.
type Fix struct {
	Title  string // imperative, such as "Write ENTRYPOINT in exec form"
	Safety Safety
	Edits  []parser.Edit
}

// Result is what one file yields.
type Result struct {
	File       *parser.File
	Findings   []Finding // in order of file, position, code
	Suppressed []Finding // held back by comments, in the same order
}
