package shellform

import (
	"fmt"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var execEndsTheChain = &rules.Rule{
	Code:     "EP105",
	Name:     "exec-ends-the-chain",
	Summary:  "what stands behind an exec is never run",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkExecEndsTheChain,
}

func checkExecEndsTheChain(p *rules.Pass) {
	for _, c := range p.Commands() {
		text := c.ShellText()
		if text == nil || !c.Effective() || !isRead(c) {
			continue
		}
		d, ok := text.Dead()
		if !ok {
			continue
		}
		dead := rules.Clip(text.Src[d.Start:d.End])
		p.Report(rules.Finding{
			At:      text.At(d.Exec.Start, d.End),
			Message: fmt.Sprintf("`%s` replaces the shell, so `%s` behind it is never run", rules.Clip(text.Src[d.Exec.Start:d.Exec.End]), dead),
			Notes:   []rules.Note{p.Note(text.At(d.Start, d.End), "not even if `%s` fails or does not exist: the shell is gone", rules.Clip(d.Exec.Words[0].Src))},
			Help:    withoutExec(d, text.Src),
		})
	}
}

// withoutExec says what to write so that the rest is run: all but the last
// command go without exec.
func withoutExec(d shell.Dead, src string) string {
	program := rules.Clip(d.Exec.Words[0].Src)
	if d.Op == "||" {
		return fmt.Sprintf("Take exec away from `%s`, or remove what stands behind ||", program)
	}
	help := fmt.Sprintf("Take exec away from `%s`, and let the last command have it", program)
	example := src[d.Exec.Words[0].Start:d.Exec.End] + src[d.Exec.End:d.End]
	if example = folded(example); isShort(example) {
		help += ": " + example
	}
	return help
}
