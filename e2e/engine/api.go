package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"time"
)

// container is what the engine's API says of one.
type container struct {
	Path  string
	Args  []string
	State struct {
		Pid, ExitCode int
		FinishedAt    time.Time
		Health        struct {
			Status string
			Log    []struct{ Output string }
		}
	}
}

var errNotFound = errors.New("not found")

// ask sends a request to the API of the engine, on its socket. The answer's body
// is the caller's to close.
func (d Docker) ask(method, path string) (io.ReadCloser, error) {
	socket := filepath.Join(d.dir, "docker.sock")
	transport := &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", socket)
		},
	}
	req, err := http.NewRequest(method, "http://docker/"+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := (&http.Client{Transport: transport, Timeout: patience}).Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= http.StatusBadRequest {
		defer resp.Body.Close()
		text, _ := io.ReadAll(resp.Body)
		err := fmt.Errorf("%s %s: %s %s", method, path, resp.Status, text)
		if resp.StatusCode == http.StatusNotFound {
			err = fmt.Errorf("%w: %w", errNotFound, err)
		}
		return nil, err
	}
	return resp.Body, nil
}

// tell is ask where the answer says nothing.
func (d Docker) tell(method, path string) error {
	body, err := d.ask(method, path)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, body)
	body.Close()
	return err
}

func (d Docker) inspect(name string) (container, error) {
	var c container
	body, err := d.ask("GET", "containers/"+name+"/json")
	if err != nil {
		return c, err
	}
	defer body.Close()
	return c, json.NewDecoder(body).Decode(&c)
}

// remove drops a container, or an image; a container that runs is killed. The
// engine is thrown away in the end, so nothing is lost where it cannot.
func (d Docker) remove(path string) {
	_ = d.tell("DELETE", path+"?force=1&v=1")
}
