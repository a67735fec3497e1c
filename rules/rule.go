// Package rules is the engine: it runs rule modules over a Dockerfile and the
// launches resolved from it, and returns findings.
//
// A rule is one value and one function. Modules are values too, listed by the
// program that wants them (see rules/all); nothing registers itself.
package rules

import (
	"fmt"
	"io/fs"
	"strings"
)

// Severity says how bad a finding is. The zero value stands for "not said":
// a finding without severity takes its rule's.
type Severity int

// The severities of RULES. Off is one only a user can choose for a rule.
const (
	Unset   Severity = iota
	Off              // the rule does not run
	Info             // worth knowing
	Warning          // starts, and fails at stop, at arguments or at the next change
	Error            // does not start, or does something other than what is written
)

var severityNames = [...]string{Off: "off", Info: "info", Warning: "warning", Error: "error"}

func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads off, info, warning or error.
func ParseSeverity(name string) (Severity, error) {
	for s, n := range severityNames {
		if n == name && n != "" {
			return Severity(s), nil
		}
	}
	return Unset, fmt.Errorf("unknown severity %q: want off, info, warning or error", name)
}

// Availability is what a rule promises of fixes.
type Availability int

// A rule's fix is there for none, some or all of its findings.
const (
	NoFix Availability = iota
	SometimesFix
	AlwaysFix
)

func (a Availability) String() string { return [...]string{"none", "sometimes", "always"}[a] }

// Rule is one thing that can be wrong. Code and Name are a contract with the
// users' suppressions and configuration.
type Rule struct {
	Code     string   // EP and three digits
	Name     string   // lower-case words joined by dashes
	Summary  string   // one line for lists, without a full stop
	Severity Severity // of a finding that does not say its own
	Fix      Availability
	Since    string // version that brought the rule
	Check    func(*Pass)
	After    func(*Pass) // in place of Check: judges what has become of the findings of all others
}

// Module is a group of rules about one subject. Pages holds a Markdown page
// for each rule, named by [Rule.PageName].
type Module struct {
	Name  string
	Doc   string // one line
	Rules []*Rule
	Pages fs.FS
}

// PageName is the file name of the rule's page, such as
// ep101_shell_form_entrypoint.md.
func (r *Rule) PageName() string {
	return strings.ToLower(r.Code) + "_" + strings.ReplaceAll(r.Name, "-", "_") + ".md"
}

// Page returns the rule's page.
func (m *Module) Page(r *Rule) (string, error) {
	page, err := fs.ReadFile(m.Pages, r.PageName())
	return string(page), err
}

// URL is where the rule's page can be read.
func (m *Module) URL(r *Rule) string {
	return "https://github.com/entrylint/entrylint/blob/main/rules/" + m.Name + "/" + r.PageName()
}

// matches reports whether a user's word, a code, name or module, means the rule.
func (m *Module) matches(r *Rule, word string) bool {
	return strings.EqualFold(word, r.Code) || word == r.Name || word == m.Name
}
