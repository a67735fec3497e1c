package resolve

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// run is what one RUN does with packages.
type run struct {
	installed []install
	manual    []string // apt-mark manual
	removed   map[string]bool
	auto      bool // apt-mark auto: what was installed since the list was saved goes again
	saving    bool // it saves the list of what is there
	gosu      bool // it downloads gosu and tries it
	read      bool // it is a shell text
	otherSh   bool // it puts another shell at /bin/sh
}

type install struct {
	packages []string
	group    string // apk add --virtual
	apt      bool
	saved    bool // after the list of what is there was saved
}

// readRun reads the commands of a shell text. One that is no shell text, as on
// Windows, has none.
func readRun(text string) *run {
	r := &run{removed: map[string]bool{}, gosu: tryGosu.MatchString(text)}
	f, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text), "")
	if err != nil {
		return r
	}
	r.read = true
	syntax.Walk(f, r.visit)
	return r
}

func (r *run) visit(n syntax.Node) bool {
	switch c := n.(type) {
	case *syntax.CallExpr:
		for _, a := range c.Assigns {
			r.saving = r.saving || a.Name != nil && a.Name.Value == "savedAptMark"
		}
		words := literals(c.Args)
		if len(words) > 0 && words[0] == "xargs" {
			words = slices.DeleteFunc(words[1:], func(w string) bool { return strings.HasPrefix(w, "-") })
		}
		if len(words) > 1 {
			r.command(words)
		}
	case *syntax.CaseClause:
		return !r.onAMD64(c)
	}
	return true
}

// onAMD64 follows a case that asks for the architecture as amd64 does.
func (r *run) onAMD64(c *syntax.CaseClause) bool {
	for _, item := range c.Items {
		for _, pattern := range literals(item.Patterns) {
			if p := strings.Trim(pattern, `"'`); p == "amd64" || p == "x86_64" {
				syntax.Walk(&syntax.Block{Stmts: item.Stmts}, r.visit)
				return true
			}
		}
	}
	return false
}

// command notes what a package manager is told.
func (r *run) command(words []string) {
	r.otherSh = r.otherSh || replacesSh(words)
	verb := slices.IndexFunc(words[1:], func(w string) bool {
		return slices.Contains([]string{"add", "del", "install", "in", "purge", "remove", "auto", "manual"}, w)
	}) + 1
	if verb == 0 {
		return
	}
	all := packages(words[verb+1:])
	switch manager := words[0] + " " + words[verb]; manager {
	case "apk add":
		r.installed = append(r.installed, install{packages: all, group: groupOf(words)})
	case "apt-get install", "apt install":
		r.installed = append(r.installed, install{packages: all, apt: true, saved: r.saving})
	case "yum install", "dnf install", "microdnf install", "tdnf install", "zypper install", "zypper in":
		r.installed = append(r.installed, install{packages: all})
	case "apt-mark auto":
		r.auto = true
	case "apt-mark manual":
		r.manual = append(r.manual, all...)
	case "apk del", "apt-get purge", "apt-get remove", "apt purge", "apt remove":
		for _, name := range all {
			r.removed[name] = true
		}
	}
}
