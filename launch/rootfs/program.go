package rootfs

import (
	"slices"

	"github.com/entrylint/entrylint/launch/shell"
)

// Program tells whether a program of that name is in the image.
func (i *Image) Program(name string) shell.Answer {
	b := i.root()
	if slices.Contains(b.Tools, name) {
		return shell.Yes
	}
	return shell.NotKnown
}
