// Package cli is the command line of entrylint: flags, environment, exit
// statuses.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/entrylint/entrylint/report/excerpt"
)

// The exit statuses are a contract with scripts and CI.
const (
	clean       = 0   // nothing at or above --fail-on
	findings    = 1   // something was found
	notJudged   = 2   // usage, or a path that could not be judged
	interrupted = 130 // as shells report a program that SIGINT ended, also where we tidy up first
)

// Run is the program: it returns the exit status. A version that the linker
// has not set is looked for in the binary.
func Run(version string, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{version: version, stdin: stdin, stdout: &quietPipe{to: stdout}, stderr: stderr, getenv: os.Getenv}
	status, err := p.dispatch(args)
	if err != nil {
		p.complain(err)
		return notJudged
	}
	return status
}

// program is what the commands share: the world around them.
type program struct {
	version string
	stdin   io.Reader
	stdout  *quietPipe
	stderr  io.Writer
	getenv  func(string) string
}

// complain tells the user of an error. One of usage gets the way to the help,
// never the help itself: that would push the error off the screen.
func (p *program) complain(err error) {
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		lines[i] = excerpt.Visible(line) // names of files may hold anything
	}
	text := fmt.Sprintf("entrylint: %s\n", strings.Join(lines, "\n"))
	if usage := (*usageError)(nil); errors.As(err, &usage) {
		text += fmt.Sprintf("See %s --help.\n", usage.command)
	}
	_, _ = io.WriteString(p.stderr, text) // where else to tell of a failure?
}

// usageError is a command line that makes no sense.
type usageError struct {
	err     error
	command string // such as "entrylint rules"
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }
