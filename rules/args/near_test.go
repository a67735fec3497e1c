package args

import (
	"testing"

	"gotest.tools/v3/assert"
)

func TestNear(t *testing.T) {
	for _, pair := range [][2]string{
		{"P4DROOT", "P4ROOT"}, {"PROT", "PORT"}, {"DATA", "DATE"}, {"KAFKA_ARGS", "KAFKA_ARG"}, {"xPORT", "PORT"}, {"role", "ROLE"}, {"DATA_dir", "DATA_DIR"},
	} {
		assert.Assert(t, near(pair[0], pair[1]) && near(pair[1], pair[0]), "%v", pair)
	}
	for _, pair := range [][2]string{
		{"PORT", "PORT"}, {"PORT1", "PORT2"}, {"PORT", "PORT2"}, {"A1BC", "ABC"}, {"ABC", "ABD"}, {"HOME", "NAME"}, {"PORTS", "PO"}, {"ABCD", "BADC"}, {"", "A"},
	} {
		assert.Assert(t, !near(pair[0], pair[1]) && !near(pair[1], pair[0]), "%v", pair)
	}
}

func TestWordCounts(t *testing.T) {
	got := wordCounts([]byte("$PORT ${PORT} PORTS XPORT _PORT PORTPORT A=B"))
	assert.DeepEqual(t, got, map[string]int{"PORT": 2, "PORTS": 1, "XPORT": 1, "_PORT": 1, "PORTPORT": 1, "A": 1, "B": 1})
}
