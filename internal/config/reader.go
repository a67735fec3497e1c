package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/moby/buildkit/util/suggest"
	"go.yaml.in/yaml/v3"

	"github.com/entrylint/entrylint/rules"
)

// reader takes a YAML tree apart and remembers every mistake in it.
type reader struct {
	file    string
	modules []*rules.Module
	errs    []error
}

// maxMistakes is how many are told of: a file with more of them is none of ours.
const maxMistakes = 20

// full reports whether there are so many that the rest is not read.
func (r *reader) full() bool { return len(r.errs) >= maxMistakes }

func (r *reader) fail(n *yaml.Node, format string, args ...any) {
	const longest = 300 // bytes: values can be as long as the file
	message := fmt.Sprintf(format, args...)
	if len(message) > longest {
		message = strings.ToValidUTF8(message[:longest], "") + "…"
	}
	r.errs = append(r.errs, &Error{r.file, max(n.Line, 1), max(n.Column, 1), message})
}

// want reports whether the node is of a kind, and says so if not.
func (r *reader) want(n *yaml.Node, kind yaml.Kind, what string) bool {
	if n.Kind == yaml.AliasNode {
		r.fail(n, "aliases are not read: write the value itself")
		return false
	}
	if n.Kind != kind {
		r.fail(n, "want %s", what)
		return false
	}
	if n.Style&yaml.TaggedStyle != 0 {
		r.fail(n, "tags are not read: write the value alone")
		return false
	}
	return true
}

// pairs calls f for each key of a mapping and its value.
func (r *reader) pairs(n *yaml.Node, f func(key, value *yaml.Node)) bool {
	if !r.want(n, yaml.MappingNode, "keys and values") {
		return false
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content) && !r.full(); i += 2 {
		key := n.Content[i]
		switch {
		case !r.want(key, yaml.ScalarNode, "a word for a key"):
		case seen[key.Value]:
			r.fail(key, "%q stands here twice", key.Value)
		default:
			seen[key.Value] = true
			f(key, n.Content[i+1])
		}
	}
	return true
}

// keys calls the function of each key that is there.
func (r *reader) keys(n *yaml.Node, known map[string]func(*yaml.Node)) bool {
	return r.pairs(n, func(key, value *yaml.Node) {
		if read, ok := known[key.Value]; ok {
			read(value)
			return
		}
		var names []string
		for name := range known {
			names = append(names, name)
		}
		slices.Sort(names)
		r.unknown(key, names)
	})
}

// unknown says that a key is none of those there are, and which is close.
func (r *reader) unknown(key *yaml.Node, names []string) {
	err := fmt.Errorf("unknown key %q", key.Value)
	guess := suggest.WrapError(err, key.Value, names, false)
	if guess.Error() == err.Error() {
		guess = fmt.Errorf("%w: want %s", err, strings.Join(names, ", "))
	}
	r.fail(key, "%s", guess)
}

func (r *reader) items(n *yaml.Node) []*yaml.Node {
	if !r.want(n, yaml.SequenceNode, "a list") {
		return nil
	}
	return n.Content
}

func (r *reader) text(n *yaml.Node) string {
	if !r.want(n, yaml.ScalarNode, "a text") {
		return ""
	}
	if n.Tag == "!!null" {
		r.fail(n, "the value is missing")
		return ""
	}
	return n.Value
}

func (r *reader) texts(n *yaml.Node) []string {
	words := []string{}
	for _, item := range r.items(n) {
		if r.full() {
			break
		}
		words = append(words, r.text(item))
	}
	return words
}

func (r *reader) flag(n *yaml.Node) bool {
	if r.want(n, yaml.ScalarNode, "true or false") && n.Tag != "!!bool" {
		r.fail(n, "want true or false, not %q", n.Value)
	}
	return n.Tag == "!!bool" && strings.EqualFold(n.Value, "true")
}

func (r *reader) choice(n *yaml.Node, words ...string) string {
	mistakes := len(r.errs)
	word := r.text(n)
	if len(r.errs) == mistakes && !slices.Contains(words, word) {
		r.fail(n, "unknown value %q: want %s", word, strings.Join(words, ", "))
	}
	return word
}

// severities reads rules, names and modules and what they are to be. A rule's
// own word counts more than that of its module.
func (r *reader) severities(n *yaml.Node) map[string]rules.Severity {
	own, ofModule := map[string]rules.Severity{}, map[string]rules.Severity{}
	r.pairs(n, func(key, value *yaml.Node) {
		severity, _ := rules.ParseSeverity(r.choice(value, "off", "info", "warning", "error"))
		if _, rule, err := rules.Find(r.modules, key.Value); err == nil {
			if _, twice := own[rule.Code]; twice {
				r.fail(key, "%s stands here twice, by code and by name", rule.Code)
			}
			own[rule.Code] = severity
			return
		}
		i := slices.IndexFunc(r.modules, func(m *rules.Module) bool { return m.Name == key.Value })
		if i < 0 {
			r.fail(key, "%s", rules.Options{Select: []string{key.Value}}.Validate(r.modules))
			return
		}
		for _, rule := range r.modules[i].Rules {
			ofModule[rule.Code] = severity
		}
	})
	maps.Copy(ofModule, own)
	return ofModule
}

// names reads names of variables.
func (r *reader) names(n *yaml.Node) []string {
	names := r.texts(n)
	for i, name := range names {
		if !r.full() && strings.ContainsAny(name, "=$ ") {
			r.fail(n.Content[i], "%q is no name of a variable: values are not wanted", name)
		}
	}
	return names
}

func (r *reader) globs(n *yaml.Node) []string {
	var globs []string
	for _, item := range r.items(n) {
		if r.full() {
			break
		}
		mistakes := len(r.errs)
		glob := r.text(item)
		if len(r.errs) > mistakes {
			continue
		}
		if wrong := checkGlob(glob); wrong != "" {
			r.fail(item, "%s", wrong)
		}
		globs = append(globs, glob)
	}
	return globs
}
