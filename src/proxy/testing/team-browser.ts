/** A studio with a team's password, and browsers that keep its cookies. */
import { ORIGIN, openProxy, postRequest, type Script } from "./open-proxy.ts";

export const PASSWORD = "correct horse battery";
export const TEAM = {
  isPassword: async (password: string) => password === PASSWORD,
  passwordHash: "hash-1",
  secret: "a secret of at least 32 characters",
  createsPerMinute: 4,
};

export type Proxy = ReturnType<typeof openProxy>;

export function openTeamStudio(script: Script = {}): Proxy {
  return openProxy({ team: TEAM, ...script });
}

/** Opens a browser without cookies. `clientAddress` is where it connects from. */
export function openBrowser(proxy: Pick<Proxy, "fetch">, clientAddress = "192.0.2.1") {
  const cookies = new Map<string, string>();

  async function send(request: Request): Promise<Response> {
    const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (sent !== "") request.headers.set("Cookie", sent);
    const response = await proxy.fetch(request, { clientAddress });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ""] = header.split(";");
      const name = pair.slice(0, pair.indexOf("="));
      if (header.includes("Max-Age=0;")) cookies.delete(name);
      else cookies.set(name, pair.slice(name.length + 1));
    }
    return response;
  }

  const post = (path: string, body: unknown) => send(postRequest(path, body));
  return {
    cookies,
    post,
    get: (path: string) => send(new Request(ORIGIN + path)),
    signIn: (password = PASSWORD) => post("/api/sign-in", { password }),
    signOut: () => post("/api/sign-out", {}),
  };
}

/** Opens a browser that has signed in. */
export async function openMember(proxy: Pick<Proxy, "fetch">) {
  const browser = openBrowser(proxy);
  await browser.signIn();
  return browser;
}
