package rootfs

import (
	"path"
	"slices"
	"strings"
)

// changesLinked reports whether RUN makes a link to a file and changes it by
// that name, as chmod does.
func changesLinked(ran []passed) bool {
	var links []string
	for _, p := range ran {
		if !strings.Contains(p.text(), "ln ") {
			continue
		}
		for _, c := range p.commands() {
			if c.name == "ln" {
				links = append(links, c.links(p.file)...)
				links = links[:min(len(links), maxLinks)]
			}
		}
	}
	for _, link := range links {
		for _, p := range ran {
			if slices.ContainsFunc(p.commands(), func(c command) bool {
				e := c.own(link)
				return e.mode.decided != 0 || e.edited || e.ends
			}) {
				return true
			}
		}
	}
	return false
}

// links lists the paths under which ln makes a file known.
func (c *command) links(file string) []string {
	files := operands(c.args)
	if len(files) == 1 {
		files = append(files, c.here())
	}
	t, ok := transfer{}.split(files, nil)
	if !ok || !t.dest.known {
		return nil
	}
	var all []string
	for _, src := range t.sources {
		targets := []string{src.file, Absolute(path.Dir(t.dest.file), src.text), Absolute(t.dest.file, src.text)}
		if src.text == "" {
			targets = nil
		}
		if src.match(file) == maybe || src.mayHold(file) {
			targets = append(targets, file)
		}
		for _, target := range targets {
			if rel, in := inside(file, target); in && target != "" {
				all = append(all, path.Join(t.dest.file, rel), path.Join(t.dest.file, path.Base(target), rel))
			}
		}
	}
	return all
}
