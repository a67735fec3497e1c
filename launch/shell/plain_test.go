package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		`srv`:                         "srv",
		`  srv   --port  80 `:         "srv|--port|80",
		`srv;`:                        "srv",
		`srv "a b" 'c d' e\ f ""`:     "srv|a b|c d|e f|",
		`srv "a\"b" "c\d" \$X '$X'`:   `srv|a"b|c\d|$X|$X`,
		`srv a#b -x=%Y% @z`:           "srv|a#b|-x=%Y%|@z",
		"srv \\\n --port \\\n 80":     "srv|--port|80",
		"srv \"a\\\nb\" c\\\nd":       "srv|ab|cd",
		`/usr/sbin/nginx -g "a off;"`: "/usr/sbin/nginx|-g|a off;",
	} {
		words, ok := shell.Parse(text).Plain()
		assert.Assert(t, ok, text)
		assert.Equal(t, strings.Join(words, "|"), want, text)
	}
}

// Exec form would start something else, or nothing.
func TestNotPlain(t *testing.T) {
	for _, text := range []string{
		`srv $PORT`, `srv "${PORT}"`, `srv $(hostname)`, "srv `hostname`", `srv *.conf`, `srv a?`, `srv [ab]`, `srv {a,b}`,
		`srv ~/x`, `~/srv`, `srv HOME=~/x`, `srv $'a'`, `srv $"a"`, `srv # note`, "# note\nsrv", `srv > log`, `srv <<< a`,
		`FOO=1 srv`, `exec srv`, `srv &`, `! srv`, `a && srv`, `a; srv`, `srv | cat`, `(srv)`, `{ srv; }`,
		`cd /app`, `source /x.sh`, `. /x.sh`, `exit 1`, `export A`, `time srv`, `:`, `eval srv`, `"cd" /`,
		`f() { x; }; f`, `srv 'unclosed`, `FOO=1`, ``,
	} {
		words, ok := shell.Parse(text).Plain()
		assert.Assert(t, !ok, "%s: %q", text, words)
	}
}

func TestLongRunning(t *testing.T) {
	for text, want := range map[string]bool{
		`srv`: true, `npm start`: true, `/opt/x/bin/x`: true, `$APP`: true, `tail -f x`: true, `a && "$@"`: true, `sudo srv`: true,
		`env FOO=1 srv`: true, `env -i srv`: true, `env "A=$B" $APP`: true, `exec srv`: true,
		`echo hi`: false, `/bin/ls`: false, `a; exit 1`: false, `srv & wait`: false, `cd /x`: false, `a || true`: false,
		`env`: false, `env FOO=1`: false, `env FOO=1 ls`: false, `/usr/bin/env -i`: false, `service nginx start`: false, `. /x`: false,
		`/etc/init.d/x start`: false, `srv --version`: false, `a && srv x --help`: false, `srv -V`: false, `srv version`: false,
		`alembic upgrade head`: false, `aws s3 sync a b`: false, `timeout 60 srv`: false, `psql -f x`: false, `terraform apply`: false, `git clone x`: false, `git daemon x`: true,
		`ping -c 3 x`: false, `ping x`: true, `nc -z x 80`: false, `nc -l 80`: true, `openssl req x`: false, `openssl s_server -port 1`: true,
		`R -e "installed.packages()"`: false, `R -e "shiny::runApp()"`: true, `Rscript app.R`: true, `Rscript -e "$X"`: true,
		`srv -v`: true, `java -version`: false, `node -v`: false, `php -v srv`: true, `srv -V x`: true, `srv x version`: true, `version`: true, `[ -f x ]`: false,
	} {
		c, ok := shell.Parse(text).Last()
		assert.Assert(t, ok, text)
		assert.Equal(t, c.LongRunning(), want, text)
	}
	assert.Assert(t, !shell.Simple{}.LongRunning())
}

func TestIdle(t *testing.T) {
	for text, want := range map[string]bool{
		`sleep infinity`: true, `tail -f /dev/null`: true, `tailf /x`: true, `bash`: true, `/bin/sh -l`: true, `exec zsh`: true, `bash --rcfile /x`: true, `bash --rcfile /x srv`: false,
		`sh /start.sh`: false, `bash -c srv`: false, `bash $SCRIPT`: false, `srv`: false, `$SHELL`: false,
	} {
		c, ok := shell.Parse(text).Last()
		assert.Assert(t, ok, text)
		assert.Equal(t, c.Idle(), want, text)
	}
}

func TestIsJob(t *testing.T) {
	for text, want := range map[string]bool{
		`npm test`: true, `vite build`: true, `vite --port 80`: false, `npx prisma migrate deploy`: true, `npx serve build`: false, `kubectl apply -f x`: true, `kubectl proxy`: false, `rclone sync a b`: true, `rclone serve x`: false, `npm run test:unit`: true, `npm run build`: true, `yarn build`: true, `yarn run lint`: true, `npm i -g x`: true,
		`npm start`: false, `npm run serve`: false, `npm run`: false, `npm`: false, `npm run build:watch`: false, `npm run build -- --watch`: false,
		`bundle exec rspec`: true, `bundle exec rake db:migrate`: true, `bundle exec rake server`: false, `bundle exec puma`: false,
		`mvn clean install`: true, `mvn -q -f x/pom.xml test`: true, `mvn clean install jetty:run`: false, `mvn spring-boot:run`: false,
		`./gradlew --no-daemon build`: true, `make test`: true, `make -j4`: true, `make run`: false, `go test ./...`: true, `go run main.go`: false,
		`python -m pytest -v`: true, `python3 setup.py install`: true, `python app.py`: false, `pytest /x`: true, `gcc a.c`: true, `srv test`: false,
		`grunt build`: true, `grunt build connect:keepalive`: false, `pipenv run pytest`: true, `pipenv run python app.py`: false, `$APP test`: false, `exec`: false, `python manage.py migrate`: true, `knex migrate:latest`: true, `node migrate server.js`: false,
	} {
		c, _ := shell.Parse(text).Last()
		assert.Equal(t, c.IsJob(), want, text)
	}
}
