package cli

import (
	"errors"
	"io"
	"os"
	"syscall"

	"golang.org/x/term"
)

// quietPipe swallows what is written after the reader has gone, as in
// "entrylint | head": files are still judged, so that the exit status is right.
type quietPipe struct {
	to     io.Writer
	closed bool
}

func (q *quietPipe) Write(b []byte) (int, error) {
	if q.closed {
		return len(b), nil
	}
	n, err := q.to.Write(b)
	if errors.Is(err, syscall.EPIPE) {
		q.closed = true
		return len(b), nil
	}
	return n, err
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// columns returns how wide the terminal at w is, 0 where it is none.
func columns(w io.Writer) int {
	if pipe, ok := w.(*quietPipe); ok {
		w = pipe.to
	}
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// colored decides --color auto for standard output by the conventions of
// no-color.org and bixense.com/clicolors.
func (p *program) colored() bool {
	switch {
	case p.getenv("NO_COLOR") != "" || p.getenv("TERM") == "dumb":
		return false
	case p.getenv("CLICOLOR_FORCE") != "" && p.getenv("CLICOLOR_FORCE") != "0":
		return true
	default:
		return isTerminal(p.stdout.to)
	}
}
