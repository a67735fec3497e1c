package index

import (
	"cmp"
	"strings"
)

// parse reads a file of the library: paragraphs of fields, or, before 2016,
// lines "TAG: URL@COMMIT DIR". It returns the source of every tag.
func parse(text string) map[string]Source {
	paragraphs, lines := fields(text)
	now := map[string]Source{}
	for _, l := range lines {
		tag, rest, _ := strings.Cut(l, ":")
		where := strings.Fields(rest)
		if len(where) == 0 {
			continue
		}
		url, commit, ok := strings.Cut(where[0], "@")
		if !ok {
			continue
		}
		dir := "."
		if len(where) > 1 {
			dir = where[1]
		}
		now[tag] = Source{Repository: url, Commit: commit, Dir: dir, File: "Dockerfile"}
	}
	for _, p := range paragraphs {
		for _, tag := range list(p["Tags"]) {
			now[tag] = p.source()
		}
	}
	for _, p := range paragraphs {
		s := p.source()
		for _, tag := range list(p["SharedTags"]) { // of Linux and Windows: that of Linux
			if old, ok := now[tag]; !ok || old.Windows && !s.Windows {
				now[tag] = s
			}
		}
	}
	return now
}

// paragraph holds the fields of one image, those for all images included.
type paragraph map[string]string

// source prefers the fields for amd64: they may have a prefix, "amd64-".
func (p paragraph) source() Source {
	arch := list(cmp.Or(p["Architectures"], "amd64"))[0]
	for _, a := range list(p["Architectures"]) {
		if a == "amd64" {
			arch = a
		}
	}
	field := func(name, fallback string) string { return cmp.Or(p[arch+"-"+name], p[name], fallback) }
	constraints := p["Constraints"]
	return Source{
		Repository: field("GitRepo", ""), Commit: field("GitCommit", ""),
		Dir: field("Directory", "."), File: field("File", "Dockerfile"),
		Windows: strings.Contains(p["Architectures"], "windows") ||
			strings.Contains(constraints, "windowsservercore") || strings.Contains(constraints, "nanoserver"),
	}
}

func list(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ' ' || c == '\t' })
}

// fields splits a file into the paragraphs that name tags, or, where it has no
// fields, into its lines.
func fields(text string) (paragraphs []paragraph, lines []string) {
	base, p, last := paragraph{}, paragraph{}, ""
	end := func() {
		if _, tags := p["Tags"]; !tags && p["SharedTags"] == "" {
			for k, v := range p {
				base[k] = v
			}
		} else {
			paragraphs = append(paragraphs, with(base, p))
		}
		p, last = paragraph{}, ""
	}
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\r\n")
		switch key, value, ok := strings.Cut(l, ":"); {
		case strings.HasPrefix(l, "#"):
		case strings.TrimSpace(l) == "":
			end()
		case l[0] == ' ' || l[0] == '\t':
			p[last] += " " + strings.TrimSpace(l)
		case ok && !strings.Contains(value, "@") || ok && key == "Maintainers":
			last = key
			p[key] = strings.TrimSpace(p[key] + " " + strings.TrimSpace(value))
		default:
			lines = append(lines, l)
		}
	}
	end()
	return paragraphs, lines
}

func with(base, p paragraph) paragraph {
	all := paragraph{}
	for _, m := range []paragraph{base, p} {
		for k, v := range m {
			all[k] = v
		}
	}
	return all
}
