package index

import (
	"path"
	"regexp"
)

// manifest is what we read of manifest.json.
type manifest struct {
	Registry     string
	Includes     []string
	Variables    map[string]any
	TagVariables map[string]any
	Repos        []struct {
		Name   string
		Images []struct {
			SharedTags map[string]any
			Platforms  []platform
		}
	}
}

type platform struct {
	Dockerfile   string
	OS           string
	Architecture string
	Tags         map[string]any
}

var variable = regexp.MustCompile(`\$\((?:TagVariable:)?([^()]*)\)`)

// expand replaces $(NAME); a value can hold another name.
func (m *manifest) expand(s string) string {
	for range 9 {
		s = variable.ReplaceAllStringFunc(s, func(ref string) string {
			v, _ := m.Variables[variable.FindStringSubmatch(ref)[1]].(string)
			return v
		})
	}
	return s
}

// publish adds the tags of one image. A tag that platforms share is that of
// Linux on amd64, if there is one.
func (m *manifest) publish(now map[string]Source, platforms []platform, shared map[string]any, commit string) {
	var common *platform
	for i, p := range platforms {
		for tag := range p.Tags {
			now[m.expand(tag)] = m.source(p, commit)
		}
		if common == nil || p.rank() > common.rank() {
			common = &platforms[i]
		}
	}
	for tag := range shared {
		tag = m.expand(tag)
		if old, ok := now[tag]; common != nil && (!ok || old.Windows || common.OS != "windows") {
			now[tag] = m.source(*common, commit)
		}
	}
}

func (p platform) rank() int {
	rank := 0
	if p.OS != "windows" {
		rank += 2
	}
	if p.Architecture == "" || p.Architecture == "amd64" {
		rank++
	}
	return rank
}

func (m *manifest) source(p platform, commit string) Source {
	file := m.expand(p.Dockerfile)
	if path.Base(file) != "Dockerfile" {
		file = path.Join(file, "Dockerfile")
	}
	return Source{Repository: ManifestRepository, Commit: commit, Dir: path.Dir(file), File: "Dockerfile", Windows: p.OS == "windows"}
}
