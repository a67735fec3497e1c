package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/moby/buildkit/util/suggest"
)

// Formats returns the names [New] knows, the default one first.
func Formats() []string {
	return []string{"text", "compact", "json", "sarif", "github", "gitlab", "checkstyle"}
}

// New makes the reporter of a format. Errors of the writer come back from the
// next File or Close, and from every one after it.
func New(format string, w io.Writer, o Options) (Reporter, error) {
	out := bufio.NewWriter(w)
	switch format {
	case "text":
		return newText(out, o), nil
	case "compact":
		return &compact{out}, nil
	case "json":
		return newJSON(out, o), nil
	case "sarif":
		return newSARIF(out, o)
	case "github":
		return &github{out}, nil
	case "gitlab":
		return newGitLab(out), nil
	case "checkstyle":
		return newCheckstyle(out), nil
	}
	err := fmt.Errorf("unknown format %q: want %s", format, choice(Formats()))
	return nil, suggest.WrapError(err, format, Formats(), false)
}

// choice writes "a, b or c".
func choice(words []string) string {
	last := len(words) - 1
	return strings.Join(slices.Clone(words[:last]), ", ") + " or " + words[last]
}
