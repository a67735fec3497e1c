package index

import (
	"encoding/json"
	"maps"
	"regexp"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/tools/images/clones"
)

// ManifestRepository has the Dockerfiles of the .NET images, and in
// manifest.json which tag is built from which.
const ManifestRepository = "dotnet/dotnet-docker"

// ReadManifests follows manifest.json through its history.
func ReadManifests(repo *clones.Repo) (map[string]Tags, error) {
	log, err := repo.Git("log", "--first-parent", "--reverse", "--format=%H %ct", "HEAD", "--", "manifest.json", "manifest.versions.json")
	if err != nil {
		return nil, err
	}
	all := map[string]Tags{}
	var now map[string]map[string]Source
	for line := range strings.Lines(log) {
		words := strings.Fields(line)
		when, _ := strconv.ParseInt(words[1], 10, 64)
		next, ok := readManifest(repo, words[0])
		if !ok {
			continue
		}
		now = next
		for image, sources := range now {
			if all[image] == nil {
				all[image] = Tags{}
			}
			all[image].publish(sources, when)
		}
	}
	for image, sources := range now {
		for tag := range sources {
			all[image][tag].Current = true
		}
	}
	return all, nil
}

var trailingComma = regexp.MustCompile(`,(\s*[}\]])`)

func readManifest(repo *clones.Repo, commit string) (map[string]map[string]Source, bool) {
	var m manifest
	if !m.read(repo, commit, "manifest.json") {
		return nil, false
	}
	for _, file := range m.Includes {
		m.read(repo, commit, file)
	}
	all := map[string]map[string]Source{}
	for _, r := range m.Repos {
		name := m.expand(r.Name)
		if registry := m.expand(m.Registry); registry != "" && !strings.HasPrefix(name, "microsoft/") {
			name = registry + "/" + name
		}
		now := map[string]Source{}
		for _, image := range r.Images {
			m.publish(now, image.Platforms, image.SharedTags, commit)
		}
		all[name] = now
	}
	return all, true
}

// read adds a file to the manifest: objects are merged, lists appended.
func (m *manifest) read(repo *clones.Repo, commit, file string) bool {
	text, ok := repo.File(commit, file)
	if !ok {
		return false
	}
	var next manifest
	if json.Unmarshal([]byte(trailingComma.ReplaceAllString(text, "$1")), &next) != nil {
		return false
	}
	if m.Variables == nil {
		m.Registry, m.Includes, m.Variables = next.Registry, next.Includes, map[string]any{}
	}
	maps.Copy(m.Variables, next.Variables)
	maps.Copy(m.Variables, next.TagVariables)
	m.Repos = append(m.Repos, next.Repos...)
	return true
}
