package resolve

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
)

// build turns what launch makes of one Dockerfile into images.
type build struct {
	*Resolver
	when   int64
	from   tree
	stages []*launch.Launch
}

// image collects what a stage sets. What launch does not know is an error.
func (b *build) image(l *launch.Launch) (*Image, error) {
	chain := append([]*launch.Launch{l}, l.Parents()...)
	slices.Reverse(chain)
	base, err := b.base(chain)
	if err != nil {
		return nil, err
	}
	img := &Image{Config: base.Config, copied: slices.Clip(base.copied)}
	img.Tools, img.Env = slices.Clone(base.Tools), slices.Clone(base.Env)
	if err := img.set(l); err != nil {
		return nil, err
	}
	for _, stage := range chain {
		if stage.EnvUnread() {
			return nil, errors.New("an ENV could not be read")
		}
		for _, v := range stage.Vars() {
			if v.Env && v.Name != "PATH" {
				img.Env = append(img.Env, v.Name)
			}
		}
		img.copied = append(img.copied, b.copies(stage)...)
		img.installs(stage)
	}
	slices.Sort(img.Env)
	img.Env = slices.Compact(img.Env)
	img.readScript()
	return img, nil
}

// base is the image at the end of the chain of stages.
func (b *build) base(chain []*launch.Launch) (*Image, error) {
	root := chain[0].Base
	if !root.Scratch() {
		if !root.Known {
			return nil, fmt.Errorf("base image %q: %w", root.Ref, b.why(root.Ref))
		}
		return bases{b.Resolver, b.when}.reference(root.Ref)
	}
	for _, stage := range chain {
		if unpacks(stage) {
			return nil, errors.New("its root filesystem was not read")
		}
	}
	return &Image{}, nil
}

func (b *build) why(ref string) error {
	if ref == "" {
		return errors.New("its name is not known")
	}
	_, err := bases{b.Resolver, b.when}.reference(ref)
	return cmp.Or(err, errors.New("not known"))
}

// unpacks reports whether a stage on scratch gets a root filesystem.
func unpacks(l *launch.Launch) bool {
	for _, inst := range l.Stage.Instructions {
		switch c := inst.Cmd.(type) {
		case *instructions.AddCommand:
			if slices.ContainsFunc(c.SourcePaths, isArchive) {
				return true
			}
		case *instructions.CopyCommand:
			if path.Clean(c.DestPath) == "/" && slices.Contains(c.SourcePaths, "/") {
				return true
			}
		}
	}
	return false
}

func isArchive(name string) bool { return strings.Contains(path.Base(name), ".t") }

// addTools notes programs that are there.
func (img *Image) addTools(names []string) {
	if img.Sh == shell.None || img.OS == "windows" {
		return
	}
	img.Tools = append(slices.Clip(img.Tools), names...)
	slices.Sort(img.Tools)
	img.Tools = slices.Compact(img.Tools)
}
