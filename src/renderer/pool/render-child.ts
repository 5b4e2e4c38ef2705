/** Entry of the child process that renders clips; a render pool starts it. */
import { renderRequest } from "../render-request.ts";
import { serveRenders } from "./serve-renders.ts";

serveRenders(renderRequest);
