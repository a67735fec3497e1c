package report

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// sourceRoot stands for the folder relative paths start from. GitHub takes it
// for the root of the repository.
const sourceRoot = "%SRCROOT%"

// artifact names a file: an absolute path as a file URI, any other relative to
// the source root.
func artifact(in *parser.Source) sarifArtifact {
	path := portablePath(in)
	if !filepath.IsAbs(in.Name) {
		return sarifArtifact{URI: (&url.URL{Path: path}).String(), URIBaseID: sourceRoot}
	}
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: path}).String()}
}

// sarifFixes leaves out fixes that are only to be shown: SARIF has no word for
// them, and viewers apply what they get.
func sarifFixes(fixes []rules.Fix) []sarifFix {
	var all []sarifFix
	for _, fix := range portable(fixes) {
		if fix.Safety != rules.Display && len(fix.Edits) > 0 {
			all = append(all, sarifFix{sarifMessage{Text: sentence(fix.Title)}, sarifChanges(fix.Edits)})
		}
	}
	return all
}

// sarifChanges groups edits by the file they change.
func sarifChanges(edits []parser.Edit) []sarifChange {
	var all []sarifChange
	at := map[*parser.Source]int{}
	for _, e := range edits {
		i, ok := at[e.In]
		if !ok {
			i = len(all)
			at[e.In] = i
			all = append(all, sarifChange{ArtifactLocation: artifact(e.In)})
		}
		r := sarifReplacement{DeletedRegion: region(e.In, e.At)}
		if e.New != "" {
			r.InsertedContent = &sarifMessage{Text: e.New}
		}
		all[i].Replacements = append(all[i].Replacements, r)
	}
	return all
}
