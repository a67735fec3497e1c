package launch

import (
	"encoding/json"

	"github.com/entrylint/entrylint/launch/shell"
)

// readRow decodes a line of the table by the names of its fields: before its first
// row encoding/json looks at all of a struct, which takes longer than BuildKit
// takes to read a file. A test holds the rows against encoding/json.
func readRow(line string) (r row) {
	var fields map[string]any
	_ = json.Unmarshal([]byte(line), &fields)
	text := func(name string) string { s, _ := fields[name].(string); return s }
	list := func(name string) (all []string) {
		words, _ := fields[name].([]any)
		for _, w := range words {
			s, _ := w.(string)
			all = append(all, s)
		}
		return all
	}
	r.Image, r.Tags, r.Source = text("image"), list("tags"), text("source")
	r.Unknown, _ = fields["unknown"].(bool)
	r.Config = Config{
		Entrypoint: list("entrypoint"), Cmd: list("cmd"), Shell: list("shell"), StopSignal: text("stopSignal"), User: text("user"),
		WorkingDir: text("workingDir"), Env: list("env"), OnBuild: list("onBuild"), OS: text("os"), Healthcheck: list("healthcheck"),
		Wrapper: text("wrapper"), Tools: list("tools"),
	}
	r.Sh = shell.Kind(text("sh"))
	return r
}
