package script

import "mvdan.cc/sh/v3/syntax"

// Bounds for scripts that call themselves, or that let a value grow with each
// line. What is beyond one is not known.
const (
	maxDepth   = 24
	maxSteps   = 20_000
	maxVars    = 256
	maxWays    = 64
	maxArgs    = 1_024
	maxText    = 16 << 10 // of one value, in bytes
	maxTexts   = 4 << 20  // of all values that are put together
	maxMatch   = 512      // of a value of which a pattern takes off an end
	maxMatched = 2 << 10  // of a value that a pattern is compared with
	maxTested  = 256      // words of [
	perStep    = 256      // bytes of a command that are read in one step
	perMatch   = 8        // of a value that a pattern is tried on
	perWords   = 32       // words of a command
)

// spend counts a command as so many steps as it is long; false where they are
// used up.
func (w *walker) spend(n syntax.Node) bool {
	w.steps += 1 + int(n.End().Offset()-n.Pos().Offset())/perStep
	return w.steps <= maxSteps
}

// fits counts a text that has been put together; false where it is too long, or
// too many of them are.
func (w *walker) fits(text string) bool {
	w.bytes += len(text)
	return len(text) <= maxText && w.bytes <= maxTexts
}
