package cli

import (
	"strings"
	"testing"
	"time"

	"gotest.tools/v3/assert"
)

func TestProgress(t *testing.T) {
	var out strings.Builder
	p := progress{to: &out, begin: time.Unix(0, 0)}
	p.draw(time.Unix(0, 999e6), 5, 0)
	p.erase()
	assert.Equal(t, out.String(), "", "a short run says nothing")
	p.draw(time.Unix(1, 0), 812, 0)
	p.draw(time.Unix(2, 0), 812, 1204)
	p.erase()
	p.erase()
	assert.Equal(t, out.String(), "\r\x1b[Klinted 812 files…\r\x1b[Klinted 812 of 1,204 files…\r\x1b[K")
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		assert.Equal(t, grouped(n), want)
	}
}
