package lazyregexp_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
)

// Every expression of the program compiles, whether or not another test comes
// by its first use.
func TestEveryExpressionOfTheProgram(t *testing.T) {
	tried := 0
	err := filepath.WalkDir("../..", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); name == "testdata" || name == "tools" || name == "e2e" || strings.HasPrefix(name, ".") && name != ".." {
			return filepath.SkipDir
		}
		for _, expr := range expressions(t, dir) {
			_, err := regexp.Compile(expr)
			assert.Check(t, err, "%s: %s", dir, expr)
			tried++
		}
		return nil
	})
	assert.NilError(t, err)
	assert.Assert(t, tried > 70, "only %d expressions found", tried)
}

// expressions returns the arguments of New in the package of a folder.
func expressions(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	assert.NilError(t, err)
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		assert.NilError(t, err)
		files = append(files, file)
	}
	info := types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	// Without what the package imports there are errors, but constants have values.
	config := types.Config{Error: func(error) {}, FakeImportC: true}
	_, _ = config.Check(dir, fset, files, &info)
	var all []string
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && isNew(call) {
				value := info.Types[call.Args[0]].Value
				assert.Assert(t, value != nil, "%s: no constant", fset.Position(call.Pos()))
				all = append(all, constant.StringVal(value))
			}
			return true
		})
	}
	return all
}

func isNew(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	in, ok := f.X.(*ast.Ident)
	return ok && in.Name == "lazyregexp" && f.Sel.Name == "New"
}
