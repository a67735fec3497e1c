FROM python:3.12-slim
LABEL org.opencontainers.image.title="shop" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV PYTHONUNBUFFERED=1
ENV PIP_NO_CACHE_DIR=1
WORKDIR /srv/shop
RUN set -eux; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
        gcc \
        libpq-dev \
        gettext \
    ; \
    rm -rf /var/lib/apt/lists/*
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
ARG REVISION
RUN echo "$REVISION" > REVISION && python manage.py collectstatic --noinput
EXPOSE 8000
CMD python manage.py migrate && gunicorn shop.wsgi --bind 0.0.0.0:8000 --workers $WEB_CONCURRENCY
