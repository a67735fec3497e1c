package clones

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
)

// Repo is one clone.
type Repo struct {
	Name string // OWNER/NAME
	dir  string
	cat  *catFile

	newest int64
}

// catFile is a running "git cat-file --batch".
type catFile struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// Git returns what a git command prints.
func (r *Repo) Git(args ...string) (string, error) {
	out, err := exec.Command("git", append([]string{"-C", r.dir}, args...)...).Output()
	if err != nil {
		return "", fmt.Errorf("git %s in the clone of %s: %w", strings.Join(args, " "), r.Name, err)
	}
	return string(out), nil
}

// Newest is when the newest commit was made, in seconds since 1970.
func (r *Repo) Newest() int64 {
	if r.newest == 0 {
		out, _ := r.Git("log", "-1", "--format=%ct", "HEAD") // 0 for a clone without commits
		r.newest, _ = strconv.ParseInt(strings.TrimSpace(out), 10, 64)
	}
	return r.newest
}

// Has reports whether the clone has a commit.
func (r *Repo) Has(commit string) bool {
	_, ok := r.Object(commit + "^{commit}")
	return commit != "" && ok
}

// File returns a file at a commit. Symbolic links are followed.
func (r *Repo) File(commit, path string) (string, bool) {
	return r.Object(commit + ":" + path)
}

// Object returns what git cat-file knows under a name: a blob, a commit.
// It reports false for what is not there, and for a folder.
func (r *Repo) Object(name string) (string, bool) {
	if r.cat == nil && r.start() != nil || strings.ContainsAny(name, "\n") {
		return "", false
	}
	if _, err := io.WriteString(r.cat.in, name+"\n"); err != nil {
		return "", false
	}
	kind, content, err := r.cat.next()
	if err != nil || kind != "blob" && kind != "commit" {
		return "", false
	}
	return content, true
}

func (r *Repo) start() error {
	cmd := exec.Command("git", "-C", r.dir, "cat-file", "--batch", "--follow-symlinks")
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	r.cat = &catFile{cmd, in, bufio.NewReader(out)}
	return cmd.Start()
}

func (r *Repo) close() {
	if r.cat != nil {
		r.cat.in.Close()
		_ = r.cat.cmd.Wait() // git has nothing to say at the end of its input
	}
}

// next reads one answer: "HASH KIND SIZE" and the content, "NAME missing", or
// a problem with a link, such as "dangling SIZE" and the name.
func (c *catFile) next() (kind, content string, err error) {
	header, err := c.out.ReadString('\n')
	if err != nil {
		return "", "", err
	}
	words := strings.Fields(header)
	size, err := strconv.Atoi(words[len(words)-1])
	if err != nil { // missing, ambiguous
		return "", "", nil
	}
	content, err = c.read(size)
	if len(words) == 3 {
		kind = words[1]
	}
	return kind, content, err
}

// read reads a content and the line feed behind it.
func (c *catFile) read(size int) (string, error) {
	b := make([]byte, size+1)
	_, err := io.ReadFull(c.out, b)
	return string(b[:size]), err
}
