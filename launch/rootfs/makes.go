package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
)

// mayMake reports whether a RUN may make a file that no COPY or ADD puts there.
// Only commands that are known to write elsewhere do not.
func (p passed) mayMake() bool {
	all := p.commands()
	return p.opaque || slices.ContainsFunc(all, func(c command) bool { return c.mayMake(p.file) })
}

// packageManagers write to the folders of the system.
const packageManagers wordset.Set = "apt-get apt apk yum dnf microdnf tdnf zypper pacman dpkg rpm apt-key add-apt-repository debconf-set-selections update-alternatives"

// quiet are further commands that make no file, or one of the system.
const quiet wordset.Set = `chmod dos2unix fromdos rm unlink rmdir sed awk gawk gpg gpg2 sysctl update-rc.d ldconfig
	passwd chpasswd chsh deluser delgroup userdel groupdel groupmod a2enmod a2dismod a2ensite a2dissite strip apt-mark
	apt-cache dpkg-reconfigure localedef install-php-extensions docker-php-ext-install docker-php-ext-enable docker-php-ext-configure
	pecl ln mkdir cd setfacl`

func (c *command) mayMake(file string) bool {
	if m := c.match(file, c.writes); m >= maybe && m != above || c.match(file, c.appends) == exact {
		return true
	}
	if all, ok := c.forMany(); ok {
		return slices.ContainsFunc(all, func(inner command) bool { return inner.mayMake(file) })
	}
	if may, known := c.makes(file); known {
		return may
	}
	return !quiet.Has(c.name) && !harmless.Has(c.name)
}

// makes is about commands that are known to make some files.
func (c *command) makes(file string) (may, known bool) {
	switch c.name {
	case "":
		return len(c.args) > 0 || c.program.src != "", true
	case "pip", "pip3", "npm", "yarn", "pnpm": // they write below the folder they run in
		return c.dir == "" || below(file, c.dir) || c.elsewhere(file), true
	case "touch", "tee", "cp", "mv", "install", "ln":
		return c.puts(file), true
	case "perl":
		return !c.filters(), true
	case "sort", "uniq":
		m := c.match(file, c.args)
		return m == exact || m == maybe, true
	case "sed", "awk", "gawk": // a script of theirs may write a file
		return slices.ContainsFunc(c.args, func(w word) bool { return strings.Contains(w.src, file) }), true
	case "useradd", "adduser":
		return c.hasOption("k", "skel"), true
	}
	known = packageManagers.Has(c.name)
	return known && (c.elsewhere(file) || c.installsTo(file)), known
}

// puts is about commands that are told what they make.
func (c *command) puts(file string) bool {
	switch c.name {
	case "touch", "tee":
		m := c.match(file, c.args)
		return m == exact || m == maybe
	case "cp", "mv", "install":
		t, ok := c.transfer()
		return ok && (t.dest.match(file) != other || t.dest.mayHold(file))
	default: // ln
		e := c.linked(file)
		return e.end || e.from != "" || e.link != "" || c.leadsTo(file)
	}
}

// leadsTo reports whether ln makes a link to a folder the file is in: what is
// copied to the link goes there.
func (c *command) leadsTo(file string) bool {
	files := operands(c.args)
	return c.hasOption("s", "symbolic") && len(files) > 1 && c.match(file, files[:len(files)-1]) == above
}

// installsTo reports whether a package manager may install a file there:
// packages of vendors go to /opt, and those in files may go anywhere.
func (c *command) installsTo(file string) bool {
	verb := slices.IndexFunc(c.args, func(w word) bool { return slices.Contains([]string{"install", "add", "-i", "-S", "in"}, w.text) })
	return slices.ContainsFunc(c.args[verb+1:], func(w word) bool {
		switch path.Ext(strings.Trim(w.src, `"'`)) {
		case ".deb", ".rpm", ".apk":
			return true
		}
		return verb >= 0 && c.name != "apk" && below(file, "/opt") && !strings.HasPrefix(w.text, "-") && !ofDistribution(packageName(w.text))
	})
}

// ofDistribution reports whether a package is surely none of a vendor.
func ofDistribution(name string) bool {
	return single.Has(name) || withoutBash.Has(name) || strings.HasSuffix(name, "-dev") ||
		strings.HasPrefix(name, "lib") || strings.HasPrefix(name, "python3-") || strings.HasPrefix(name, "build-")
}

// elsewhere reports whether a package manager is told to install below another
// folder, which the file may be in.
func (c *command) elsewhere(file string) bool {
	return slices.ContainsFunc(c.args, func(w word) bool {
		for _, option := range []string{"root", "target", "prefix", "--dir"} {
			if strings.Contains(w.src, option) {
				return true
			}
		}
		return w.match(file) == above
	})
}
