// Package parser reads a Dockerfile with BuildKit's own parser and adds what
// BuildKit drops: the exact bytes every instruction, flag, word and exec-form
// element was read from.
//
// Meaning is BuildKit's alone ([github.com/moby/buildkit/frontend/dockerfile/parser]
// and its instructions package); this package only finds positions, and fuzz
// tests hold every position against the value BuildKit parsed.
package parser

import "github.com/moby/buildkit/frontend/dockerfile/instructions"

// File is a Dockerfile. What BuildKit refuses is kept as instructions that
// carry an error, so that the rest of the file can still be judged.
type File struct {
	*Source
	Args         []*Instruction // ARG before the first FROM
	Stages       []*Stage
	Instructions []*Instruction // all of them, in order of the source
	Comments     []Comment      // those outside here-documents
	Directives   []Directive    // # syntax=, # escape=, # check=
	Escape       byte           // '\\' or '`'
	Errors       []*SyntaxError // in order of the source

	badDirective bool // the line behind Directives is one BuildKit refuses
}

// Stage is FROM and what follows it, up to the next FROM.
type Stage struct {
	Index        int // from 0
	Name         string
	Base         Word // image or earlier stage as written, variables unexpanded
	Platform     string
	From         *Instruction
	Instructions []*Instruction // without From
}

// Instruction is one instruction of a file, or the trigger inside an ONBUILD.
type Instruction struct {
	Span     Span // from the verb to the end of its last line, here-documents included
	Verb     Word // Value in upper case
	Flags    []Word
	Words    []Word // the arguments, as BuildKit splits them for this verb
	Pairs    []Pair // ENV, LABEL, ARG instead of Words
	Argv     *Command
	Trigger  *Instruction // ONBUILD's
	Heredocs []Heredoc
	Logical  Logical              // the whole instruction, verb included
	Cmd      instructions.Command // nil for FROM and where Err is set
	Err      error                // why BuildKit refuses it, in BuildKit's words

	base *instructions.Stage // FROM
}

// Pair is one NAME=value of ENV, LABEL or ARG. Value is nil for an ARG without
// a default. Quotes and variables in Value are as written.
type Pair struct {
	Key   Word
	Value *Word
}

// Form tells how RUN, CMD, ENTRYPOINT, SHELL or HEALTHCHECK CMD is written.
type Form int

// The two forms, named as in the Dockerfile reference.
const (
	Shell Form = iota // text handed to a shell
	Exec              // a JSON array of words
)

func (f Form) String() string {
	if f == Exec {
		return "exec"
	}
	return "shell"
}

// Command is the command line of RUN, CMD, ENTRYPOINT, SHELL or HEALTHCHECK CMD.
type Command struct {
	Form  Form
	Words []Word  // exec form: the array's elements; shell form: none
	Body  Logical // the text behind verb and flags: the shell text, or the array
	Span  Span    // where Body stands
}

// Strings returns the words of an exec form, or the one text of a shell form.
func (c *Command) Strings() []string {
	if c.Form == Shell {
		return []string{c.Body.Text}
	}
	words := make([]string, len(c.Words))
	for i, w := range c.Words {
		words[i] = w.Value
	}
	return words
}

// Word is a value and the bytes it was read from, quotes included.
type Word struct {
	Value string
	Span  Span
}

// Heredoc is a here-document of RUN, COPY or ADD.
type Heredoc struct {
	Name    string
	Content string // as it stands, leading tabs included
	Span    Span   // the body, without the terminator's line
}

// Comment is a line whose first visible character is '#'.
type Comment struct {
	Span Span   // from '#' to the end of the line
	Text string // without '#' and surrounding blanks
}

// Directive is a parser directive at the top of the file.
type Directive struct {
	Name  string // syntax, escape or check
	Value string
	Span  Span // the whole line
}

// SyntaxError says why BuildKit refuses a file.
type SyntaxError struct {
	Span        Span
	Err         error        // in BuildKit's words
	Instruction *Instruction // nil where the file as a whole is refused
}

func (e *SyntaxError) Error() string { return e.Err.Error() }

// Unwrap returns BuildKit's error.
func (e *SyntaxError) Unwrap() error { return e.Err }
