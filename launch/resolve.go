package launch

import (
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// Of resolves every stage of a file, in order. Context returns the build
// context as far as it is known; it is asked once, by the first look-up in an
// image that needs it. A nil one, and a nil result, stand for a context of which
// nothing is known, and a nil images for the built-in table.
func Of(f *parser.File, context func() *rootfs.Context, images Images) []*Launch {
	if images == nil {
		images = BuiltIn()
	}
	r := &resolver{file: f, images: images, build: rootfs.NewBuild(f, context), texts: &texts{}, parsed: commandTexts{}}
	r.globals = r.globalArgs()
	all := make([]*Launch, len(f.Stages))
	for i, stage := range f.Stages {
		all[i] = r.stage(stage)
		all[i].stages = all[:i]
		if stage.Name != "" {
			if r.byName == nil {
				r.byName = map[string]*Launch{}
			}
			r.byName[stage.Name] = all[i]
		}
	}
	return all
}

type resolver struct {
	file    *parser.File
	images  Images
	globals *globals
	byName  map[string]*Launch
	build   *rootfs.Build
	texts   *texts
	parsed  commandTexts
}

func (r *resolver) stage(stage *parser.Stage) *Launch {
	l := r.inherit(stage)
	l.build, l.texts, l.parsed = r.build, r.texts, r.parsed
	b := builder{resolver: r, Launch: l}
	for _, text := range l.Base.Config.OnBuild {
		b.applyText(text)
	}
	if p := l.Base.Parent; p != nil {
		for _, inst := range p.OnBuild {
			b.apply(inst.Trigger, Origin{At: inst.Trigger, OnBuild: inst})
		}
	}
	for _, inst := range stage.Instructions {
		b.apply(inst, Origin{At: inst})
	}
	return l
}

// Target finds the launch of the stage that [parser.File.Target] finds.
func Target(all []*Launch, name string) (*Launch, bool) {
	if len(all) == 0 {
		return nil, false
	}
	stage, ok := all[0].File.Target(name)
	if !ok {
		return nil, false
	}
	return all[stage.Index], true
}
