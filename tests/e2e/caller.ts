import type { BrowserContext } from "@playwright/test";
import type { House } from "./house/house";
import { PASSWORD } from "./site";

type Fields = Record<string, string | readonly string[]>;

export interface CallOptions {
  method?: string;
  form?: Fields;
  json?: unknown;
  body?: string;
  headers?: Record<string, string>;
}

/** Speaks HTTP with the site without a browser: one session, redirects are not followed. */
export class Caller {
  private constructor(
    private readonly house: House,
    readonly cookie: string,
  ) {}

  static visitor(house: House): Caller {
    return new Caller(house, "");
  }

  /** With the session of a browser that is signed in. */
  static async of(house: House, context: BrowserContext): Promise<Caller> {
    const cookies = await context.cookies(house.url);
    return new Caller(house, cookies.map(({ name, value }) => `${name}=${value}`).join("; "));
  }

  /** Signs in and, unless told otherwise, reads the notice. */
  static async signedIn(
    house: House,
    login: string,
    { password = PASSWORD, shared = false, notice = true } = {},
  ): Promise<Caller> {
    const form = { login, password, back: "/", ...(shared ? { shared: "yes" } : {}) };
    const answer = await Caller.visitor(house).post("/login", { form });
    const cookie = answer.headers.getSetCookie().find((text) => text.includes("session="));
    if (answer.status !== 302 || !cookie) throw new Error(`${login} could not sign in: ${answer.status}`);
    const caller = new Caller(house, cookie.split(";")[0] ?? "");
    if (notice) await caller.post("/notice", { form: { back: "/" } });
    return caller;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.call(path, { headers });
  }

  /** A form of the site's own page. */
  post(path: string, options: CallOptions): Promise<Response> {
    return this.call(path, { method: "POST", ...options, headers: { Origin: this.house.url, ...options.headers } });
  }

  call(path: string, { method, form, json, body, headers = {} }: CallOptions): Promise<Response> {
    const sent = form ? formBody(form) : json !== undefined ? JSON.stringify(json) : body;
    const type = form ? "application/x-www-form-urlencoded" : json !== undefined ? "application/json" : undefined;
    return fetch(this.house.url + path, {
      method,
      body: sent,
      redirect: "manual",
      headers: { ...(this.cookie && { Cookie: this.cookie }), ...(type && { "Content-Type": type }), ...headers },
    });
  }
}

function formBody(fields: Fields): string {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of typeof value === "string" ? [value] : value) body.append(name, each);
  }
  return body.toString();
}
