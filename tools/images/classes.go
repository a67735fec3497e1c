package main

import (
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/tools/images/fold"
	"github.com/entrylint/entrylint/tools/images/index"
	"github.com/entrylint/entrylint/tools/images/resolve"
)

// sourceOf is where the newest Dockerfile of an image stands.
func (g *generator) sourceOf(image string) index.Source {
	names := newestFirst(g.tags(image))
	return g.tags(image)[names[0]].At(1 << 62).Source
}

// classes resolves the tags of an image and puts together those with equal
// facts. The newest tag comes first.
func (g *generator) classes(image string) ([]fold.Tag, []*facts) {
	var tags []fold.Tag
	var classes []*facts
	known := map[string]int{}
	for _, tag := range newestFirst(g.tags(image)) {
		t := fold.Tag{Name: tag, Class: fold.Unknown, Current: g.tags(image)[tag].Current}
		img, err := g.resolver.Tag(image, tag)
		switch {
		case errors.Is(err, resolve.ErrNewer): // its family's patterns answer for it
			g.notes.Printf("%s:%s: %v", image, tag, err)
			continue
		case err != nil:
			g.notes.Printf("%s:%s: %v", image, tag, err)
		case img.OnBuild != nil:
			g.notes.Printf("%s:%s: has ONBUILD", image, tag)
		case namesRelease(img.Config):
			g.notes.Printf("%s:%s: starts what is named after a release", image, tag)
		default:
			k := key(img.Config)
			n, ok := known[k]
			if !ok {
				n = len(classes)
				known[k], classes = n, append(classes, &facts{current: t.Current})
			}
			classes[n].add(img)
			t.Class = n
		}
		tags = append(tags, t)
	}
	return tags, classes
}

// newestFirst orders tags: those of today, latest first, then the last ones
// published.
func newestFirst(tags index.Tags) []string {
	names := slices.Collect(maps.Keys(tags))
	slices.SortFunc(names, func(a, b string) int {
		x, y := tags[a], tags[b]
		switch {
		case x.Current != y.Current:
			return order(x.Current)
		case (a == "latest") != (b == "latest"):
			return order(a == "latest")
		case x.Last != y.Last:
			return order(x.Last > y.Last)
		}
		return strings.Compare(a, b)
	})
	return names
}

func order(first bool) int {
	if first {
		return -1
	}
	return 1
}

// source names the Dockerfile of the newest tag; the commit as well, where no
// tag of today has these facts.
func (f *facts) source() string {
	at, file := "", f.newest.Path
	if !f.current {
		at = "@" + f.newest.Commit[:min(7, len(f.newest.Commit))]
	}
	if path.Base(file) == "Dockerfile" {
		file = path.Dir(file)
	}
	if file != "." {
		at += ":" + file
	}
	return f.newest.Repository + at
}
