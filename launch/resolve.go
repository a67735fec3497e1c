package launch

import (
	"sync"

	"github.com/entrylint/entrylint/parser"
)

// Of resolves every stage of a file, in order. A nil images stands for the
// built-in table.
func Of(f *parser.File, images Images) []*Launch {
	if images == nil {
		images = BuiltIn()
	}
	r := &resolver{file: f, images: images, lex: newLex(f.Escape), byName: map[string]*Launch{}}
	r.globals = r.globalArgs()
	all := make([]*Launch, len(f.Stages))
	for i, stage := range f.Stages {
		all[i] = r.stage(stage)
		if stage.Name != "" {
			r.byName[stage.Name] = all[i]
		}
	}
	return all
}

type resolver struct {
	file    *parser.File
	images  Images
	lex     lexer
	globals *globals
	byName  map[string]*Launch
}

func (r *resolver) stage(stage *parser.Stage) *Launch {
	l := r.inherit(stage)
	l.otherSh = sync.OnceValue(l.replacesSh)
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
