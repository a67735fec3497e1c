package execform

import (
	"encoding/json"
	"testing"

	"gotest.tools/v3/assert"
)

// Whatever the text, reading ends, all places lie in the text and in order, and
// no fault is found exactly where the text is JSON up to the array's end.
func FuzzReadArray(f *testing.F) {
	for _, text := range []string{
		`["a", "b"]`, `['a', "b]`, `[“a”, 8080, [1, {"x": null}]] # c`, `["a, "b"; "c"}`, `["\d\u12\""] || x`, "[\u00a0`a`, b c", `["\`,
	} {
		f.Add(text[1:])
	}
	f.Fuzz(func(t *testing.T, rest string) {
		text := "[" + rest
		a := readArray(text)
		assert.Assert(t, 0 < a.end && a.end <= len(text))
		last := 0
		for _, w := range a.words {
			assert.Assert(t, last <= w.at.Start && w.at.Start <= w.at.End && w.at.End <= a.end, "%q: %v", text, a.words)
			last = w.at.End
		}
		for _, fault := range a.faults {
			assert.Assert(t, 0 <= fault.at.Start && fault.at.Start < fault.at.End && fault.at.End <= len(text), "%q: %v", text, fault)
			a.what(fault)
		}
		assert.Equal(t, len(a.faults) == 0, json.Valid([]byte(text[:a.end])), "%q: %v", text, a.faults)
	})
}
