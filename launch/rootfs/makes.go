package rootfs

import (
	"slices"
	"strings"
)

// mayMake reports whether a RUN may make a file that no COPY or ADD puts there.
// Only commands that are known to write elsewhere do not.
func (p passed) mayMake() bool {
	all := p.commands()
	return p.opaque || slices.ContainsFunc(all, func(c command) bool { return c.mayMake(p.file) })
}

// packageManagers write to the folders of the system.
var packageManagers = strings.Fields("apt-get apt apk yum dnf microdnf tdnf zypper pacman dpkg rpm apt-key add-apt-repository debconf-set-selections update-alternatives")

// quiet are further commands that make no file, or one of the system.
var quiet = strings.Fields(`chmod dos2unix fromdos rm unlink rmdir sed perl awk gawk find xargs gpg gpg2 sysctl update-rc.d ldconfig
	passwd chpasswd chsh deluser delgroup userdel groupdel groupmod a2enmod a2dismod a2ensite a2dissite strip apt-mark
	apt-cache dpkg-reconfigure localedef install-php-extensions docker-php-ext-install docker-php-ext-enable docker-php-ext-configure
	pecl ln mkdir cd`)

func (c *command) mayMake(file string) bool {
	if m := c.match(file, c.writes); m >= maybe && m != above || c.match(file, c.appends) == exact {
		return true
	}
	switch c.name {
	case "":
		return len(c.args) > 0 || c.program.src != ""
	case "pip", "pip3", "npm", "yarn", "pnpm": // they write below the folder they run in
		return c.dir == "" || below(file, c.dir) || c.elsewhere(file)
	case "touch", "tee", "cp", "mv", "install", "ln":
		return c.puts(file)
	}
	if slices.Contains(packageManagers, c.name) {
		return c.elsewhere(file)
	}
	return !slices.Contains(quiet, c.name) && !slices.Contains(harmless, c.name)
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
		return e.end || e.from != "" || e.link != ""
	}
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
