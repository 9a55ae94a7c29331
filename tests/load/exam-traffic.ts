import http from "node:http";

/** An answer of the server; `ms` counts from the moment at which the request was due. */
export interface Answered {
  status: number;
  location: string;
  body: string;
  ms: number;
}

export interface Asked {
  method?: "GET" | "POST";
  path: string;
  cookie: string;
  type?: "json" | "form";
  body?: string;
  /** `performance.now()` at which it was due, where that was before now */
  due?: number;
}

/** A lean client: connections are kept and used again, and a request that met a closing one is sent once more, as browsers do. */
export class Traffic {
  private readonly agent: http.Agent;
  private readonly host: string;
  private readonly port: number;

  constructor(
    private readonly origin: string,
    connections: number,
  ) {
    const url = new URL(origin);
    this.host = url.hostname;
    this.port = Number(url.port);
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections, scheduling: "lifo" });
  }

  async ask(asked: Asked): Promise<Answered> {
    const due = asked.due ?? performance.now();
    for (let again = 0; ; again += 1) {
      try {
        const answered = await this.once(asked, again === 0 ? this.agent : false);
        return { ...answered, ms: performance.now() - due };
      } catch (error) {
        if (again === 2) throw error;
      }
    }
  }

  /** A kept connection may have been closed by the server at this very moment: the second try takes a new one. */
  private once(
    { method = "GET", path, cookie, type, body }: Asked,
    agent: http.Agent | false,
  ): Promise<Omit<Answered, "ms">> {
    const headers: Record<string, string | number> = { Cookie: cookie, Accept: "text/html", "User-Agent": BROWSER };
    if (method === "POST") {
      headers.Origin = this.origin;
      headers["Content-Type"] = type === "json" ? "application/json" : "application/x-www-form-urlencoded";
      headers["Content-Length"] = Buffer.byteLength(body ?? "");
    }
    return new Promise((resolve, reject) => {
      const options = { host: this.host, port: this.port, method, path, headers, agent };
      const request = http.request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? "",
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  /** A connection that stays open and is read; ends with the process. */
  listen(path: string, cookie: string): void {
    const headers = { Cookie: cookie, Accept: "text/event-stream", "User-Agent": BROWSER };
    const request = http.get({ host: this.host, port: this.port, path, headers, agent: false }, (response) => {
      response.resume();
      response.on("error", () => undefined);
    });
    request.on("error", () => undefined);
  }
}

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
