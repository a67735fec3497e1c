package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
)

// row is a row of the table, as launch reads it.
type row struct {
	Image   string   `json:"image"`
	Tags    []string `json:"tags,omitempty"` // patterns; none for every tag
	Source  string   `json:"source"`
	Unknown bool     `json:"unknown,omitempty"`
	launch.Config
}

// readRows reads a table.
func readRows(text []byte) ([]row, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	var rows []row
	if err := d.Decode(&rows); err != nil {
		return nil, err
	}
	for i, r := range rows {
		if r.Image == "" || r.Source == "" {
			return nil, fmt.Errorf("row %d has no image or no source", i+1)
		}
	}
	return rows, nil
}

// write writes a table: sorted by image, one row a line. The order of an
// image's rows stays, for the first that matches counts.
func write(rows []row) ([]byte, error) {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b row) int { return strings.Compare(a.Image, b.Image) })
	var b bytes.Buffer
	b.WriteString("[")
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i, r := range rows {
		if i > 0 {
			b.Truncate(b.Len() - 1) // the encoder's line feed
			b.WriteString(",")
		}
		b.WriteString("\n")
		if err := e.Encode(r); err != nil {
			return nil, err
		}
	}
	b.WriteString("]\n")
	return b.Bytes(), nil
}
