package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/moby/buildkit/util/suggest"
	"github.com/urfave/cli/v2"
)

// arguments is what stands behind a command, taken apart. The command line
// library stops reading flags at the first path; here they may stand anywhere
// before "--".
type arguments struct {
	flags    []string // --name or --name=value
	operands []string // what is no flag
	behind   []string // what follows "--", untouched
}

// paths returns the operands on both sides of "--".
func (a *arguments) paths() []string { return append(slices.Clone(a.operands), a.behind...) }

// splitArguments takes args apart, given the flags of the command.
func splitArguments(args []string, flags []cli.Flag) (arguments, error) {
	var a arguments
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		name, _, hasValue := strings.Cut(arg, "=")
		flag := flagOf(name, flags)
		switch {
		case arg == "--":
			a.behind = args
			return a, nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			a.operands = append(a.operands, arg)
		case flag == nil:
			return a, unknownFlag(name, flags)
		case hasValue || !takesValue(flag):
			a.flags = append(a.flags, arg)
		case len(args) == 0 || args[0] == "--" || isFlag(args[0], flags):
			return a, fmt.Errorf("%s needs a value", name)
		default:
			a.flags = append(a.flags, arg+"="+args[0])
			args = args[1:]
		}
	}
	return a, nil
}

// flagOf is the flag that is written --name or -n, nil if there is none.
func flagOf(written string, flags []cli.Flag) cli.Flag {
	for _, flag := range flags {
		if slices.ContainsFunc(names(flag), func(name string) bool { return spelled(name) == written }) {
			return flag
		}
	}
	return nil
}

// isFlag reports whether an argument is a flag, and so cannot be the value of
// the one before it.
func isFlag(arg string, flags []cli.Flag) bool {
	written, _, _ := strings.Cut(arg, "=")
	return flagOf(written, flags) != nil
}

// names are what a flag is called. The library finds them with a regular
// expression, for all flags of a command that takes as long as reading a small
// Dockerfile.
func names(flag cli.Flag) []string {
	switch f := flag.(type) {
	case *cli.BoolFlag:
		return append([]string{f.Name}, f.Aliases...)
	case *cli.GenericFlag:
		return []string{f.Name}
	case *cli.IntFlag:
		return []string{f.Name}
	case *cli.StringFlag:
		return []string{f.Name}
	}
	return flag.Names()
}

func spelled(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func takesValue(flag cli.Flag) bool {
	f, ok := flag.(cli.DocGenerationFlag)
	return ok && f.TakesValue()
}

func unknownFlag(name string, flags []cli.Flag) error {
	var all []string
	for _, flag := range flags {
		for _, n := range names(flag) {
			if len(n) > 1 { // any letter is near any other
				all = append(all, spelled(n))
			}
		}
	}
	slices.Sort(all) // of equally near ones, always the same is named
	return suggest.WrapError(fmt.Errorf("unknown flag %s", name), name, all, true)
}
