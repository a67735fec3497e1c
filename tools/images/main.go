// Command images writes launch/images.json, the table of what well-known images
// set, from a folder of clones: the index of the official images, and the
// repositories with their Dockerfiles. It needs git and no network.
//
//	images -mirrors DIR -o FILE [IMAGE...]
//
// It reads which Dockerfile every tag was last built from, resolves that the
// way the linter does, over base images resolved the same way, reads the
// entrypoint's script and what RUN installs, and folds tags with equal facts
// into patterns. Rows that no Dockerfile can tell are kept by hand, in data/.
package main

import (
	"embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"

	"github.com/entrylint/entrylint/tools/images/clones"
)

//go:embed data
var data embed.FS

func main() {
	mirrors := flag.String("mirrors", "", "`folder` of clones, each at OWNER/NAME or OWNER+NAME")
	out := flag.String("o", "", "`file` to write")
	verbose := flag.Bool("v", false, "say of every tag that is left unknown why it is")
	flag.Parse()
	log.SetFlags(0)
	log.SetPrefix("images: ")
	if *mirrors == "" || *out == "" {
		log.Fatal("-mirrors and -o are needed")
	}
	notes := io.Discard
	if *verbose {
		notes = os.Stderr
	}
	hand, err := fs.Sub(data, "data")
	if err != nil {
		log.Fatal(err)
	}
	if err := run(*mirrors, hand, *out, flag.Args(), notes); err != nil {
		log.Fatal(err)
	}
}

func run(mirrors string, hand fs.FS, out string, only []string, notes io.Writer) error {
	table, missing, err := generate(mirrors, hand, only, notes)
	if err != nil {
		return err
	}
	for _, name := range missing {
		log.Print("no clone of ", name)
	}
	return os.WriteFile(out, table, 0o644)
}

// generate returns the table, and the repositories that are not among the
// clones. Only names the images that are wanted, none for all.
func generate(mirrors string, hand fs.FS, only []string, notes io.Writer) (table []byte, missing []string, err error) {
	text, err := fs.ReadFile(hand, "moved.json")
	if err != nil {
		return nil, nil, err
	}
	var moved [][]string
	if err := json.Unmarshal(text, &moved); err != nil {
		return nil, nil, fmt.Errorf("moved.json: %w", err)
	}
	folder, err := clones.Open(mirrors, moved)
	if err != nil {
		return nil, nil, err
	}
	defer folder.Close()
	g, err := newGenerator(folder, hand, notes)
	if err != nil {
		return nil, nil, err
	}
	table, err = write(g.table(only))
	return table, folder.Missing(), err
}
