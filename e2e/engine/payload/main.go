// Command payload is the program that scenes run as process 1 or behind it. It
// prints its arguments as JSON, says READY, and ends when told to.
//
// With the argument --check it ends well, as a health check does.
//
// Its environment decides the rest: SRV_ONCE makes it exit at once, SRV_EXIT
// is its exit status, SRV_ENV lists names of variables to print, SRV_IGNORE
// makes it ignore signals, SRV_DAEMON makes it leave a copy in the background.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	printJSON("argv", os.Args)
	for name := range strings.FieldsSeq(os.Getenv("SRV_ENV")) {
		value, set := os.LookupEnv(name)
		printJSON("env", map[string]any{"name": name, "value": value, "set": set})
	}
	status, _ := strconv.Atoi(os.Getenv("SRV_EXIT"))
	switch {
	case slices.Contains(os.Args, "--check"):
	case os.Getenv("SRV_DAEMON") != "":
		daemonise()
	case os.Getenv("SRV_ONCE") == "":
		wait()
	}
	os.Exit(status)
}

func printJSON(key string, value any) {
	text, err := json.Marshal(value)
	if err == nil {
		fmt.Printf("%s %s\n", key, text)
	}
}

// wait blocks until a signal comes that is not to be ignored.
func wait() {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGWINCH, syscall.SIGHUP)
	fmt.Printf("READY as process %d\n", os.Getpid())
	for s := range signals {
		fmt.Printf("got %s\n", s)
		if os.Getenv("SRV_IGNORE") == "" {
			return
		}
	}
}

func daemonise() {
	child := exec.Command("/proc/self/exe")
	child.Env = append(os.Environ(), "SRV_DAEMON=")
	child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := child.Start(); err != nil {
		fmt.Println(err)
	}
}
