//go:build e2e

package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var (
	docker  Docker
	payload string
)

// atOnce is how many images are tried at a time: each waits more than it works.
const atOnce = "6"

func TestMain(m *testing.M) {
	flag.Parse()
	_ = flag.Set("test.parallel", atOnce)
	dir, err := os.MkdirTemp("", "engine")
	if err == nil {
		docker = Docker{dir: dir}
		payload = filepath.Join(dir, "payload")
		err = prepare(dir)
	}
	code := 1
	if err == nil {
		code = m.Run()
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	_ = command("./engine.sh", "stop", dir)
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

func prepare(dir string) error {
	build := exec.Command("go", "build", "-buildvcs=false", "-ldflags", "-s -w", "-o", payload, "./payload")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("building the payload: %w\n%s", err, out)
	}
	cache, err := cacheDir()
	if err != nil {
		return err
	}
	if err := command("./engine.sh", "start", dir); err != nil {
		return err
	}
	return command("./images.sh", filepath.Join(dir, "docker.sock"), cache, payload)
}

// cacheDir is where file systems are kept; another one for every version of
// the script and the payload that make them.
func cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, name := range []string{"images.sh", "payload/main.go"} {
		text, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		sum.Write(text)
	}
	dir := filepath.Join(base, "entrylint-e2e", hex.EncodeToString(sum.Sum(nil))[:12])
	return dir, os.MkdirAll(dir, 0o755)
}

func command(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}
