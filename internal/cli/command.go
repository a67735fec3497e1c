package cli

import (
	"errors"
	"flag"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// command is what entrylint can do: one of its subcommands or, without a
// name, linting.
type command struct {
	name  string
	intro string // the help above the flags
	flags []cli.Flag
	outro string // the help below the flags
	// run does it and returns the exit status.
	run func(arguments) (int, error)
}

func (p *program) commands() []*command {
	return []*command{p.lintCommand(), p.pid1Command(pid1), p.rulesCommand(), p.explainCommand()}
}

// dispatch runs the command that args name with their first word, else lints.
func (p *program) dispatch(args []string) (int, error) {
	all := p.commands()
	named := -1
	if len(args) > 0 {
		named = slices.IndexFunc(all[1:], func(c *command) bool { return c.name == args[0] })
	}
	if named < 0 {
		return all[0].parse(args, p.stdout)
	}
	return all[1+named].parse(args[1:], p.stdout)
}

func (c *command) parse(args []string, stdout io.Writer) (int, error) {
	c.flags = append(c.flags, &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "print this help", DisableDefaultText: true})
	a, err := splitArguments(args, c.flags)
	if err != nil {
		return notJudged, &usageError{err, c.path()}
	}
	if slices.Contains(a.flags, "--help") || slices.Contains(a.flags, "-h") {
		return clean, c.help(stdout)
	}
	if err := c.read(a.flags); err != nil {
		return notJudged, &usageError{inOurWords(err), c.path()}
	}
	return c.run(a)
}

// read sets the flags that are given. It does without the library's App, which
// brings text/template: because of that, the linker would have to keep every
// method of every type, 900 KB of them.
func (c *command) read(args []string) error {
	set := flag.NewFlagSet(c.path(), flag.ContinueOnError)
	set.SetOutput(io.Discard)
	var applied []cli.Flag
	for _, arg := range args {
		name, _, _ := strings.Cut(arg, "=")
		f := flagOf(name, c.flags)
		if slices.Contains(applied, f) {
			continue
		}
		if err := f.Apply(set); err != nil {
			return err
		}
		applied = append(applied, f)
	}
	return set.Parse(args)
}

// path is how the command is called.
func (c *command) path() string { return strings.TrimSpace("entrylint " + c.name) }

// inOurWords writes a flag as the user does, and says what a number is: package
// flag knows one dash only, and speaks of parsing.
func inOurWords(err error) error {
	return errors.New(strings.NewReplacer(" for flag -", " for --", " for -", " for --", ": parse error", ": want a number").Replace(err.Error()))
}
