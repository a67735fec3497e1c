package rootfs

import (
	"path"
	"slices"
	"strings"
)

// glob is about a source with wildcards: each match is copied like a source of
// its own.
func (l *landing) glob(pattern string) (File, bool) {
	matches, known := l.from.glob(pattern)
	if known {
		for _, m := range slices.Backward(matches) {
			if f, done := l.plain(m); done {
				return f, true
			}
		}
		return File{}, false
	}
	first, _, _ := strings.Cut(l.rel, "/")
	if ok, err := path.Match(path.Base(pattern), first); ok || err != nil || l.rel == "." {
		return File{}, true
	}
	l.at.made = true
	return File{}, false
}

// withParents is about COPY --parents: the path of the source, behind /./ if it
// is there, is kept below the destination.
func (l *landing) withParents(name string) (File, bool) {
	dir, kept, pivot := strings.Cut(name, "/./")
	if !pivot {
		dir, kept = "", name
	}
	if strings.ContainsAny(name, "*?[") {
		l.at.made = true
		return File{}, path.Base(name) == "*" || path.Ext(name) == path.Ext(l.rel)
	}
	rest, ok := inside(path.Join("/", l.rel), path.Clean("/"+kept))
	if !ok {
		return File{}, false
	}
	f := l.get(path.Join(dir, kept, rest), false)
	return f, f.State != Absent
}

// remote is about ADD of a URL: a file with mode 600, or the contents of a
// repository.
func (l *landing) remote(url string) (File, bool) {
	if !strings.HasPrefix(url, "http") || strings.HasSuffix(url, ".git") || strings.Contains(url, ".git#") {
		return File{}, true
	}
	name, _, _ := strings.Cut(url, "?")
	return l.file(path.Base(name), func() File { return File{mode: plain} })
}

func isRemote(name string) bool {
	return strings.Contains(name, "://") || strings.HasPrefix(name, "git@")
}

// isArchive goes by the name; the builder looks into the file.
func isArchive(name string) bool {
	for _, end := range []string{".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst", ".tar.lzma", ".gz", ".bz2", ".xz", ".zst"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return strings.Contains(path.Base(name), ".tar")
}
