package cli

import (
	"fmt"
	"io"
	"strconv"
	"time"
)

// progress tells a person at a terminal how far a long run has come, in one
// line that is rewritten and goes away at the end.
type progress struct {
	to    io.Writer // nil for silence
	begin time.Time
	drawn bool
}

const (
	progressAfter = time.Second // a shorter run says nothing
	progressEvery = 100 * time.Millisecond
	eraseLine     = "\r\x1b[K"
)

// draw shows how many files are done. total is how many there are, 0 while
// that is not known yet.
func (p *progress) draw(now time.Time, done, total int) {
	if p.to == nil || now.Sub(p.begin) < progressAfter {
		return
	}
	count := grouped(done)
	if total > 0 {
		count += " of " + grouped(total)
	}
	_, _ = fmt.Fprintf(p.to, "%slinted %s files…", eraseLine, count)
	p.drawn = true
}

// erase makes room for other output.
func (p *progress) erase() {
	if p.drawn {
		_, _ = io.WriteString(p.to, eraseLine)
		p.drawn = false
	}
}

// grouped writes 1204 as 1,204.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// ticks sends when it is time to draw: never for silence.
func (p *progress) ticks() (tick <-chan time.Time, stop func()) {
	if p.to == nil {
		return nil, func() {}
	}
	t := time.NewTicker(progressEvery)
	return t.C, t.Stop
}
