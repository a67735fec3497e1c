package main

import (
	"encoding/json"
	"regexp"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/tools/images/resolve"
)

// facts are what the tags of one row have in common.
type facts struct {
	launch.Config
	newest  *resolve.Image
	current bool // a tag of today has these facts
}

// telling are tools that tell tags apart: a rule may ask for them. Of the
// others a row names those that all its tags have.
var telling = []string{"bash", "git"}

// key is equal for tags with equal facts. The names of variables do not count:
// a row has all of its tags together, for what it has not is taken to be unset.
func key(c launch.Config) string {
	c.Env = nil
	c.Tools = slices.DeleteFunc(slices.Clone(c.Tools), func(tool string) bool { return !slices.Contains(telling, tool) })
	b, _ := json.Marshal(c) // of strings and lists of strings
	return string(b)
}

// add takes in another tag with the same key.
func (f *facts) add(img *resolve.Image) {
	if f.newest == nil {
		f.Config, f.newest = img.Config, img
		return
	}
	f.Env = slices.Concat(f.Env, img.Env)
	slices.Sort(f.Env)
	f.Env = slices.Compact(f.Env)
	f.Tools = slices.DeleteFunc(slices.Clone(f.Tools), func(tool string) bool { return !slices.Contains(img.Tools, tool) })
}

// release is the number of a release. One with four parts is an address.
var release = regexp.MustCompile(`(^|[^\d.])\d+\.\d+\.\d+($|[^\d.])`)

// namesRelease reports whether what an image starts has the number of a release
// in it. The next one has another, so the facts are those of no pattern.
func namesRelease(c launch.Config) bool {
	return slices.ContainsFunc(slices.Concat(c.Entrypoint, c.Cmd, []string{c.WorkingDir}), release.MatchString)
}
