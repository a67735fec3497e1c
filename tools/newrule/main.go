// Command newrule writes the skeleton of a rule: its file, its page, a loud and
// a silent scene, and its line in the module's list. Run it through "make rule".
// It is a module of its own so that "go install ./..." leaves it alone.
package main

import (
	"embed"
	"flag"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"
)

//go:embed templates
var templates embed.FS

type rule struct{ Code, Name, Module string }

// Ident is the Go identifier of the rule's value: shell-form-cmd, shellFormCmd.
func (r rule) Ident() string {
	words := strings.Split(r.Name, "-")
	for i, w := range words[1:] {
		words[i+1] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, "")
}

// Title is Ident with a capital letter.
func (r rule) Title() string { return strings.ToUpper(r.Ident()[:1]) + r.Ident()[1:] }

func main() {
	var r rule
	flag.StringVar(&r.Code, "code", "", "such as EP123")
	flag.StringVar(&r.Name, "name", "", "lower-case words joined by dashes")
	flag.StringVar(&r.Module, "module", "", "a folder of rules/")
	root := flag.String("root", ".", "the repository")
	flag.Parse()
	if err := r.create(*root); err != nil {
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(2)
	}
}

func (r rule) check(root string) error {
	if !regexp.MustCompile(`^EP[0-9]{3}$`).MatchString(r.Code) {
		return fmt.Errorf("code %q is not EP and three digits", r.Code)
	}
	if !regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`).MatchString(r.Name) {
		return fmt.Errorf("name %q is not lower-case words joined by dashes", r.Name)
	}
	if _, err := os.Stat(filepath.Join(root, "rules", r.Module, "module.go")); err != nil || r.Module == "" {
		return fmt.Errorf("module %q has no rules/%s/module.go", r.Module, r.Module)
	}
	if taken, _ := filepath.Glob(filepath.Join(root, "rules", "*", strings.ToLower(r.Code)+"_*")); len(taken) > 0 {
		return fmt.Errorf("%s is taken by %s", r.Code, taken[0])
	}
	if taken, _ := filepath.Glob(filepath.Join(root, "rules", "*", "*_"+strings.ReplaceAll(r.Name, "-", "_")+".md")); len(taken) > 0 {
		return fmt.Errorf("%s is taken by %s", r.Name, taken[0])
	}
	return nil
}

func (r rule) create(root string) error {
	if err := r.check(root); err != nil {
		return err
	}
	base := filepath.Join(root, "rules", r.Module, strings.ToLower(r.Code)+"_"+strings.ReplaceAll(r.Name, "-", "_"))
	scenes := filepath.Join(root, "testdata", "rules", r.Code+"-"+r.Name)
	for name, path := range map[string]string{
		"rule.go.tmpl":      base + ".go",
		"page.md.tmpl":      base + ".md",
		"loud.txtar.tmpl":   filepath.Join(scenes, "minimal.txtar"),
		"silent.txtar.tmpl": filepath.Join(scenes, "silent.txtar"),
	} {
		if err := r.write(name, path); err != nil {
			return err
		}
		if path, err := filepath.Rel(root, path); err == nil {
			fmt.Println(path)
		}
	}
	return r.list(filepath.Join(root, "rules", r.Module, "module.go"))
}

func (r rule) write(name, path string) error {
	t, err := template.ParseFS(templates, "templates/"+name)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err := t.Execute(f, r); err != nil {
		return err
	}
	return f.Close()
}

var listStart = regexp.MustCompile(`(?s)(Rules: \[\]\*rules\.Rule\{)(.*?)(\n?\t*\},)`)

// list adds the rule behind the last one of its module.
func (r rule) list(path string) error {
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if !listStart.Match(src) {
		return fmt.Errorf("%s: no list of rules found: add %s by hand", path, r.Ident())
	}
	src = listStart.ReplaceAll(src, []byte("${1}${2}\n\t\t\t"+r.Ident()+",${3}"))
	if src, err = format.Source(src); err != nil {
		return err
	}
	return os.WriteFile(path, src, 0o644)
}
