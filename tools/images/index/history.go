package index

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/tools/images/clones"
)

// LibraryRepository is the index of the official images: the files of its
// folder library say where the Dockerfile of every tag stands.
const LibraryRepository = "docker-library/official-images"

// Library is the index of the official images, through all its history.
type Library struct {
	repo    *clones.Repo
	changes map[string][]change // by image, oldest first
	tags    map[string]Tags
}

// change is a file of the library from a time on.
type change struct {
	when int64
	blob string // "" where the file is removed
}

// OpenLibrary reads the log of the index.
func OpenLibrary(repo *clones.Repo) (*Library, error) {
	// A time before that of an earlier commit is one of a branch that was
	// merged later; --first-parent tells when it was.
	log, err := repo.Git("log", "--first-parent", "-m", "--reverse", "--no-renames", "--raw", "--no-abbrev",
		"--format=commit %ct", "HEAD", "--", "library/")
	if err != nil {
		return nil, err
	}
	l := &Library{repo: repo, changes: map[string][]change{}, tags: map[string]Tags{}}
	var when int64
	for line := range strings.Lines(log) {
		words := strings.Fields(line)
		switch {
		case len(words) == 2 && words[0] == "commit":
			t, _ := strconv.ParseInt(words[1], 10, 64)
			when = max(when, t)
		case len(words) == 6 && strings.HasPrefix(words[0], ":"):
			l.change(words[5], change{when, strings.Trim(words[3], "0")}, words[3])
		}
	}
	return l, nil
}

func (l *Library) change(path string, c change, blob string) {
	if c.blob != "" {
		c.blob = blob
	}
	image := strings.TrimPrefix(path, "library/")
	l.changes[image] = append(l.changes[image], c)
}

// Images lists the images that are or were in the library.
func (l *Library) Images() []string { return slices.Sorted(maps.Keys(l.changes)) }

// Tags returns the tags an image has or had, nil where it is not in the
// library.
func (l *Library) Tags(image string) Tags {
	if tags, ok := l.tags[image]; ok || l.changes[image] == nil {
		return tags
	}
	tags, seen := Tags{}, ""
	var now map[string]Source
	for _, c := range l.changes[image] {
		if c.blob == seen && c.blob != "" {
			continue
		}
		now, seen = nil, c.blob
		if text, ok := l.repo.Object(c.blob); ok {
			now = parse(text)
			tags.publish(now, c.when)
		}
	}
	for name := range now {
		tags[name].Current = true
	}
	l.tags[image] = tags
	return tags
}
