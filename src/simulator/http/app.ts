/** The simulator's HTTP API: Kirin's routes, and a few of its own. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { CREATE_PATH, MODELS_PATH, PRECHARGE_PATH } from "#kirin/endpoints.ts";
import { CLIP_ROUTE } from "#simulator/clips/clip-path.ts";
import { StorageFault } from "#simulator/disk/storage-fault.ts";
import { create, precharge } from "./create-route.ts";
import { listModels, readModelSpec } from "./model-routes.ts";
import { Refused, refusalResponse } from "./refuse.ts";
import type { Service } from "./service.ts";
import { readClip, readLedger, readTask } from "./task-routes.ts";

export function createApp(service: Service): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("X-Request-Id", c.req.header("X-Request-Id") ?? randomUUID());
  });

  app.post(CREATE_PATH, (c) => create(c.req.raw, service));
  app.post(PRECHARGE_PATH, (c) => precharge(c.req.raw));
  app.get(`${CREATE_PATH}/task/:id`, (c) => readTask(c.req.param("id"), c.req.raw, service));
  app.get(MODELS_PATH, (c) => listModels(c.req.raw));
  app.get(`${MODELS_PATH}/:id/spec`, (c) => readModelSpec(c.req.param("id"), c.req.raw));
  app.get("/ledger", (c) => readLedger(c.req.raw, service));
  app.get(CLIP_ROUTE, (c) => readClip(c.req.param("file"), c.req.raw, service));
  app.get("/healthz", () => Response.json({ status: "ok" }));

  app.notFound(() => refusalResponse(new Refused(404, "There is nothing here.")));
  app.onError((error) => {
    if (error instanceof Refused) return refusalResponse(error);
    const message = error instanceof StorageFault ? error.message : "Internal server error.";
    service.report(error instanceof StorageFault ? message : String(error));
    return refusalResponse(new Refused(500, message));
  });
  return app;
}
