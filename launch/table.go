package launch

import (
	_ "embed"
	"encoding/json"
	"path"
	"sort"
	"strings"
	"sync"
)

//go:embed images.json
var builtInJSON string

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
	json string   // sorted by image, one row a line
	rows sync.Map // []row by the prefix they were decoded for
}

// BuiltIn returns the table of well-known images that is part of the program.
var BuiltIn = sync.OnceValue(func() *Table { return NewTable(builtInJSON) })

// NewTable returns a table of rows that are written like launch/images.json:
// sorted by image, one row a line.
func NewTable(rows string) *Table { return &Table{json: rows} }

// decodeRows decodes the rows of the images whose names begin with a prefix; a
// closing quote makes it a whole name. Decoding the rest of the table as well
// would take as long as linting ten files.
func decodeRows(table, prefix string) (rows []row, err error) {
	prefix = `{"image":"` + prefix
	start := firstRow(table, prefix)
	end := start
	for strings.HasPrefix(table[end:], prefix) {
		end = nextRow(table, end)
	}
	if end == start {
		return nil, nil
	}
	err = json.Unmarshal([]byte("["+strings.TrimRight(table[start:end], ",\n")+"]"), &rows)
	return rows, err
}

// firstRow finds where the first row stands that is not in front of a prefix.
func firstRow(table, prefix string) int {
	before := sort.Search(len(table), func(i int) bool {
		row := table[nextRow(table, i):]
		return !strings.HasPrefix(row, "{") || row >= prefix // behind the last row is a bracket
	})
	return nextRow(table, before)
}

// nextRow is where the line behind an offset begins.
func nextRow(table string, i int) int {
	if n := strings.IndexByte(table[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(table)
}

func (t *Table) rowsOf(prefix string) []row {
	if rows, ok := t.rows.Load(prefix); ok {
		return rows.([]row)
	}
	rows, _ := decodeRows(t.json, prefix) // a test decodes all of the built-in table
	if len(rows) > 0 {
		t.rows.Store(prefix, rows)
	}
	return rows
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
	for _, prefix := range []string{name + `"`, path.Dir(name) + "/"} {
		for _, r := range t.rowsOf(prefix) {
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
