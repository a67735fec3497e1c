package rootfs

import (
	"io/fs"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// bits are the execute bits of owner, group and others, as 0o111 in a mode.
// What a chmod leaves alone is not decided; what nobody knows is decided but
// not known.
type bits struct{ decided, known, set fs.FileMode }

const allBits fs.FileMode = 0o111

var (
	executable = bits{allBits, allBits, allBits}
	plain      = bits{allBits, allBits, 0}
	uncertain  = bits{decided: allBits}
)

func modeBits(m fs.FileMode) bits { return bits{allBits, allBits, m & allBits} }

// perhaps returns what is in force after an earlier change where it is not known
// whether this one is made.
func (b bits) perhaps(earlier bits) bits {
	both := b.after(earlier)
	both.known &^= b.decided &^ (earlier.known & b.known & ^(earlier.set ^ b.set))
	both.set &= both.known
	return both
}

// after returns what is in force after an earlier change.
func (b bits) after(earlier bits) bits {
	free := ^b.decided
	return bits{
		b.decided | earlier.decided,
		b.known | earlier.known&free,
		b.set | earlier.set&free,
	}
}

// answer is no where some may not execute a file and others may: who starts it
// is not known.
func (b bits) answer() shell.Answer {
	switch {
	case b.known != allBits:
		return shell.NotKnown
	case b.set == allBits:
		return shell.Yes
	case b.set == 0:
		return shell.No
	}
	return shell.NotKnown
}

// chmod reads a mode of chmod(1), octal or symbolic.
func chmod(mode string) bits {
	if n, err := strconv.ParseUint(mode, 8, 32); err == nil {
		return modeBits(fs.FileMode(n))
	}
	var all bits
	for clause := range strings.SplitSeq(mode, ",") {
		b, ok := symbolic(clause)
		if !ok {
			return uncertain
		}
		all = b.after(all)
	}
	return all
}

// symbolic reads one clause, such as u+x or a=rx-w.
func symbolic(clause string) (bits, bool) {
	at := strings.IndexAny(clause, "+-=")
	if at < 0 {
		return bits{}, false
	}
	who, ok := classes(clause[:at])
	var all bits
	for ok && clause[at:] != "" {
		op, rest := clause[at], clause[at+1:]
		end := strings.IndexAny(rest, "+-=")
		if end < 0 {
			end = len(rest)
		}
		perms := rest[:end]
		if strings.Trim(perms, "rwxXst") != "" {
			return bits{}, false // u=g
		}
		all = changed(op, strings.Contains(perms, "x"), strings.Contains(perms, "X"), who).after(all)
		at += 1 + end
	}
	return all, ok
}

// changed is what an operator does to the execute bits of some classes.
func changed(op byte, x, bigX bool, who fs.FileMode) bits {
	switch {
	case x && op != '-':
		return bits{who, who, who}
	case bigX && op == '=':
		return bits{decided: who}
	case x, op == '=':
		return bits{who, who, 0}
	}
	return bits{} // X adds nothing where nobody may execute, and little elsewhere
}

func classes(who string) (fs.FileMode, bool) {
	var m fs.FileMode
	for _, c := range who {
		switch c {
		case 'u':
			m |= 0o100
		case 'g':
			m |= 0o010
		case 'o':
			m |= 0o001
		case 'a':
			m = allBits
		default:
			return 0, false
		}
	}
	if who == "" {
		m = allBits
	}
	return m, true
}
