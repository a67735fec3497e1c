package report

import (
	"bufio"
	"bytes"
	"encoding/json"
)

// list writes the elements of a JSON array as they come, one a line.
type list struct {
	out  *bufio.Writer
	some bool
}

func (l *list) add(v any) error {
	text, err := marshal(v)
	if err != nil {
		return err
	}
	if l.some {
		l.out.WriteByte(',')
	}
	l.some = true
	l.out.WriteByte('\n')
	l.out.Write(text)
	return nil
}

// end writes what closes the array and whatever is around it.
func (l *list) end(tail string) {
	if l.some {
		l.out.WriteByte('\n')
	}
	l.out.WriteString(tail + "\n")
}

// marshal writes JSON for people too: "&&" stays "&&".
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
