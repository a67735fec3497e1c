package fold

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

var (
	versioned = regexp.MustCompile(`^(v?\d[\w.]*?)(?:-(.*))?$`)
	digits    = regexp.MustCompile(`[\d.]+$`)
	stars     = regexp.MustCompile(`\*+`)
)

// describe lists patterns that match a tag and say something of it: the tag
// itself, the beginning of its version, a word behind it, and both.
func describe(tag string) []string {
	version, words := "", tag
	if m := versioned.FindStringSubmatch(tag); m != nil {
		version, words = m[1], m[2]
	}
	starts, ends := ofVersion(version), ofWords(words)
	all := map[string]bool{tag: true}
	for _, start := range starts {
		all[start] = words == "" || strings.HasSuffix(start, "*")
		for _, end := range ends {
			if strings.HasSuffix(start, "*") && strings.HasPrefix(end, "*") {
				all[start+end[1:]] = true
			} else {
				all[start+"-"+end] = true
			}
		}
	}
	for _, end := range ends {
		all["*"+end] = true
		all["*-"+strings.TrimLeft(end, "*-")] = true
		all[end] = version == ""
	}
	return matching(all, tag)
}

// matching keeps the patterns that match the tag.
func matching(all map[string]bool, tag string) []string {
	kept := map[string]bool{}
	for pattern, wanted := range all {
		pattern = stars.ReplaceAllString(pattern, "*")
		if ok, _ := path.Match(pattern, tag); wanted && ok && pattern != "*" && pattern != "" {
			kept[pattern] = true
		}
	}
	return slices.Sorted(maps.Keys(kept))
}

// ofVersion describes a version such as 8.15.1: 8*, 8.*, 8.15*, 8.15[^0-9]* …
func ofVersion(version string) []string {
	if version == "" {
		return nil
	}
	all := []string{version, version + "*"}
	parts := strings.Split(version, ".")
	for n := 1; n <= min(3, len(parts)); n++ {
		start := strings.Join(parts[:n], ".")
		all = append(all, start, start+"*", start+"[^0-9]*", start+".*")
	}
	major := strings.TrimRight(parts[0], "abcdefghijklmnopqrstuvwxyz") // 8 of 8u292
	if i := strings.IndexAny(strings.TrimPrefix(parts[0], "v"), "abcdefghijklmnopqrstuvwxyz_"); i > 0 {
		major = parts[0][:i]
	}
	return append(all, major+"*", major+"[^0-9]*")
}

// ofWords describes what stands behind a version, such as
// apache-bookworm or fpm-alpine3.20.
func ofWords(words string) []string {
	if words == "" {
		return nil
	}
	all := []string{words, "*", strings.TrimRight(words, "0123456789.") + "*"}
	parts := strings.Split(words, "-")
	for _, word := range parts {
		for _, w := range []string{word, digits.ReplaceAllString(word, "")} {
			if len(w) > 1 {
				all = append(all, "*"+w+"*", "*-"+w+"*", w+"*", "*"+w)
			}
		}
	}
	if len(parts) > 1 {
		first, last := digits.ReplaceAllString(parts[0], ""), digits.ReplaceAllString(parts[len(parts)-1], "")
		all = append(all, parts[0]+"-"+last+"*", first+"*-"+last+"*", first+"*"+last+"*")
	}
	return all
}
