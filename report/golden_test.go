package report_test

import (
	"testing"

	"gotest.tools/v3/golden"

	"github.com/entrylint/entrylint/report"
)

func TestGolden(t *testing.T) {
	o := report.Options{Version: "1.2.3", Modules: catalog()}
	for _, format := range report.Formats() {
		t.Run(format, func(t *testing.T) {
			golden.AssertBytes(t, []byte(write(t, format, o, results(t)...)), format+".golden")
		})
	}
	t.Run("color", func(t *testing.T) {
		o.Color = true
		golden.AssertBytes(t, []byte(write(t, "text", o, results(t)...)), "color.golden")
	})
}
