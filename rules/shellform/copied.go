package shellform

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// copied reports whether COPY or ADD may put something at the target: under
// its name, or in a folder or archive that goes to one of the folders above.
func (b bringer) copied(inst *parser.Instruction, dir string) bool {
	n := len(inst.Words) - 1
	if n < 1 || strings.Contains(dir+inst.Words[n].Value, "$") {
		return true
	}
	to := rootfs.Absolute(dir, inst.Words[n].Value)
	switch {
	case to == b.target || to == "/usr"+b.target: // /bin is a link to /usr/bin in many images
		return true
	case !holds(to, b.target) && !holds(to, "/usr"+b.target):
		return false
	}
	return slices.ContainsFunc(inst.Words[:n], func(source parser.Word) bool {
		return path.Base(source.Value) == path.Base(b.target) || !b.isFile(inst, source.Value)
	})
}

// holds reports whether a path lies in a folder.
func holds(folder, name string) bool {
	return strings.HasPrefix(name, strings.TrimSuffix(folder, "/")+"/")
}

// isFile reports whether a source is surely one file, going by its name: a
// program the file starts, or a name with a well-known ending.
func (b bringer) isFile(inst *parser.Instruction, source string) bool {
	name := path.Base(source)
	switch {
	case strings.HasPrefix(source, "<<"):
		return true
	case strings.ContainsAny(source, "*?[$"), strings.HasSuffix(source, "/"), name == ".", name == "..":
		return false
	case inst.Verb.Value == "ADD" && isArchive(name):
		return false
	}
	return b.programs[name] || slices.Contains(endings, path.Ext(name))
}

// isArchive reports whether ADD unpacks a file, going by its name (BuildKit,
// ADD: tar archives, also compressed by gzip, bzip2, xz or zstd).
func isArchive(name string) bool {
	return strings.Contains(name, ".tar") || slices.Contains([]string{".tgz", ".tbz", ".txz", ".gz", ".bz2", ".xz", ".zst"}, path.Ext(name))
}

// endings of names that folders do not have.
var endings = []string{
	".bin", ".cert", ".cfg", ".conf", ".crt", ".db", ".env", ".exe", ".gz", ".html", ".ini", ".jar", ".js", ".json", ".key", ".pem",
	".properties", ".py", ".rb", ".sh", ".so", ".sql", ".tar", ".tgz", ".toml", ".txt", ".war", ".wasm", ".xml", ".yaml", ".yml", ".zip",
}
