package process

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
)

// release is what a tag of the image node begins with, where it tells which
// release of Node.js it has: a number, or the name of a line.
var release = lazyregexp.New(`^(\d+|argon|boron|carbon|dubnium|erbium|fermium|gallium|hydrogen|iron|jod|krypton)\b`)

// packaged are releases of Alpine whose package npm is another one: 3.18 and
// 3.19 were made in the time between.
var packaged = lazyregexp.New(`^3\.(\d|1[0-7]|2\d)(\.|$)`)

// deafNpm reports whether an image may have an npm that passes no signal on:
// 9.6.7 to 10.2 came with releases of Node.js 18, 20 and 21 (nodejs/Release).
func deafNpm(ref string) bool {
	name, _ := launch.ImageName(ref)
	tag := ref[strings.LastIndexByte(ref, ':')+1:]
	if name != "node" {
		return name != "alpine" || !packaged.MatchString(tag)
	}
	tag = release.FindString(tag)
	return tag == "" || slices.Contains([]string{"18", "20", "21", "hydrogen", "iron"}, tag)
}
