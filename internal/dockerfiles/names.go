package dockerfiles

import (
	"path"
	"strings"
)

// Named reports whether a file of this name is taken for a Dockerfile when a
// folder is searched: Dockerfile, Dockerfile.*, *.Dockerfile, *.dockerfile,
// Containerfile and Containerfile.*, but no *.dockerignore, template or
// backup, and nothing about Dockerfiles.
func Named(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	switch extension := path.Ext(name); {
	case isTemplate(extension) || isTemplateName(stem) || isBackup(name) || isAbout(extension):
		return false
	case stem == "Dockerfile" || stem == "Containerfile":
		return !strings.EqualFold(extension, ".dockerignore")
	default:
		return extension == ".Dockerfile" || extension == ".dockerfile"
	}
}

// isTemplate tells what a generator makes Dockerfiles from.
func isTemplate(extension string) bool {
	switch strings.ToLower(extension) {
	case ".tmpl", ".tpl", ".gotmpl", ".template", ".j2", ".jinja", ".jinja2", ".erb", ".ejs", ".mustache", ".m4", ".in", ".blueprint", ".model":
		return true
	}
	return false
}

// isBackup tells what editors, patch and merge leave behind.
func isBackup(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".bak", ".backup", ".old", ".orig", ".rej", ".save", ".swo", ".swp", ".tmp":
		return true
	}
	return strings.HasSuffix(name, "~") || strings.HasPrefix(name, ".#")
}

// isTemplateName is about tmpl.Dockerfile and templateV2.Dockerfile.
func isTemplateName(stem string) bool {
	stem = strings.ToLower(stem)
	return strings.HasPrefix(stem, "tmpl") || strings.HasPrefix(stem, "template")
}

// isAbout is about pages on Dockerfiles, and files that tell editors how to color
// one.
func isAbout(extension string) bool {
	switch strings.ToLower(extension) {
	case ".adoc", ".html", ".json", ".md", ".nanorc", ".rst", ".tmlanguage", ".tmpreferences", ".tmsnippet", ".vim", ".xml":
		return true
	}
	return false
}
