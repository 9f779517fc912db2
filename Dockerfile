# golint-leaks as a container: docker build -t golint-leaks . && docker run --rm -v "$PWD:/src:ro" golint-leaks ./...
# Build dist/ first (npm ci), or take the tree of a release, which holds it: nothing is compiled or downloaded here but git.
FROM node:24-alpine

# git is asked for --new-from-rev and --staged only. The checkout belongs to whoever mounts it.
RUN apk add --no-cache git && git config --system --add safe.directory '*'

WORKDIR /opt/golint-leaks
COPY package.json LICENSE ./
COPY dist dist
COPY grammars grammars
COPY rules rules
RUN ln -s /opt/golint-leaks/dist/src/cli.cjs /usr/local/bin/golint-leaks && chmod +x dist/src/cli.cjs

USER node
WORKDIR /src
ENTRYPOINT ["golint-leaks"]
