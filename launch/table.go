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
	Image  string   `json:"image"`  // familiar name, such as node or gcr.io/distroless/*
	Tags   []string `json:"tags"`   // patterns; none for every tag
	Source string   `json:"source"` // where the facts were read
	Config
}

// Table knows images by name and tag. The first row that matches counts.
type Table struct{ byName map[string][]row }

// BuiltIn returns the table of well-known images that is part of the program.
var BuiltIn = sync.OnceValue(func() *Table {
	t, err := NewTable(builtInJSON)
	if err != nil {
		panic(err) // a test reads the embedded table
	}
	return t
})

// NewTable reads a table from JSON: an array of rows as in images.json.
func NewTable(data []byte) (*Table, error) {
	var rows []row
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, err
	}
	t := &Table{byName: map[string][]row{}}
	for _, r := range rows {
		key := r.Image
		if i := strings.IndexByte(key, '*'); i >= 0 {
			key = path.Dir(key) + "/"
		}
		t.byName[key] = append(t.byName[key], r)
	}
	return t, nil
}

// mirrors hold the official images under their familiar names.
var mirrors = []string{"public.ecr.aws/docker/library/", "mirror.gcr.io/library/", "registry.hub.docker.com/library/"}

// Config implements [Images]. An image named by digest alone is unknown.
func (t *Table) Config(ref string) (Config, bool) {
	name, tag, ok := splitReference(ref)
	if !ok {
		return Config{}, false
	}
	for _, m := range mirrors {
		name = strings.TrimPrefix(name, m)
	}
	for _, key := range []string{name, path.Dir(name) + "/"} {
		for _, r := range t.byName[key] {
			if ok, _ := path.Match(r.Image, name); ok && r.hasTag(tag) {
				return r.Config, true
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
		if ok, _ := path.Match(pattern, tag); ok && tag != "" {
			return true
		}
	}
	return false
}
