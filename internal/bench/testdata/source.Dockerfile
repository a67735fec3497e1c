FROM debian:bookworm-slim

RUN groupadd -r server --gid=999 && useradd -r -g server --uid=999 server

# the version is checked against the signature below
ENV SERVER_VERSION 7.2.4
ENV SERVER_URL https://download.example.com/server-7.2.4.tar.gz

RUN set -eux; \
	\
	savedAptMark="$(apt-mark showmanual)"; \
	apt-get update; \
	apt-get install -y --no-install-recommends \
		ca-certificates \
		dpkg-dev \
		gcc \
		libc6-dev \
		make \
		wget \
	; \
	rm -rf /var/lib/apt/lists/*; \
	\
	wget -O server.tar.gz "$SERVER_URL"; \
	mkdir -p /usr/src/server; \
	tar -xzf server.tar.gz -C /usr/src/server --strip-components=1; \
	rm server.tar.gz; \
	\
# keep the build reproducible
	gnuArch="$(dpkg-architecture --query DEB_BUILD_GNU_TYPE)"; \
	extraFlags="--build=$gnuArch"; \
	make -C /usr/src/server -j "$(nproc)" all; \
	make -C /usr/src/server install; \
	\
	rm -r /usr/src/server; \
	apt-mark auto '.*' > /dev/null; \
	[ -z "$savedAptMark" ] || apt-mark manual $savedAptMark > /dev/null; \
	apt-get purge -y --auto-remove -o APT::AutoRemove::RecommendsImportant=false; \
	\
	server --version

RUN mkdir /data && chown server:server /data
VOLUME /data
WORKDIR /data

COPY docker-entrypoint.sh /usr/local/bin/
ENTRYPOINT ["docker-entrypoint.sh"]

EXPOSE 6379
CMD ["server"]
