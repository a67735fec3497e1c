package resolve

import (
	"regexp"
	"slices"
	"strings"
)

// replacesSh reports whether a command puts another shell at /bin/sh.
func replacesSh(words []string) bool {
	isSh := func(w string) bool {
		return slices.Contains([]string{"sh", "/bin/sh", "/usr/bin/sh"}, strings.Trim(w, `"'`))
	}
	switch words[0] {
	case "ln", "mv", "cp", "install", "update-alternatives", "dpkg-divert":
		return slices.ContainsFunc(words[1:], isSh)
	case "dpkg-reconfigure":
		return slices.Contains(words, "dash")
	}
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(w, "-binsh") })
}

var (
	virtual  = regexp.MustCompile(`^(--virtual|-t)(=|$)`)
	operands = regexp.MustCompile(`^[a-z0-9][\w.+-]*`)
	tryGosu  = regexp.MustCompile(`gosu (nobody true|--version)`)
)

// packages drops options, variables and versions.
func packages(words []string) []string {
	var all []string
	for _, w := range words {
		w = strings.Trim(w, `"'`)
		if name := operands.FindString(w); name != "" {
			all = append(all, name)
		} else if strings.HasPrefix(w, ".") { // the name of a group
			all = append(all, w)
		}
	}
	return all
}

func groupOf(words []string) string {
	i := slices.IndexFunc(words, virtual.MatchString)
	if i < 0 {
		return ""
	}
	if _, name, ok := strings.Cut(words[i], "="); ok {
		return strings.Trim(name, `"'`)
	}
	if i+1 < len(words) {
		return strings.Trim(words[i+1], `"'`)
	}
	return ""
}
