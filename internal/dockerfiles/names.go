package dockerfiles

import (
	"path"
	"strings"
)

// Named reports whether a file of this name is taken for a Dockerfile when a
// folder is searched: Dockerfile, Dockerfile.*, *.Dockerfile, *.dockerfile,
// Containerfile and Containerfile.*, but no *.dockerignore, template or backup.
func Named(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	switch extension := path.Ext(name); {
	case isTemplate(extension) || isBackup(name):
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
	case ".tmpl", ".tpl", ".gotmpl", ".template", ".j2", ".jinja", ".jinja2", ".erb", ".ejs", ".mustache", ".m4", ".in":
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
