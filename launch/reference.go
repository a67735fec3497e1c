package launch

import "strings"

// ImageName returns the familiar name of an image reference: node for
// docker.io/library/node:20. It reports false for what is no reference.
func ImageName(ref string) (string, bool) {
	name, _, ok := splitReference(ref)
	return name, ok
}

// splitReference returns the familiar name and the tag of an image reference:
// node and 20 for docker.io/library/node:20. The tag is latest where neither
// tag nor digest is given, and "" for a digest alone. It reports false for what
// is no reference.
//
// The rules are those of github.com/distribution/reference, whose regular
// expressions take longer to compile than linting a Dockerfile does.
func splitReference(ref string) (name, tag string, ok bool) {
	name, digest, digested := strings.Cut(ref, "@")
	if i := strings.LastIndexByte(name, ':'); i > strings.LastIndexByte(name, '/') {
		name, tag = name[:i], name[i+1:]
		if !only(tag, tagByte) {
			return "", "", false
		}
	}
	if digested && digest == "" {
		return "", "", false
	}
	if tag == "" && !digested {
		tag = "latest"
	}
	name, ok = familiar(name)
	return name, tag, ok
}

// familiar drops Docker Hub's domain and its folder of official images.
func familiar(name string) (string, bool) {
	domain, path, found := strings.Cut(name, "/")
	if !found || !strings.ContainsAny(domain, ".:") && domain != "localhost" && domain == strings.ToLower(domain) {
		domain, path = "", name
	}
	for part := range strings.SplitSeq(path, "/") {
		if part == "" || !only(part, nameByte) {
			return "", false
		}
	}
	switch domain {
	case "", "docker.io", "index.docker.io":
		return strings.TrimPrefix(path, "library/"), true
	}
	return domain + "/" + path, validDomain(domain)
}

func validDomain(domain string) bool {
	host, port, found := strings.Cut(domain, ":")
	return only(host, tagByte) && (!found || only(port, func(c byte) bool { return '0' <= c && c <= '9' }))
}

func only(s string, valid func(byte) bool) bool {
	for i := range len(s) {
		if !valid(s[i]) {
			return false
		}
	}
	return s != ""
}

func nameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '.' || c == '_' || c == '-'
}

func tagByte(c byte) bool { return nameByte(c) || 'A' <= c && c <= 'Z' }
