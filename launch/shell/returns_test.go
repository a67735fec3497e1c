package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestFirstReturn(t *testing.T) {
	for _, tc := range []struct {
		text string
		line int // 0 for none
	}{
		{"exec srv\n", 0},
		{"exec srv\r\n", 1},
		{"set -e\nexec \"$@\"\r\n", 2},
		{"# a comment\r\nexec srv\n", 0},
		{"#!/bin/sh\r\n\r\nexec srv\n", 2},
		{"printf 'GET /\r\n\r\n' | nc a 80\n", 0},
		{"printf \"GET /\r\n\" | nc a 80\n", 0},
		{"cat <<EOF\na\r\nb\r\nEOF\nexec srv\n", 0},
		{"cat <<EOF\na\r\nEOF\nexec srv # the end\r\nexit\r\n", 5},
		{"if true; then\r\n  srv\r\nfi\r\n", 1},
		{"srv \\\r\n  --port 80\r\n", 1},
		{"exec srv\r", 0},
	} {
		at, found := shell.ParseScript(tc.text).FirstReturn()
		assert.Equal(t, found, tc.line > 0, tc.text)
		if found {
			assert.Equal(t, strings.Count(tc.text[:at], "\n")+1, tc.line, tc.text)
		}
	}
}
