package engine

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// watch looks at a container that runs, and ends it.
func (d Docker) watch(name string, r *Run, o *Observed) error {
	if r.Health != "" {
		return d.health(name, o)
	}
	if err := d.ready(name); err != nil {
		return err
	}
	c, err := d.inspect(name)
	if err != nil {
		return err
	}
	cmdline, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(c.State.Pid), "cmdline"))
	if err != nil {
		return err
	}
	o.PID1 = strings.Split(strings.TrimSuffix(string(cmdline), "\x00"), "\x00")
	return d.stop(name, o)
}

// health waits for the first verdict.
func (d Docker) health(name string, o *Observed) error {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		c, err := d.inspect(name)
		if err != nil {
			return err
		}
		o.Health, o.Output = c.State.Health.Status, ""
		for _, probe := range c.State.Health.Log {
			o.Output += probe.Output + "\n"
		}
		if strings.HasSuffix(o.Health, "healthy") {
			return nil
		}
	}
	return fmt.Errorf("the health is %q", o.Health)
}

// ready waits until the payload is up.
func (d Docker) ready(name string) error {
	body, err := d.ask("GET", "containers/"+name+"/logs?stdout=1&stderr=1&follow=1")
	if err != nil {
		return err
	}
	defer body.Close()
	var seen string
	err = eachPart(body, func(text []byte) bool {
		seen += string(text)
		return !strings.Contains(seen, "READY")
	})
	if !strings.Contains(seen, "READY") {
		return fmt.Errorf("the payload is not ready: %w\n%s", err, seen)
	}
	return nil
}

func (d Docker) logs(name string) (string, error) {
	body, err := d.ask("GET", "containers/"+name+"/logs?stdout=1&stderr=1")
	if err != nil {
		return "", err
	}
	defer body.Close()
	var all bytes.Buffer
	err = eachPart(body, func(text []byte) bool {
		all.Write(text)
		return true
	})
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return all.String(), err
}

// eachPart reads what a container printed: each part has the length of its text
// in the second half of eight bytes before it.
func eachPart(r io.Reader, more func(text []byte) bool) error {
	for {
		var head [8]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return err
		}
		text := make([]byte, binary.BigEndian.Uint32(head[4:]))
		if _, err := io.ReadFull(r, text); err != nil {
			return err
		}
		if !more(text) {
			return nil
		}
	}
}

// stop ends the container as docker stop does, and looks who ended it. The
// engine's own clock is read: a busy machine delays its answer.
func (d Docker) stop(name string, o *Observed) error {
	start := time.Now()
	if err := d.tell("POST", fmt.Sprintf("containers/%s/stop?t=%.0f", name, grace.Seconds())); err != nil {
		return err
	}
	c, err := d.inspect(name)
	if err != nil {
		return err
	}
	o.Exit = c.State.ExitCode
	o.StopTook = c.State.FinishedAt.Sub(start)
	o.Output, err = d.logs(name)
	o.Stop = "killed"
	if strings.Contains(o.Output, "got ") {
		o.Stop = "handled"
	}
	return err
}
