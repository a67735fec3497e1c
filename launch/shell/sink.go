package shell

import "github.com/entrylint/entrylint/internal/wordset"

// sinks are what a server's output is piped into. Other pipelines end with their
// input, such as fortune | cowsay.
const sinks wordset.Set = "bunyan cronolog logger multilog pino-pretty rotatelogs svlogd systemd-cat tee ts"

// KeepsLog reports whether a program at the end of a pipeline is there for the
// output of a server.
func KeepsLog(name string) bool { return sinks.Has(name) }
