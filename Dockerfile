# Two images: `live` for the real service, without the simulator and its encoder, and `simulator` with both.
# docker build --target live -t kirin-studio .

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Not `npm ci`, which rejects a lock file without the binaries of other platforms.
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN node -e 'import("./scripts/lib/build.mjs").then((module) => module.build())' \
  && npm prune --omit=dev --no-save --no-audit --no-fund

# Only what the live server needs. The simulator's encoder contains x264, which is under the GPL: see docs/decisions/0013.
FROM build AS live-files
ARG LIVE_PACKAGES="@hono/node-server big.js hono ipaddr.js undici zod"
RUN mkdir -p /live/node_modules/@hono \
  && for name in $LIVE_PACKAGES; do cp -r "node_modules/$name" "/live/node_modules/$name"; done \
  && cp -r dist package.json /live/ \
  && rm /live/dist/server/render-child.js /live/dist/server/simulator.js /live/dist/server/prerender.js

FROM gcr.io/distroless/nodejs22-debian12:nonroot AS live
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
COPY --from=live-files /live ./
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["/nodejs/bin/node", "-e", "fetch('http://localhost:8080/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["dist/server/main.js"]

FROM node:22-bookworm-slim AS simulator
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 SIMULATOR_DIR=/data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# The notices that the encoder's licence asks for.
COPY deploy/NOTICE-simulator.txt ./NOTICE.txt
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["node", "-e", "fetch('http://localhost:8080/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
