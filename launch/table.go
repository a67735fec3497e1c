package launch

import (
	_ "embed"
	"encoding/json"
	"path"
	"strings"
	"sync"
)

//go:embed images.json
var builtInJSON []byte

// row holds the facts of the tags of one image that match a pattern.
type row struct {
	Image   string   `json:"image"`   // familiar name, such as node or gcr.io/distroless/*
	Tags    []string `json:"tags"`    // patterns; none for every tag
	Source  string   `json:"source"`  // where the facts were read
	Unknown bool     `json:"unknown"` // these tags differ from each other, or were not read
	Config
}

// Table knows images by name and tag. The first row that matches counts.
type Table struct {
	rows map[string]func() ([]row, error) // by image, or its folder for patterns; decoded when asked for
}

// BuiltIn returns the table of well-known images that is part of the program.
var BuiltIn = sync.OnceValue(func() *Table { return newTable(builtInJSON) })

// newTable reads a table in the layout of images.json: a JSON array with a row
// a line that begins with the image's name. Only the rows of images that are
// asked for are decoded, for decoding all takes as long as linting ten files.
func newTable(data []byte) *Table {
	lines := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		rest, ok := strings.CutPrefix(line, `{"image":"`)
		name, _, _ := strings.Cut(rest, `"`)
		if !ok {
			continue
		}
		if strings.Contains(name, "*") {
			name = path.Dir(name) + "/"
		}
		lines[name] = append(lines[name], strings.TrimRight(line, ",\n"))
	}
	t := &Table{rows: map[string]func() ([]row, error){}}
	for name, group := range lines {
		t.rows[name] = sync.OnceValues(func() (rows []row, err error) {
			err = json.Unmarshal([]byte("["+strings.Join(group, ",")+"]"), &rows)
			return rows, err
		})
	}
	return t
}

// mirrors hold the official images under their familiar names.
var mirrors = []string{"public.ecr.aws/docker/library/", "mirror.gcr.io/library/", "registry.hub.docker.com/library/"}

// Config implements [Images]. An image named by digest alone is unknown where
// its tags differ.
func (t *Table) Config(ref string) (Config, bool) {
	name, tag, ok := splitReference(ref)
	if !ok {
		return Config{}, false
	}
	for _, m := range mirrors {
		name = strings.TrimPrefix(name, m)
	}
	for _, key := range []string{name, path.Dir(name) + "/"} {
		decode, ok := t.rows[key]
		if !ok {
			continue
		}
		rows, _ := decode() // a test decodes all of the built-in table
		for _, r := range rows {
			if ok, _ := path.Match(r.Image, name); ok && (r.hasTag(tag) || tag == "") {
				return r.Config, !r.Unknown && (tag != "" || len(r.Tags) == 0)
			}
		}
	}
	return Config{}, false
}

func (r row) hasTag(tag string) bool {
	if len(r.Tags) == 0 {
		return true
	}
	for _, pattern := range r.Tags {
		if ok, _ := path.Match(pattern, tag); ok {
			return true
		}
	}
	return false
}
