package intent

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
)

// vendor is an image whose own entrypoint prepares the server that it starts.
type vendor struct {
	images  []string // familiar names
	servers []string // the programs it prepares
	does    string   // what is done before, a clause behind "which"
	user    string   // whom it becomes where it is started as root; "" for nobody
	asRoot  bool     // it does nothing else where it is not started as root
	instead []string // words in COPY, ADD or RUN that say that the file does it itself
	matters []string // it matters where COPY, ADD or RUN name one of these; none for always
	source  string   // the script that was read
}

// vendors are listed with what all their versions do that the built-in table
// of images knows. MySQL and Cassandra, for one, did not always drop root.
var vendors = []vendor{
	{
		images: []string{"postgres"}, servers: []string{"postgres", "postmaster"}, user: "postgres", instead: []string{"initdb", "PG_VERSION"},
		does: "creates the database", source: "docker-library/postgres@6edb0a8c4d:docker-entrypoint.sh",
	},
	{
		images: []string{"mysql"}, servers: []string{"mysqld", "mysqld_safe"}, instead: []string{"--initialize", "mysql_install_db"},
		does: "creates the database", source: "docker-library/mysql@7f30fdb:innovation/docker-entrypoint.sh",
	},
	{
		images: []string{"mariadb"}, servers: []string{"mariadbd", "mysqld", "mysqld_safe"}, instead: []string{"mysql_install_db", "mariadb-install-db"},
		does: "creates the database", source: "MariaDB/mariadb-docker@1b6429b:main/docker-entrypoint.sh",
	},
	{
		images: []string{"mongo"}, servers: []string{"mongod"}, user: "mongodb", asRoot: true,
		does: "gives /data/db to the user mongodb", source: "docker-library/mongo@2c69a57b9:docker-entrypoint.sh",
	},
	{
		images: []string{"redis"}, servers: []string{"redis-server"}, user: "redis", asRoot: true,
		does: "gives /data to the user redis", source: "redis/docker-library-redis@e5650da9:7.4/debian/docker-entrypoint.sh",
	},
	{
		images: []string{"rabbitmq"}, servers: []string{"rabbitmq-server"}, user: "rabbitmq", asRoot: true,
		does: "gives /var/lib/rabbitmq to the user rabbitmq", source: "docker-library/rabbitmq@9193c1d:docker-entrypoint.sh",
	},
	{
		images: []string{"cassandra"}, servers: []string{"cassandra"},
		does: "writes CASSANDRA_… into cassandra.yaml", source: "docker-library/cassandra@7b9da8f:docker-entrypoint.sh",
	},
	{
		images: []string{"influxdb"}, servers: []string{"influxd"},
		does: "sets the database up", source: "influxdata/influxdata-docker@d457cb9:influxdb/2.9/entrypoint.sh, influxdb/1.11/entrypoint.sh",
	},
	{
		images: []string{"vault", "hashicorp/vault"}, servers: []string{"vault"}, user: "vault", asRoot: true,
		does: "gives /vault to the user vault", source: "hashicorp/docker-vault@ed32395:ubi/docker-entrypoint.sh",
	},
	{
		images: []string{"nginx", "nginxinc/nginx-unprivileged"}, servers: []string{"nginx", "nginx-debug"}, matters: []string{"/docker-entrypoint.d", "/etc/nginx/templates"},
		does: "runs /docker-entrypoint.d and fills in /etc/nginx/templates", source: "nginx/docker-nginx@0d7f438:stable/debian/docker-entrypoint.sh",
	},
	{
		images: []string{"wordpress"}, servers: []string{"apache2-foreground", "apache2", "apache2ctl", "php-fpm"}, instead: []string{"/var/www/html", "/usr/src/wordpress"},
		does: "copies WordPress to /var/www/html and writes wp-config.php", source: "docker-library/wordpress@bf223d1c2:latest/php8.5/fpm/docker-entrypoint.sh",
	},
	{
		images: []string{"nextcloud"}, servers: []string{"apache2-foreground", "apache2", "apache2ctl", "php-fpm"}, instead: []string{"/var/www/html", "/usr/src/nextcloud"},
		does: "installs Nextcloud in /var/www/html", source: "nextcloud/docker@4de1eed6:34/fpm/entrypoint.sh",
	},
	{
		images: []string{"redmine"}, servers: []string{"rails", "rake"}, instead: []string{"database.yml"},
		does: "writes config/database.yml and migrates the database", source: "docker-library/redmine@f772dee:docker-entrypoint.sh",
	},
	{
		images: []string{"odoo"}, servers: []string{"odoo", "openerp-server"}, instead: []string{"odoo.conf"},
		does: "waits for the database of HOST, USER and PASSWORD and passes it on", source: "odoo/docker@f7f67653:19.0/entrypoint.sh",
	},
}

// vendorOf returns the entry of the image a stage is built on.
func vendorOf(l *launch.Launch) (vendor, bool) {
	name, _ := launch.ImageName(l.Root().Ref)
	i := slices.IndexFunc(vendors, func(v vendor) bool { return slices.Contains(v.images, name) })
	if i < 0 || len(l.Root().Config.Entrypoint) == 0 {
		return vendor{}, false
	}
	return vendors[i], true
}

// mentions reports whether COPY, ADD or RUN of the stages name one of the words.
func mentions(l *launch.Launch, words []string) bool {
	for _, inst := range instructions(l) {
		switch inst.Verb.Value {
		case "COPY", "ADD", "RUN":
			if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(inst.Logical.Text, w) }) {
				return true
			}
		}
	}
	return false
}
