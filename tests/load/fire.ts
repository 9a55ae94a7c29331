import autocannon from "autocannon";
import { percentile } from "./figure";

/** What another process is to do: these requests in turn, for a while, at so many connections. */
export interface Orders {
  url: string;
  requests: { path: string; cookie: string }[];
  connections: number;
  warmUpSeconds: number;
  seconds: number;
}

/** Times in milliseconds of the answers after a warm-up of its own. */
export interface Report {
  n: number;
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
  notOk: number;
}

async function fire({ warmUpSeconds, seconds, ...target }: Orders): Promise<Report> {
  await shoot(target, warmUpSeconds);
  const { times, notOk } = await shoot(target, seconds);
  times.sort((a, b) => a - b);
  return {
    n: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    perSecond: times.length / seconds,
    notOk,
  };
}

async function shoot(
  { url, requests, connections }: Pick<Orders, "url" | "requests" | "connections">,
  duration: number,
) {
  const times: number[] = [];
  let notOk = 0;
  const options = {
    url,
    connections,
    duration,
    requests: requests.map(({ path, cookie }) => ({
      method: "GET" as const,
      path,
      headers: { Cookie: cookie, "Accept-Encoding": "br", Accept: "text/html" },
    })),
  };
  await new Promise<void>((resolve, reject) => {
    const shot = autocannon(options, (error: Error | null) => (error ? reject(error) : resolve()));
    shot.on("response", (_client, status, _bytes, time) => {
      if (status !== 200) notOk += 1;
      times.push(time);
    });
    shot.on("reqError", () => {
      notOk += 1;
    });
  });
  return { times, notOk };
}

process.once("message", async (orders: Orders) => {
  const report = await fire(orders);
  process.send?.(report, () => process.exit(0));
});
