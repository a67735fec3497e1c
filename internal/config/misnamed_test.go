package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/config"
)

func TestMisnamedConfiguration(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, ".entrylint.yml")
	assert.NilError(t, os.WriteFile(file, []byte("fail-on: never\n"), 0o600))
	assert.NilError(t, os.Mkdir(filepath.Join(dir, "app"), 0o700))
	_, err := config.Find(filepath.Join(dir, "app"))
	var bad *config.Error
	assert.Assert(t, errors.As(err, &bad), "%v", err)
	assert.ErrorContains(t, err, file+":1:1: it is not read under this name: call it .entrylint.yaml")

	assert.NilError(t, os.WriteFile(filepath.Join(dir, config.Name), nil, 0o600))
	found, err := config.Find(filepath.Join(dir, "app"))
	assert.NilError(t, err)
	assert.Equal(t, found, filepath.Join(dir, config.Name))
}
