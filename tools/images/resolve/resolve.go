// Package resolve finds out what an image sets, by reading the Dockerfile it
// was built from over base images resolved the same way.
package resolve

import (
	"fmt"
	"math"
	"path"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/tools/images/clones"
	"github.com/entrylint/entrylint/tools/images/index"
)

// Image is what is known of one tag.
type Image struct {
	launch.Config
	Repository, Commit, Path string // of the Dockerfile

	copied []copied
}

// Resolver resolves images. A base image is the one of the time when the image
// built on it was last published: images are rebuilt until they vanish.
type Resolver struct {
	Hand     *launch.Table // images that are not built from a Dockerfile we can read
	Programs *launch.Table // of images by name and tag, what their own build installs
	Clones   *clones.Folder
	Tags     func(image string) index.Tags

	images map[string]*resolved
	states map[string][]index.State // of an image's Dockerfile, oldest first
}

type resolved struct {
	*Image
	error
}

// forever is a time after all others.
const forever = math.MaxInt64

// Tag resolves a tag as it was last published.
func (r *Resolver) Tag(image, tag string) (*Image, error) {
	return r.at(image, tag, forever)
}

// day is how long an image can be rebuilt after it was last published.
const day = 24 * 60 * 60

func (r *Resolver) at(image, tag string, when int64) (*Image, error) {
	if c, ok := r.Hand.Config(image + ":" + tag); ok {
		return &Image{Config: c}, nil
	}
	t := r.Tags(image)[tag]
	if t == nil {
		return nil, fmt.Errorf("image %s:%s is not known", image, tag)
	}
	if !t.Current {
		when = min(when, t.Last+day)
	}
	return r.state(image, tag, r.source(image, t, when), when)
}

// state resolves an image from a Dockerfile, once.
func (r *Resolver) state(image, tag string, s index.Source, when int64) (*Image, error) {
	if r.images == nil {
		r.images = map[string]*resolved{}
	}
	programs, _ := r.Programs.Config(image + ":" + tag)
	key := fmt.Sprint(s, " ", when, programs.Tools)
	if known := r.images[key]; known != nil {
		return known.Image, known.error
	}
	r.images[key] = &resolved{nil, fmt.Errorf("image %s:%s is built on itself", image, tag)}
	img, err := r.build(s, when)
	if err == nil {
		img.addTools(programs.Tools)
	}
	r.images[key] = &resolved{img, err}
	return img, err
}

func (r *Resolver) build(s index.Source, when int64) (*Image, error) {
	repo, err := r.clone(s)
	if err != nil {
		return nil, err
	}
	file := path.Join(s.Dir, s.File)
	text, ok := repo.File(s.Commit, file)
	if !ok && s.Commit == newest {
		return nil, fmt.Errorf("%s in %s: %w", file, repo.Name, ErrNewer)
	}
	if !ok {
		return nil, fmt.Errorf("no file %s in %s at %s", file, repo.Name, s.Commit)
	}
	f, err := parser.Parse(file, []byte(text))
	if err != nil {
		return nil, fmt.Errorf("%s in %s at %s: %w", file, repo.Name, s.Commit, err)
	}
	stages := launch.Of(f, nil, bases{r, when})
	if len(stages) == 0 {
		return nil, fmt.Errorf("no stage in %s in %s at %s", file, repo.Name, s.Commit)
	}
	b := build{Resolver: r, when: when, from: tree{repo, s.Commit, s.Dir}, stages: stages}
	img, err := b.image(stages[len(stages)-1])
	if err != nil {
		return nil, fmt.Errorf("%s in %s at %s: %w", file, repo.Name, s.Commit, err)
	}
	img.Repository, img.Commit, img.Path = repo.Name, s.Commit, file
	return img, nil
}
