package execform

import (
	"path"

	"github.com/entrylint/entrylint/rules"
)

// gets names who gets the words of a command, as far as it is known: the last
// program of the chain.
func gets(to passed) string {
	name := to.argv[0]
	if to.starts {
		name = to.prog.argv[0]
	} else if to.first > 0 {
		for p := to.start.Process; p != nil; p = p.Next {
			name = p.Argv[0]
		}
	}
	return "`" + rules.Clip(path.Base(name)) + "` gets"
}

// namesProgram reports whether a word stands where the program's name does,
// unless the entrypoint of an image that is not known takes it.
func namesProgram(to passed, i int) bool {
	return i == 0 && to.first == 0 && !to.starts
}

// getsIt says who gets a word that a shell would have replaced.
func getsIt(c *rules.Command, to passed, i int) string {
	if namesProgram(to, i) {
		return instruction(c) + " passes it on as it stands"
	}
	return gets(to) + " it as it stands"
}
