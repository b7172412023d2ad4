# syntax=docker/dockerfile:1

FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY services services
COPY shared shared
RUN npm run build

FROM node:20.20.2-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install scripts are run: argon2 brings a binary for this base, which is glibc's.
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

# One image for the four services and the migrations; the command says which: docker run … users
FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps HOST=0.0.0.0 PORT=5000
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
# Nothing of this is written to: it runs with a read-only root.
USER node
EXPOSE 5000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["node", "dist/scripts/run.js", "health"]
# The process itself is the first of the container and closes in order on SIGTERM.
ENTRYPOINT ["node", "dist/scripts/run.js"]
