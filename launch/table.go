package launch

import (
	_ "embed"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
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
	json  string   // sorted by image, one row a line
	known sync.Map // []entry by the prefix they were found by
	asked sync.Map // *Config by the references of known images, for the first maxAsked
	count atomic.Int32
}

// BuiltIn returns the table of well-known images that is part of the program.
var BuiltIn = sync.OnceValue(func() *Table { return NewTable(builtInJSON) })

// NewTable returns a table of rows that are written like launch/images.json:
// sorted by image, one row a line.
func NewTable(rows string) *Table { return &Table{json: rows} }

// entry is a row that is decoded when its image and one of its tags are asked
// for: decoding all rows of an image takes longer than linting a file.
type entry struct {
	image string
	tags  []string // patterns; none for every tag
	row   func() row
}

// entriesOf finds the rows of the images whose names begin with a prefix; a
// closing quote makes it a whole name.
func entriesOf(table, prefix string) (all []entry) {
	prefix = imageKey + prefix
	for at := firstRow(table, prefix); strings.HasPrefix(table[at:], prefix); {
		next := nextRow(table, at)
		all = append(all, readEntry(strings.TrimRight(table[at:next], ",\n")))
		at = next
	}
	return all
}

// The beginning of a row, as encoding/json writes it.
const (
	imageKey = `{"image":"`
	tagsKey  = `,"tags":["`
)

// readEntry reads image and tags by their place in a line.
func readEntry(line string) entry {
	image, rest, _ := strings.Cut(strings.TrimPrefix(line, imageKey), `"`)
	e := entry{image: image, row: sync.OnceValue(func() row { return readRow(line) })}
	if list, tagged := strings.CutPrefix(rest, tagsKey); tagged {
		list, _, _ = strings.Cut(list, `"]`)
		e.tags = strings.Split(list, `","`)
	}
	return e
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

func (t *Table) entries(prefix string) []entry {
	if all, ok := t.known.Load(prefix); ok {
		return all.([]entry)
	}
	all := entriesOf(t.json, prefix)
	if len(all) > 0 {
		t.known.Store(prefix, all)
	}
	return all
}

// mirrors hold the official images under their familiar names.
var mirrors = []string{"public.ecr.aws/docker/library/", "mirror.gcr.io/library/", "registry.hub.docker.com/library/"}

// maxAsked is how many references are kept: files of a project share a few.
const maxAsked = 500

// Config implements [Images]. An image named by digest alone is unknown where
// its tags differ.
func (t *Table) Config(ref string) (Config, bool) {
	if a, ok := t.asked.Load(ref); ok {
		return *a.(*Config), true
	}
	config, known := t.config(ref)
	if known && t.count.Add(1) <= maxAsked {
		t.asked.Store(ref, &config)
	}
	return config, known
}

func (t *Table) config(ref string) (Config, bool) {
	name, tag, ok := splitReference(ref)
	if !ok {
		return Config{}, false
	}
	for _, m := range mirrors {
		name = strings.TrimPrefix(name, m)
	}
	r, ok := t.find(name+`"`, name, tag)
	if !ok {
		r, ok = t.find(path.Dir(name)+"/", name, tag)
	}
	return r.Config, ok && !r.Unknown && (tag != "" || len(r.Tags) == 0)
}

// find returns the first row for an image and a tag among those of a prefix.
func (t *Table) find(prefix, name, tag string) (row, bool) {
	for _, e := range t.entries(prefix) {
		if ok, _ := path.Match(e.image, name); ok && (e.hasTag(tag) || tag == "") {
			return e.row(), true
		}
	}
	return row{}, false
}

func (e entry) hasTag(tag string) bool {
	return len(e.tags) == 0 || slices.ContainsFunc(e.tags, func(pattern string) bool { return matches(pattern, tag) })
}

// matches goes by what stands in front of the first wildcard first, which tells
// most patterns from a tag.
func matches(pattern, tag string) bool {
	wild := strings.IndexAny(pattern, `*?[\`)
	if wild < 0 {
		return pattern == tag
	}
	if !strings.HasPrefix(tag, pattern[:wild]) {
		return false
	}
	ok, _ := path.Match(pattern, tag)
	return ok
}
