package index

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
)

func TestParse(t *testing.T) {
	for why, c := range map[string]struct{ text, want string }{
		"lines, before 2016": {
			"# maintainer: A <a@example.org> (@a)\n\n1.0: git://example.org/a/b@c1 one\nlatest: git://example.org/a/b@c1\n",
			"1.0=git://example.org/a/b@c1:one/Dockerfile latest=git://example.org/a/b@c1:./Dockerfile",
		},
		"fields for all images, continued lines": {
			"Maintainers: A <a@example.org> (@a),\n             B <b@example.org> (@b)\nGitRepo: https://example.org/a/b.git\n" +
				"GitCommit: c1\n\nTags: 1.0, 1,\n      latest\nDirectory: one\n\nTags: 2.0\nGitCommit: c2\nFile: Other\n",
			"1=https://example.org/a/b.git@c1:one/Dockerfile 1.0=https://example.org/a/b.git@c1:one/Dockerfile " +
				"2.0=https://example.org/a/b.git@c2:./Other latest=https://example.org/a/b.git@c1:one/Dockerfile",
		},
		"of an architecture, amd64 first": {
			"GitRepo: r\n\nTags: a\nArchitectures: arm64v8, amd64\narm64v8-GitCommit: arm\namd64-GitCommit: amd\namd64-Directory: x\n",
			"a=r@amd:x/Dockerfile",
		},
		"a tag that Windows shares is that of Linux": {
			"GitRepo: r\n\nTags: w\nSharedTags: s, o\nArchitectures: windows-amd64\nGitCommit: win\n\nTags: l\nSharedTags: s\nGitCommit: lin\n",
			"l=r@lin:./Dockerfile o=r@win:./Dockerfile(windows) s=r@lin:./Dockerfile w=r@win:./Dockerfile(windows)",
		},
		"nothing": {"", ""},
	} {
		var words []string
		now := parse(c.text)
		for _, tag := range slices.Sorted(maps.Keys(now)) {
			s := now[tag]
			word := fmt.Sprintf("%s=%s@%s:%s/%s", tag, s.Repository, s.Commit, s.Dir, s.File)
			if s.Windows {
				word += "(windows)"
			}
			words = append(words, word)
		}
		assert.Equal(t, strings.Join(words, " "), c.want, why)
	}
}

func TestAt(t *testing.T) {
	tags := Tags{}
	a, b := Source{Commit: "a"}, Source{Commit: "b"}
	tags.publish(map[string]Source{"x": a}, 10)
	tags.publish(map[string]Source{"x": a}, 20)
	tags.publish(map[string]Source{"x": b}, 30)
	for when, want := range map[int64]string{5: "a", 10: "a", 29: "a", 30: "b", 99: "b"} {
		assert.Equal(t, tags["x"].At(when).Commit, want)
	}
	assert.Equal(t, len(tags["x"].States), 2)
	assert.Equal(t, tags["x"].Last, int64(30))
}
