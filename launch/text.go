package launch

import "github.com/entrylint/entrylint/launch/shell"

// commandTexts are the texts of commands that have been parsed, for all stages of a
// file. The chain and most rules ask for the same ones.
type commandTexts map[string]*shell.Text

// Text parses what a command hands to a shell.
func (l *Launch) Text(src string) *shell.Text {
	t := l.parsed[src]
	if t == nil {
		t = shell.Parse(src)
		l.parsed[src] = t
	}
	return t
}
