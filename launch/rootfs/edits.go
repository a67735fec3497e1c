package rootfs

import (
	"slices"
	"strings"
)

// edits is about a command that rewrites the files it names, if told so.
func (c *command) edits(file string) effect {
	files := c.args
	switch c.name {
	case "sed":
		if !c.inPlace() {
			return effect{}
		}
		files = slices.DeleteFunc(slices.Clone(operands(files)), isScript)
	case "perl", "awk", "gawk":
		if !c.inPlace() {
			return effect{}
		}
	}
	m := c.match(file, files)
	switch {
	case m == other || m == above:
		return effect{}
	case c.takesReturns():
		return effect{ends: true}
	}
	return effect{edited: true}
}

// inPlace reports whether there is an option -i, alone or with others.
func (c *command) inPlace() bool {
	return slices.ContainsFunc(c.args, func(w word) bool {
		long := strings.HasPrefix(w.text, "--")
		return strings.HasPrefix(w.text, "-") && !long && strings.Contains(w.text, "i") || strings.HasPrefix(w.text, "--in-place")
	})
}

// filters reports whether perl reads the files it names, line by line, as sed
// does.
func (c *command) filters() bool {
	return slices.ContainsFunc(c.args, func(w word) bool {
		return strings.HasPrefix(w.text, "-") && !strings.HasPrefix(w.text, "-M") && strings.ContainsAny(w.text, "ip")
	})
}

// converts is about dos2unix. Behind -n there are pairs: a file that is read, and
// one that is written.
func (c *command) converts(file string) effect {
	pairs := slices.IndexFunc(c.args, func(w word) bool { return w.text == "-n" || w.text == "--newfile" })
	if pairs < 0 {
		return effect{ends: c.match(file, c.args) != other}
	}
	files := operands(c.args[pairs+1:])
	for n := 0; n+1 < len(files); n += 2 {
		switch in, out := files[n], files[n+1].match(file); {
		case out == exact && in.known && !in.glob && c.sure:
			return effect{from: in.file, ends: true, mode: uncertain}
		case out == exact, out == maybe:
			return lost
		}
	}
	return effect{}
}

// isScript tells a script of sed from a file.
func isScript(w word) bool {
	text := w.text
	if text == "" {
		text = strings.Trim(w.src, `"'`)
	}
	return strings.ContainsAny(w.text, `\$;{`) || len(text) > 1 && text[0] == 's' && strings.IndexByte("/|#,:@!", text[1]) >= 0
}

// takesReturns reports whether a command has to do with carriage returns.
func (c *command) takesReturns() bool {
	return slices.ContainsFunc(c.args, func(w word) bool {
		return strings.Contains(w.src, `\r`) || strings.Contains(w.src, `\015`) || strings.Contains(w.src, `\x0d`) || strings.Contains(w.src, `\x0D`) || strings.Contains(w.src, "^M") || strings.Contains(w.text, "\r")
	})
}

// operands leaves options out.
func operands(words []word) []word {
	return slices.DeleteFunc(slices.Clone(words), func(w word) bool { return len(w.text) > 1 && w.text[0] == '-' })
}

// hasOption reports whether there is an option of one letter, or of its long
// name.
func (c *command) hasOption(letters, long string) bool {
	return slices.ContainsFunc(c.args, func(w word) bool {
		if strings.HasPrefix(w.text, "--") {
			return long != "" && w.text == "--"+long
		}
		return len(w.text) > 1 && w.text[0] == '-' && strings.ContainsAny(w.text[1:], letters)
	})
}

// chmod is about chmod with some words behind it.
func (c *command) chmod(file string, words []word) effect {
	mode, files, recursive := chmodWords(words)
	if mode == nil {
		return effect{}
	}
	switch m := c.match(file, files); {
	case m == exact || m == above && recursive:
		return effect{mode: modeOf(*mode), doubt: !c.sure}
	case m == maybe, recursive && slices.ContainsFunc(files, func(w word) bool { return w.mayHold(file) }):
		return effect{mode: modeOf(*mode), doubt: true}
	}
	return effect{}
}

// chmodWords takes the words of chmod apart. A mode such as -x looks like an
// option; mode is nil where there is none.
func chmodWords(words []word) (mode *word, files []word, recursive bool) {
	for n, w := range words {
		switch {
		case strings.HasPrefix(w.text, "-") && strings.Trim(w.text, "-RvfcLHPh") == "" && len(w.text) > 1:
			recursive = recursive || strings.Contains(w.text, "R")
		case strings.HasPrefix(w.text, "--"):
			recursive = recursive || w.text == "--recursive"
			if strings.HasPrefix(w.text, "--reference") {
				mode = &word{}
			}
		case mode == nil:
			mode = &words[n]
		default:
			files = append(files, w)
		}
	}
	return mode, files, recursive
}

func modeOf(w word) bits {
	if w.text == "" {
		return uncertain
	}
	return chmod(w.text)
}
