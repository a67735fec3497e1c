package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

const explainIntro = `Show the page of a rule: what it finds, why that matters, how to fix it.

Usage:
  entrylint explain CODE|NAME

The codes and names are listed by entrylint rules.
`

func (p *program) explainCommand() *command {
	return &command{
		name:  "explain",
		intro: explainIntro,
		run: func(a arguments) (int, error) {
			words := a.paths()
			if len(words) != 1 {
				return notJudged, &usageError{errors.New("explain wants one CODE or NAME, such as EP101"), "entrylint explain"}
			}
			return clean, p.explain(words[0])
		},
	}
}

func (p *program) explain(word string) error {
	m, r, err := rules.Find(all.Modules(), word)
	if err != nil {
		return fmt.Errorf("%w; all are listed by entrylint rules", err)
	}
	page, err := m.Page(r)
	if err != nil {
		return err
	}
	if p.colored() {
		page = styled(page, columns(p.stdout))
	}
	_, err = io.WriteString(p.stdout, page)
	return err
}
