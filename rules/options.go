package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/moby/buildkit/util/suggest"

	"github.com/entrylint/entrylint/internal/lazyregexp"
)

// Options choose rules and how strict they are. Words are codes, names or
// module names.
type Options struct {
	Select   []string            // only these rules; empty for all
	Ignore   []string            // not these
	Severity map[string]Severity // in place of the rule's own; Off leaves it out
	NoInline bool                // do not honor suppressions in the files

	RequireReason bool // a suppression without a reason is a finding (EP003)
}

// Validate says which word of the options means no rule of the modules.
func (o Options) Validate(modules []*Module) error {
	words := append(slices.Clone(o.Select), o.Ignore...)
	for word := range o.Severity {
		words = append(words, word)
	}
	for _, word := range words {
		if !known(modules, word) {
			err := fmt.Errorf("unknown rule or module %q", word)
			return guess(err, word, modules)
		}
	}
	return nil
}

// Find returns the rule a code or name means, ignoring the case of the code.
func Find(modules []*Module, word string) (*Module, *Rule, error) {
	for _, m := range modules {
		for _, r := range m.Rules {
			if strings.EqualFold(word, r.Code) || word == r.Name {
				return m, r, nil
			}
		}
	}
	err := fmt.Errorf("unknown rule %q", word)
	return nil, nil, guess(err, word, modules)
}

func known(modules []*Module, word string) bool {
	for _, m := range modules {
		for _, r := range m.Rules {
			if m.matches(r, word) {
				return true
			}
		}
	}
	return false
}

// Knows reports whether a word of a suppression is a code, name or module.
func (p *Pass) Knows(word string) bool { return known(p.modules, word) }

// Unknown is what is wrong with a word that nobody knows, with one close to it.
func (p *Pass) Unknown(word string) error {
	return guess(fmt.Errorf("unknown rule or module `%s`", word), word, p.modules)
}

// Ran reports whether every rule that a word means has run by the time a rule's
// After does.
func (p *Pass) Ran(word string) bool {
	for _, m := range p.modules {
		for _, r := range m.Rules {
			if m.matches(r, word) && (r.Check == nil || p.Options.severity(m, r) == Off) {
				return false
			}
		}
	}
	return true
}

var wellFormedCode = lazyregexp.New(`^(?i:EP)[0-9]{3}$`)

// guess adds to an error what a word could have been. Of a code with three
// digits nobody can tell: it is near a dozen others.
func guess(err error, word string, modules []*Module) error {
	if wellFormedCode.MatchString(word) {
		return err
	}
	return suggest.WrapError(err, word, vocabulary(modules), false)
}

func vocabulary(modules []*Module) []string {
	var words []string
	for _, m := range modules {
		words = append(words, m.Name)
		for _, r := range m.Rules {
			words = append(words, r.Code, r.Name)
		}
	}
	return words
}

// severity returns the severity the options give the rule: Unset for its own,
// Off where it does not run.
func (o Options) severity(m *Module, r *Rule) Severity {
	means := func(word string) bool { return m.matches(r, word) }
	if len(o.Select) > 0 && !slices.ContainsFunc(o.Select, means) || slices.ContainsFunc(o.Ignore, means) {
		return Off
	}
	for _, word := range []string{r.Code, r.Name, m.Name} { // the narrowest word wins
		if s, ok := o.Severity[word]; ok {
			return s
		}
	}
	return Unset
}
