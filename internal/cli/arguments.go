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
	known := spelled(flags)
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		name, _, hasValue := strings.Cut(arg, "=")
		flag, isFlag := known[name]
		switch {
		case arg == "--":
			a.behind = args
			return a, nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			a.operands = append(a.operands, arg)
		case !isFlag:
			return a, unknownFlag(name, known)
		case hasValue || !flag.TakesValue():
			a.flags = append(a.flags, arg)
		case len(args) == 0 || args[0] == "--" || isOneOf(known, args[0]):
			return a, fmt.Errorf("%s needs a value", name)
		default:
			a.flags = append(a.flags, arg+"="+args[0])
			args = args[1:]
		}
	}
	return a, nil
}

// spelled returns the flags by the way they are written: --name, or -n.
func spelled(flags []cli.Flag) map[string]cli.DocGenerationFlag {
	all := map[string]cli.DocGenerationFlag{}
	for _, flag := range flags {
		for _, name := range flag.Names() {
			dashes := "--"
			if len(name) == 1 {
				dashes = "-"
			}
			if f, ok := flag.(cli.DocGenerationFlag); ok {
				all[dashes+name] = f
			}
		}
	}
	return all
}

// isOneOf reports whether an argument is a flag, and so cannot be the value of
// the one before it.
func isOneOf(known map[string]cli.DocGenerationFlag, arg string) bool {
	name, _, _ := strings.Cut(arg, "=")
	return known[name] != nil
}

func unknownFlag(name string, known map[string]cli.DocGenerationFlag) error {
	names := make([]string, 0, len(known))
	for n := range known {
		if strings.HasPrefix(n, "--") { // any letter is near any other
			names = append(names, n)
		}
	}
	slices.Sort(names) // of equally near ones, always the same is named
	return suggest.WrapError(fmt.Errorf("unknown flag %s", name), name, names, true)
}
