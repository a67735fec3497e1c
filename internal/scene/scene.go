// Package scene reads the build context that a scene of testdata describes.
//
// A section that has no other meaning is a file of it. Its name may be followed
// by attributes:
//
//	-- entrypoint.sh 755 --       the mode; 644 without one
//	-- run.sh 755 crlf --         lines end in CR LF
//	-- run.sh bom --              begins with a byte order mark
//	-- run.sh noeol --            the last line does not end
//	-- bin/run link=../run.sh --  a symbolic link
//
// The files of the good twin stand below good/; those of the other are not its.
// What a section engine calls with "file NAME" is there as well, a program.
package scene

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
)

// File is a file of a build context.
type File struct {
	Name    string // relative, with slashes
	Data    []byte
	Mode    fs.FileMode
	Link    string // what a symbolic link says; "" for none
	Program bool   // Data stands for a program that the engine is given
}

// Twin is one of the two Dockerfiles that a scene can have, by the prefix of
// its sections.
type Twin string

// The pitfall, and its cure.
const (
	Bad  Twin = ""
	Good Twin = "good/"
)

// notFiles are sections that say what a Dockerfile is held against.
var notFiles = []string{"engine", "want", "fixed", "fixed-unsafe", "run"}

// Section returns the text of a section, "" where there is none.
func Section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// Files lists the build context of a twin, its Dockerfile included.
func Files(a *txtar.Archive, twin Twin) ([]File, error) {
	var all []File
	for _, s := range a.Files {
		name, inside := strings.CutPrefix(s.Name, string(twin))
		if !inside || slices.Contains(notFiles, name) || strings.HasPrefix(name, string(Good)) {
			continue
		}
		f, err := read(name, s.Data)
		if err != nil {
			return nil, fmt.Errorf("-- %s --: %w", s.Name, err)
		}
		all = append(all, f)
	}
	for line := range strings.Lines(Section(a, string(twin)+"engine")) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "file "); ok {
			all = append(all, File{Name: name, Data: []byte("\x7fELF\x00"), Mode: 0o755, Program: true})
		}
	}
	return all, nil
}

// read reads a section's name with its attributes.
func read(header string, data []byte) (File, error) {
	name, attributes, _ := strings.Cut(header, " ")
	f := File{Name: name, Data: data, Mode: 0o644}
	for _, a := range strings.Fields(attributes) {
		if err := f.set(a); err != nil {
			return f, err
		}
	}
	if !fs.ValidPath(name) {
		return f, fmt.Errorf("%q is no path of a build context", name)
	}
	return f, nil
}

func (f *File) set(attribute string) error {
	if target, ok := strings.CutPrefix(attribute, "link="); ok {
		f.Link = target
		return nil
	}
	switch attribute {
	case "crlf":
		f.Data = bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))
	case "bom":
		f.Data = append([]byte("\xEF\xBB\xBF"), f.Data...)
	case "noeol":
		f.Data = bytes.TrimRight(f.Data, "\r\n")
	default:
		mode, err := strconv.ParseUint(attribute, 8, 9)
		if err != nil {
			return fmt.Errorf("%q is no mode, crlf, bom, noeol or link=TARGET", attribute)
		}
		f.Mode = fs.FileMode(mode)
	}
	return nil
}
