package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch/shell"
)

// tests reads the expression of find, as far as it can be judged for one file
// by its name (POSIX find, OPERANDS).
type tests struct {
	file    string
	words   []word
	depth   int
	actions []action
}

// action is what find does to the files for which it comes to it.
type action struct {
	words   []word // of a command; {} is the file
	deletes bool
	covers  shell.Answer
}

// next takes a word off where it is one of some.
func (t *tests) next(words ...string) bool {
	if len(t.words) == 0 || !slices.Contains(words, t.words[0].text) {
		return false
	}
	t.words = t.words[1:]
	return true
}

// either reads alternatives. Come tells whether find comes to them.
func (t *tests) either(come shell.Answer) shell.Answer {
	holds := t.all(come)
	for t.next("-o", "-or", ",") {
		holds = holds.Or(t.all(come.And(holds.Not())))
	}
	return holds
}

func (t *tests) all(come shell.Answer) shell.Answer {
	holds := shell.Yes
	for len(t.words) > 0 && !slices.Contains([]string{"-o", "-or", ",", ")"}, t.words[0].text) {
		if !t.next("-a", "-and") {
			holds = holds.And(t.one(come.And(holds)))
		}
	}
	return holds
}

// maxNesting is how many brackets and negations are read in each other.
const maxNesting = 50

func (t *tests) one(come shell.Answer) shell.Answer {
	if t.depth++; t.depth > maxNesting {
		t.words = nil
		return shell.NotKnown
	}
	defer func() { t.depth-- }()
	switch {
	case t.next("!", "-not"):
		if len(t.words) == 0 {
			return shell.NotKnown
		}
		return t.one(come).Not()
	case t.next("("):
		holds := t.either(come)
		t.next(")")
		return holds
	}
	return t.primary(come)
}

// withValue are the tests that take a word.
const withValue wordset.Set = `-name -iname -path -ipath -wholename -iwholename -regex -iregex -type -xtype -perm -user -group -uid -gid
	-size -mtime -atime -ctime -mmin -amin -cmin -newer -anewer -cnewer -newermt -maxdepth -mindepth -samefile -links -inum -fstype
	-printf -fprint -fprint0 -fls -regextype -lname -ilname -used -context`

// always are words that hold for every file.
const always wordset.Set = "-print -print0 -ls -depth -d -xdev -mount -follow -daystart -noleaf -true -printf -regextype -warn -nowarn"

func (t *tests) primary(come shell.Answer) shell.Answer {
	name := t.words[0].text
	t.words = t.words[1:]
	var value word
	if withValue.Has(name) && len(t.words) > 0 {
		value, t.words = t.words[0], t.words[1:]
	}
	switch {
	case strings.HasPrefix(name, "-exec"), strings.HasPrefix(name, "-ok"):
		return t.exec(come)
	case name == "-delete":
		t.actions = append(t.actions, action{deletes: true, covers: come})
		return shell.Yes
	case always.Has(name):
		return shell.Yes
	case value.text != "":
		return t.value(name, value.text)
	}
	return shell.NotKnown
}

// exec reads a command, up to ; or +.
func (t *tests) exec(come shell.Answer) shell.Answer {
	end := slices.IndexFunc(t.words, func(w word) bool { return w.text == ";" || w.text == "+" })
	if end < 0 {
		end = len(t.words)
	}
	t.actions = append(t.actions, action{words: t.words[:end], covers: come})
	holds := shell.NotKnown
	if end < len(t.words) {
		if t.words[end].text == "+" {
			holds = shell.Yes
		}
		end++
	}
	t.words = t.words[end:]
	return holds
}

// value is about a test of the name or the type: the file is no folder.
func (t *tests) value(name, value string) shell.Answer {
	base := path.Base(t.file)
	switch name {
	case "-iname":
		base, value = strings.ToLower(base), strings.ToLower(value)
	case "-name":
	case "-type":
		return shell.AnswerOf(strings.Contains(value, "f"))
	default:
		return shell.NotKnown
	}
	ok, err := path.Match(value, base)
	if err != nil {
		return shell.NotKnown
	}
	return shell.AnswerOf(ok)
}
