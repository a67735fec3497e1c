package resolve

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/tools/images/clones"
)

// tree is a build context: a folder of a clone at a commit.
type tree struct {
	repo   *clones.Repo
	commit string
	dir    string
}

func (t tree) read(name string) (string, bool) {
	name = path.Join(t.dir, name)
	if strings.HasPrefix(name, "../") {
		return "", false
	}
	return t.repo.File(t.commit, name)
}

// copied is a COPY or ADD.
type copied struct {
	sources []string
	to      string
	from    tree
	image   []copied // in place of from: what --from's image or stage has copied
}

// find returns the text of the file that a command line starts by a name. It
// is looked for by its base name alone: a path may be relative or hold
// variables, and PATH is not known.
func find(all []copied, name string) (string, bool) {
	for _, c := range slices.Backward(all) {
		for _, source := range c.sources {
			if text, ok := c.read(source, path.Base(name)); ok {
				return text, true
			}
		}
	}
	return "", false
}

// read returns the file that ends up under a name, if this source is it, is
// its folder, or matches it.
func (c copied) read(source, name string) (string, bool) {
	get := c.from.read
	if c.from.repo == nil {
		get = func(file string) (string, bool) { return find(c.image, file) }
	}
	matches, _ := path.Match(path.Base(source), name)
	switch renamed := len(c.sources) == 1 && path.Base(c.to) == name && !strings.HasSuffix(c.to, "/"); {
	case path.Base(source) == name, renamed:
		if text, ok := get(source); ok {
			return text, true
		}
	case matches:
		return get(path.Join(path.Dir(source), name))
	}
	if c.from.repo == nil {
		return "", false
	}
	return get(path.Join(source, name))
}

// copies lists the COPY and ADD of a stage.
func (b *build) copies(l *launch.Launch) []copied {
	var all []copied
	for _, inst := range l.Stage.Instructions {
		switch c := inst.Cmd.(type) {
		case *instructions.CopyCommand:
			next := copied{sources: c.SourcePaths, to: c.DestPath, from: b.from}
			if c.From != "" {
				next.from, next.image = tree{}, b.copiedBy(c.From)
			}
			all = append(all, next)
		case *instructions.AddCommand:
			all = append(all, copied{sources: c.SourcePaths, to: c.DestPath, from: b.from})
		}
	}
	return all
}

// copiedBy lists what a stage or an image has copied, nil for one unknown.
func (b *build) copiedBy(from string) []copied {
	l, ok := launch.Target(b.stages, from)
	if n, err := strconv.Atoi(from); err == nil && n >= 0 && n < len(b.stages) {
		l, ok = b.stages[n], true
	}
	if !ok {
		if img, err := (bases{b.Resolver, b.when}).reference(from); err == nil {
			return img.copied
		}
		return nil
	}
	all := b.copies(l)
	for _, p := range l.Parents() {
		all = append(b.copies(p), all...)
	}
	if img, err := (bases{b.Resolver, b.when}).reference(l.Root().Ref); err == nil {
		all = append(slices.Clip(img.copied), all...)
	}
	return all
}
