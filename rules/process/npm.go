package process

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
)

// release is what a tag of the image node begins with, where it tells which
// release of Node.js it has: a number, or the name of a line.
var release = regexp.MustCompile(`^(\d+|argon|boron|carbon|dubnium|erbium|fermium|gallium|hydrogen|iron|jod|krypton)\b`)

// deafNpm reports whether an image may have an npm that passes no signal on:
// 9.6.7 to 10.2 came with releases of Node.js 18, 20 and 21 (nodejs/Release).
func deafNpm(ref string) bool {
	if name, ok := launch.ImageName(ref); !ok || name != "node" {
		return true
	}
	tag := release.FindString(ref[strings.LastIndexByte(ref, ':')+1:])
	return tag == "" || slices.Contains([]string{"18", "20", "21", "hydrogen", "iron"}, tag)
}
