package report

import (
	"bufio"
	"fmt"

	"github.com/entrylint/entrylint/rules"
)

// compact writes one line a finding, for grep and the errorformat of editors.
type compact struct{ out *bufio.Writer }

func (c *compact) File(r *rules.Result) error {
	for _, f := range r.Findings {
		fmt.Fprintf(c.out, "%s: %s: %s [%s %s]\n",
			place(f.In, f.At), f.Severity, oneLine(f.Message), f.Rule.Code, f.Rule.Name)
	}
	return c.out.Flush()
}

func (c *compact) Close() error { return c.out.Flush() }
