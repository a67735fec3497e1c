package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
)

// understood are commands whose effect is known.
const understood wordset.Set = "chmod cp mv install rsync ln rm unlink dos2unix fromdos sed patch ed ex awk gawk tee"

// idle are further commands that change no file of the build context that they
// do not name: they download, unpack, compile, configure the system, or look.
const idle wordset.Set = `curl wget git svn hg tar unzip zip gzip gunzip zcat bzip2 bunzip2 xz unxz zstd cpio ar gpg gpg2 openssl
	ssh-keygen ssh-keyscan envsubst jq yq sysctl update-rc.d update-alternatives update-ca-trust ldconfig passwd chpasswd chsh deluser
	delgroup userdel groupdel groupmod a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf apt-mark apt-cache apt-key apt-file aptitude
	add-apt-repository debconf-set-selections dpkg-reconfigure dpkg-divert localedef install-php-extensions docker-php-ext-install
	docker-php-ext-enable docker-php-ext-configure docker-php-source pecl pear phpenmod phpdismod yum-config-manager subscription-manager
	strip ldd nm objdump mktemp mkfifo mknod ulimit seq tac nl od xxd base64 sync free ps nproc arch printenv tty clear
	go cargo rustc rustup javac java jar jlink keytool mvn gradle sbt dotnet gcc g++ cc c++ clang tsc cmake ninja meson autoconf automake
	gem conda mamba micromamba virtualenv pipx uv corepack nvm volta easy_install crontab service systemctl fc-cache
	nginx apache2ctl httpd psql mysql redis-server initdb playwright continue break shift let
	getopts hash jobs alias unalias dig host nslookup ping ip ifconfig nc split join paste comm fold expand column cksum b2sum
	shasum rmdir truncate dd lsb_release visudo localectl timedatectl pwconv`

// idles reports whether a command leaves alone what it does not name, or its
// effect is known. What go run and the like start may do anything.
func (c *command) idles() bool {
	starts := len(c.args) > 0 && slices.Contains([]string{"run", "exec", "generate"}, c.args[0].text)
	return !starts && (understood.Has(c.name) || harmless.Has(c.name) || packageManagers.Has(c.name) || idle.Has(c.name))
}

// taskRunners manage the packages of a language and run the tasks of a project,
// in its folder.
const taskRunners wordset.Set = "npm yarn pnpm bun composer bundle poetry pipenv rake"

// verbs of taskRunners that run no task.
const verbs wordset.Set = `install ci i add remove uninstall update upgrade prune cache config set global link dedupe audit rebuild
		clean-install create-project dump-autoload dumpautoload require self-update clear-cache check lock env fetch import --version -v`

// manages reports whether one of them does not run a task.
func (c *command) manages() bool {
	all := operands(c.args)
	return len(all) == 0 && c.name != "rake" || len(all) > 0 && verbs.Has(all[0].text)
}

// builds reports whether it runs the task that makes the program.
func (c *command) builds() bool {
	return slices.ContainsFunc(c.args, func(w word) bool { return strings.HasPrefix(w.text, "build") || strings.Contains(w.text, "compile") })
}

func (c *command) asksVersion() bool {
	return len(c.args) == 1 && slices.Contains([]string{"--version", "-version", "-v", "-V", "version", "--help", "-h"}, c.args[0].text)
}

// knownModules of Python, and files that a shell or a language reads, have to do
// with no file that is copied.
const (
	knownModules wordset.Set = "pip venv compileall ensurepip virtualenv build pytest spacy nltk.downloader playwright site"
	knownFiles   wordset.Set = "manage.py setup.py get-pip.py composer-setup.php composer.phar artisan activate .bashrc .profile os-release nvm.sh env setup.bash"
)

// readsKnown reports whether a shell or a language runs something that is known,
// or a text that has to do with no file.
func (c *command) readsKnown() bool {
	for n, w := range c.args {
		next := ""
		if n+1 < len(c.args) {
			next = c.args[n+1].text
		}
		switch {
		case w.text == "-m":
			return knownModules.Has(next)
		case slices.Contains([]string{"-c", "-e", "-r"}, w.text) && !isShell(c.name):
			return next != "" && !touchesFiles(strings.ToLower(next))
		case w.text == "" || w.text[0] != '-':
			return knownFiles.Has(path.Base(strings.Trim(w.src, `"'`))) || strings.HasPrefix(w.text, "/etc/")
		}
	}
	return false
}

// touchesFiles reports whether a text in a language may change modes or line
// ends, or start what does.
func touchesFiles(text string) bool {
	return slices.ContainsFunc([]string{"chmod", "exec", "system", "process", "popen", `\r`}, func(s string) bool {
		return strings.Contains(text, s)
	})
}
