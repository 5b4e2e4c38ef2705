/** Entry point of the render pool's child processes. */
import { renderRequest } from "../render-request.ts";
import { serveRenders } from "./serve-renders.ts";

serveRenders(renderRequest);
