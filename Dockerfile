# An image of contentlint: docker build -t contentlint .
# docker run --rm -v "$PWD:/site" --user "$(id -u):$(id -g)" contentlint check content
FROM python:3.13-slim@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b AS build
COPY . /src
RUN python -m venv /opt/contentlint \
    && /opt/contentlint/bin/pip install --no-cache-dir --disable-pip-version-check '/src[online]' \
    && /opt/contentlint/bin/pip uninstall --yes --quiet pip

FROM python:3.13-slim@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b
COPY --from=build /opt/contentlint /opt/contentlint
RUN useradd --create-home --uid 10001 contentlint
# A mounted folder belongs to another user; the cache needs a folder of its own.
ENV PATH="/opt/contentlint/bin:$PATH" \
    CONTENTLINT_CACHE_DIR=/tmp/contentlint
USER 10001
WORKDIR /site
ENTRYPOINT ["contentlint"]
CMD ["check"]
