package report

import (
	"encoding/hex"
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

// fingerprints tells the findings of one result apart in a way that outlives
// edits elsewhere in the file: by rule, by the text in the range with blanks
// made equal, and, where both are the same, by order.
type fingerprints map[string]int

func (seen fingerprints) of(f *rules.Finding) string {
	text := f.In.Text(f.At)
	if f.At.Empty() {
		text = f.In.Text(f.In.Line(f.In.LineAt(f.At.Start)))
	}
	key := f.Rule.Code + "\x00" + strings.Join(strings.Fields(text), " ")
	file := f.In.Name + "\x00" + key
	seen[file]++
	return hash(key, strconv.Itoa(seen[file]))
}

// hash need not withstand anybody, and those that do are much larger.
func hash(parts ...string) string {
	sum := fnv.New128a()
	sum.Write([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum.Sum(nil))
}
