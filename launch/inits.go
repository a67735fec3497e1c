package launch

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/getopt"
	"github.com/entrylint/entrylint/launch/shell"
)

// initOptions is what an init program is told, on its command line and in the
// environment.
type initOptions struct {
	getopt.Options
	shows     string // letters that make it show something, and end
	unread    string // letters that change what is started, or which signals it gets
	group     told   // to send signals to the whole process group of its child
	reaps     told   // to reap where it is not process 1
	groups    bool   // it does the first unless it is told not to
	subreaper bool   // it does the second without being told
}

// told is an option, and the variable that does the same: where it is there, or
// where it has a value.
type told struct {
	letter     rune
	env, value string
}

// Sources: tini.c (v0.19), dumb-init.c (v1.2.5), catatonit.c.
var (
	tiniOptions = &initOptions{
		Options: getopt.Options{Letters: "p:hvwgle:s"}, shows: "hl",
		group: told{letter: 'g', env: "TINI_KILL_PROCESS_GROUP"}, reaps: told{letter: 's', env: "TINI_SUBREAPER"},
	}
	dumbInitOptions = &initOptions{
		Options: getopt.Options{Letters: "hvVcr:", Long: []string{"help=h", "single-child=c", "rewrite=r", "verbose=v", "version=V"}},
		shows:   "hV", unread: "r", group: told{letter: 'c', env: "DUMB_INIT_SETSID", value: "0"}, groups: true,
	}
	catatonitOptions = &initOptions{
		Options: getopt.Options{Letters: "ghLPV", Long: []string{"version=V"}},
		shows:   "hLV", unread: "P", group: told{letter: 'g'}, subreaper: true,
	}
)

// initHop reads the options of an init. It reports false where what it starts, or
// which signals that gets, is not known.
func (p *Process) initHop(l *Launch, prog Program) bool {
	if prog.init == nil {
		return true
	}
	given, _ := prog.init.Read(p.Argv)
	p.Reaps = prog.init.subreaper || l.isTold(prog.init.reaps, given) == shell.Yes
	for _, o := range given {
		switch {
		case !o.Known, strings.ContainsRune(prog.init.unread, o.Letter):
			p.Hop, p.Why = Unknown, "the options of "+prog.Name+" are not read"
			return false
		case strings.ContainsRune(prog.init.shows, o.Letter):
			p.Hop, p.Why = None, prog.Name+" shows something about itself, and ends"
			return false
		case prog.init == tiniOptions && !tiniTakes(o):
			p.Hop, p.Why = None, prog.Name+" ends: "+refused(o)
			return false
		}
	}
	group := l.isTold(prog.init.group, given)
	if prog.init.groups {
		group = group.Not()
	}
	p.Group = group == shell.Yes
	if group == shell.NotKnown {
		p.Hop, p.Why = Unknown, "the variable "+prog.init.group.env+" is not known"
	}
	return group != shell.NotKnown
}

// taken tells what tini makes of options behind the program; what it should have
// started stays the next of the chain.
func (p *Process) taken(option Taken) {
	if option.Word != "" {
		p.Why = path.Base(p.Argv[0]) + " " + option.Effect
	}
	if option.Ends {
		p.Hop = None
	}
}

// takenByTini finds an option behind the program that is not the program's.
func (l *Launch) takenByTini(p *Process) Taken {
	if !IsTini(p.Argv[0]) || len(p.Expands) > 0 || l.Permutes(p.Argv[0]) != shell.Yes {
		return Taken{}
	}
	_, option, separated := TakenByTini(p.Argv)
	if separated {
		return Taken{}
	}
	return option
}

func (l *Launch) isTold(t told, given []getopt.Option) shell.Answer {
	if slices.ContainsFunc(given, func(o getopt.Option) bool { return o.Known && o.Letter == t.letter }) {
		return shell.Yes
	}
	v, ok := l.Env(t.env)
	switch {
	case !ok:
		return shell.No
	case t.value == "":
		return shell.Yes
	case !v.Value.Known:
		return shell.NotKnown
	}
	return shell.AnswerOf(v.Value.V == t.value)
}
