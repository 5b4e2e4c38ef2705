/** Signs in to and out of a studio with a password. The session is in a cookie that scripts cannot read. */
import * as z from "zod/mini";
import { SIGN_IN_PATH, SIGN_OUT_PATH } from "#contract/routes.ts";
import { type ApiResult, request } from "./http.ts";

const doneSchema = z.object({});

export function signIn(password: string): Promise<ApiResult<object>> {
  return request(SIGN_IN_PATH, { schema: doneSchema, body: { password } });
}

export function signOut(): Promise<ApiResult<object>> {
  return request(SIGN_OUT_PATH, { schema: doneSchema, body: {} });
}
