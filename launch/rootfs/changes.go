package rootfs

import (
	"path"
	"slices"
	"strings"
)

// mayChange reports whether RUN may give the permission to execute a file, or
// take carriage returns off, in a way that is not understood: a script may do
// it, a language, a tool that runs the project's own tasks, and every program
// that nobody knows. Only commands that are known to leave alone what they do
// not name do not.
func mayChange(ran []passed) bool {
	return slices.ContainsFunc(ran, passed.mayChange) || changesLinked(ran)
}

func (p passed) mayChange() bool {
	all := p.commands()
	return p.opaque || slices.ContainsFunc(all, func(c command) bool {
		return !p.defines(c.name) && c.mayChange(p.file)
	})
}

// defines reports whether the text has a function of that name: what it does is
// among the commands.
func (r *run) defines(name string) bool {
	text := r.text()
	return name != "" && strings.Contains(text, name) &&
		(strings.Contains(text, name+"()") || strings.Contains(text, name+" ()") || strings.Contains(text, "function "+name))
}

// understood are commands whose effect is known.
var understood = strings.Fields("chmod cp mv install rsync ln rm unlink dos2unix fromdos sed patch ed ex awk gawk tee")

// idle are further commands that change no file of the build context that they
// do not name: they download, unpack, compile, configure the system, or look.
var idle = strings.Fields(`curl wget git svn hg tar unzip zip gzip gunzip zcat bzip2 bunzip2 xz unxz zstd cpio ar gpg gpg2 openssl ssh-keygen
	ssh-keyscan envsubst jq yq sysctl update-rc.d update-alternatives update-ca-trust ldconfig passwd chpasswd chsh deluser delgroup
	userdel groupdel groupmod a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf apt-mark apt-cache apt-key apt-file aptitude
	add-apt-repository debconf-set-selections dpkg-reconfigure dpkg-divert localedef install-php-extensions docker-php-ext-install
	docker-php-ext-enable docker-php-ext-configure docker-php-source pecl pear phpenmod phpdismod rpmkeys yum-config-manager subscription-manager
	strip ldd nm objdump mktemp mkfifo mknod ulimit seq tac nl od xxd base64 sync free ps nproc arch printenv tty clear
	go cargo rustc rustup javac java jar jlink keytool mvn gradle sbt dotnet gcc g++ cc c++ clang tsc cmake ninja meson autoconf automake
	gem conda mamba micromamba virtualenv pipx uv corepack nvm volta easy_install crontab service systemctl fc-cache
	nginx apache2ctl httpd psql mysql redis-server initdb playwright continue break shift let
	getopts hash jobs alias unalias dig host nslookup ping ip ifconfig nc split join paste comm fold expand column cksum b2sum
	shasum rmdir truncate dd lsb_release visudo localectl timedatectl pwconv shadowconfig`)

// mayChange reports whether a command may change a file that it does not name.
func (c *command) mayChange(file string) bool {
	switch c.name {
	case "":
		return len(c.args) > 0 || c.program.src != ""
	case "setfacl", "eval":
		return true
	case "find":
		_, all := c.finds(file)
		return slices.ContainsFunc(all, func(a action) bool { return c.startsUnknown(file, a.words) })
	case "xargs":
		return c.startsUnknown(file, c.listed())
	case "npm", "yarn", "pnpm", "bun", "composer", "bundle", "poetry", "pipenv", "rake":
		return !c.manages() && (c.dir == "" || below(file, c.dir)) && !(c.builds() && path.Ext(file) == ".sh")
	case "perl":
		return !c.hasOption("ip", "")
	}
	if slices.Contains(interpreters, c.name) || slices.Contains(languages, c.name) {
		return !c.runs(file) && !c.onlyReads()
	}
	return !slices.ContainsFunc([][]string{understood, harmless, packageManagers, idle}, func(all []string) bool {
		return slices.Contains(all, c.name)
	}) && !c.asksVersion() && !c.runs(file)
}

// startsUnknown is about the command behind find -exec or xargs. A shell there
// has a text, which may do anything to the files.
func (c *command) startsUnknown(file string, words []word) bool {
	if len(words) == 0 {
		return false
	}
	inner := c.forEach(words, somewhereElse)
	return inner.mayChange(file)
}

// manages reports whether a package manager of a language does no more than
// that.
func (c *command) manages() bool {
	verbs := strings.Fields(`install ci i add remove uninstall update upgrade prune cache config set global link dedupe audit rebuild
		clean-install create-project dump-autoload dumpautoload require self-update clear-cache check lock env fetch import --version -v`)
	all := operands(c.args)
	return len(all) == 0 && c.name != "rake" || len(all) > 0 && slices.Contains(verbs, all[0].text) || c.asksVersion()
}

// builds reports whether it runs the task that makes the program.
func (c *command) builds() bool {
	return slices.ContainsFunc(c.args, func(w word) bool { return strings.HasPrefix(w.text, "build") || strings.Contains(w.text, "compile") })
}

func (c *command) asksVersion() bool {
	return len(c.args) == 1 && slices.Contains([]string{"--version", "-version", "-v", "-V", "version", "--help", "-h"}, c.args[0].text)
}

// onlyReads reports whether a shell or a language runs something that is known,
// or a text that has to do with no file.
func (c *command) onlyReads() bool {
	if c.asksVersion() {
		return true
	}
	for n, w := range c.args {
		switch next := append(c.args[n+1:len(c.args):len(c.args)], word{})[0]; {
		case w.text == "-m":
			return slices.Contains(strings.Fields("pip venv compileall ensurepip virtualenv build pytest spacy nltk.downloader playwright site"), next.text)
		case (w.text == "-c" || w.text == "-e" || w.text == "-r") && c.name != "sh" && c.name != "bash":
			return next.text != "" && !slices.ContainsFunc([]string{"chmod", "exec", "system", "process", "popen", `\r`}, func(s string) bool {
				return strings.Contains(strings.ToLower(next.text), s)
			})
		case w.text == "" || w.text[0] != '-':
			base := path.Base(strings.Trim(w.src, `"'`))
			return slices.Contains(strings.Fields("manage.py setup.py get-pip.py artisan activate .bashrc .profile os-release nvm.sh cargo/env env setup.bash"), base) ||
				strings.HasPrefix(w.text, "/etc/")
		}
	}
	return false
}

// changesLinked reports whether RUN makes a link to a file and changes it by
// that name, as chmod does.
func changesLinked(ran []passed) bool {
	var links []string
	for _, p := range ran {
		if !strings.Contains(p.text(), "ln ") {
			continue
		}
		for _, c := range p.commands() {
			if c.name == "ln" && len(links) < maxLinks {
				links = append(links, c.links(p.file)...)
			}
		}
	}
	for _, link := range links {
		for _, p := range ran {
			if slices.ContainsFunc(p.commands(), func(c command) bool {
				e := c.own(link)
				return e.mode.decided != 0 || e.edited || e.ends
			}) {
				return true
			}
		}
	}
	return false
}

// links lists the paths under which ln makes a file known.
func (c *command) links(file string) []string {
	files := operands(c.args)
	if len(files) == 1 {
		files = append(files, c.here())
	}
	t, ok := transfer{}.split(files, nil)
	if !ok || !t.dest.known {
		return nil
	}
	var all []string
	for _, src := range t.sources {
		targets := []string{src.file, absolute(path.Dir(t.dest.file), src.text), absolute(t.dest.file, src.text)}
		if src.text == "" && (src.match(file) == maybe || src.mayHold(file)) {
			targets = []string{file}
		}
		for _, target := range targets {
			if rel, in := inside(file, target); in && target != "" {
				all = append(all, path.Join(t.dest.file, rel), path.Join(t.dest.file, path.Base(target), rel))
			}
		}
	}
	return all
}
