package main

import (
	"fmt"
	"io"
	"io/fs"
	"log"
	"maps"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/tools/images/clones"
	"github.com/entrylint/entrylint/tools/images/fold"
	"github.com/entrylint/entrylint/tools/images/index"
	"github.com/entrylint/entrylint/tools/images/resolve"
)

// generator makes the table.
type generator struct {
	hand     []row // kept as they are
	library  *index.Library
	manifest map[string]index.Tags
	resolver *resolve.Resolver
	notes    *log.Logger // why tags are unknown
}

func newGenerator(folder *clones.Folder, data fs.FS, notes io.Writer) (*generator, error) {
	hand, err := fs.ReadFile(data, "rows.json")
	if err != nil {
		return nil, err
	}
	programs, err := fs.ReadFile(data, "programs.json")
	if err != nil {
		return nil, err
	}
	g := &generator{notes: log.New(notes, "", 0), resolver: &resolve.Resolver{
		Hand: launch.NewTable(string(hand)), Programs: launch.NewTable(string(programs)), Clones: folder,
	}}
	g.resolver.Tags = g.tags
	if g.hand, err = readRows(hand); err != nil {
		return nil, fmt.Errorf("rows.json: %w", err)
	}
	if _, err = readRows(programs); err != nil {
		return nil, fmt.Errorf("programs.json: %w", err)
	}
	return g, g.readIndexes(folder)
}

// readIndexes reads which tags there are. The .NET images may be missing.
func (g *generator) readIndexes(folder *clones.Folder) (err error) {
	official := folder.Repos(index.LibraryRepository)
	if official == nil {
		return fmt.Errorf("no clone of %s", index.LibraryRepository)
	}
	if g.library, err = index.OpenLibrary(official[0]); err != nil {
		return err
	}
	for _, repo := range folder.Repos(index.ManifestRepository) {
		if g.manifest, err = index.ReadManifests(repo); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) tags(image string) index.Tags {
	if tags := g.manifest[image]; tags != nil {
		return tags
	}
	return g.library.Tags(image)
}

// table returns the rows of all images, or of those named.
func (g *generator) table(only []string) []row {
	rows := slices.Clone(g.hand)
	byHand := map[string]bool{}
	for _, r := range rows {
		byHand[r.Image] = true
	}
	images := only
	if len(images) == 0 {
		images = append(g.library.Images(), slices.Sorted(maps.Keys(g.manifest))...)
	}
	for _, image := range images {
		if !byHand[image] {
			rows = append(rows, g.rows(image)...)
		}
	}
	return rows
}

// rows returns the rows of one image, none where nothing is known of it.
func (g *generator) rows(image string) []row {
	tags, classes := g.classes(image)
	if len(classes) == 0 {
		return nil
	}
	var rows []row
	for _, r := range fold.Rows(tags) {
		next := row{Image: image, Tags: r.Patterns, Unknown: r.Class == fold.Unknown}
		if next.Unknown {
			next.Source = clones.Name(g.sourceOf(image).Repository)
		} else {
			f := classes[r.Class]
			next.Config, next.Source = f.Config, f.source()
		}
		rows = append(rows, next)
	}
	if len(rows) == 1 && rows[0].Unknown {
		return nil
	}
	return rows
}
