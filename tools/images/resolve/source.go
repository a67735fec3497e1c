package resolve

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/entrylint/entrylint/tools/images/clones"
	"github.com/entrylint/entrylint/tools/images/index"
)

// ErrNewer says that a tag is built from a Dockerfile that came into its
// repository after the clone was made.
var ErrNewer = errors.New("the clone is older than this file")

// newest stands for the newest commit of a clone.
const newest = "HEAD"

// source is where a tag was built from at a time. A clone can lack the commit:
// a branch was rewritten, or the clone is older than the index. Then the next
// commit counts, in time, that the index has for the same Dockerfile; if there
// is none later, the last one before, and for a tag of today the newest that
// the clone has.
func (r *Resolver) source(image string, t *index.Tag, when int64) index.Source {
	want := t.At(when)
	if _, err := r.clone(want.Source); err == nil {
		return want.Source
	}
	var before *index.Source
	for _, s := range r.statesOf(image, want.Source) {
		if _, err := r.clone(s.Source); err != nil {
			continue
		}
		if s.Since >= want.Since {
			return s.Source
		}
		before = &s.Source
	}
	if t.Current || r.newer(want) {
		want.Commit = newest
	} else if before != nil {
		return *before
	}
	return want.Source
}

// newer reports whether a state came into the index after all that the clones
// of its repository have.
func (r *Resolver) newer(s index.State) bool {
	repos := r.Clones.Repos(s.Repository)
	return len(repos) > 0 && !slices.ContainsFunc(repos, func(repo *clones.Repo) bool { return repo.Newest() >= s.Since })
}

// statesOf lists the commits that the index has had for a Dockerfile.
func (r *Resolver) statesOf(image string, of index.Source) []index.State {
	if r.states == nil {
		r.states = map[string][]index.State{}
	}
	key := fmt.Sprint(image, of.Dir, of.File)
	if all, ok := r.states[key]; ok {
		return all
	}
	var all []index.State
	for _, t := range r.Tags(image) {
		for _, s := range t.States {
			if s.Dir == of.Dir && s.File == of.File && clones.Name(s.Repository) == clones.Name(of.Repository) {
				all = append(all, s)
			}
		}
	}
	slices.SortFunc(all, func(a, b index.State) int {
		return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.Commit, b.Commit))
	})
	r.states[key] = slices.Compact(all)
	return r.states[key]
}

// clone finds the clone that has the commit.
func (r *Resolver) clone(s index.Source) (*clones.Repo, error) {
	all := r.Clones.Repos(s.Repository)
	for _, repo := range all {
		if repo.Has(s.Commit) {
			return repo, nil
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no clone of %s", clones.Name(s.Repository))
	}
	return nil, fmt.Errorf("no commit %s in the clone of %s", s.Commit, all[0].Name)
}
