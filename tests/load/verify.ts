import type { Figure } from "./figure";
import { fire } from "./pages";
import { startServer } from "./running-server";

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 3;
const SECONDS = 8;
/** So many papers are scanned again and again, as on a day of issue. */
const PAPERS = 200;

/** How many strangers a second the page of verification answers. The house is prepared: DATA_DIR and the build are there. */
export async function measureVerify(seconds = SECONDS): Promise<Figure[]> {
  const { reader, disconnect } = await import("~/models/database.server");
  const papers = await (await reader()).certificate.findMany({
    select: { serial: true, code: true },
    orderBy: { id: "desc" },
    take: PAPERS,
  });
  await disconnect();
  const requests = papers.map(({ serial, code }) => ({ path: `/v/${serial}/${code}`, cookie: "" }));
  const server = await startServer();
  const orders = { requests, connections: CONNECTIONS, warmUpSeconds: WARM_UP_SECONDS, seconds };
  const { n, p50, p95, perSecond, notOk } = await fire({ url: server.origin, ...orders });
  await server.stop();
  if (notOk > 0) throw new Error(`verify_rps: ${notOk} answers were not 200`);
  const note = `${papers.length} papers, as pages; p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)} ms at ${CONNECTIONS} connections`;
  return [{ suite: "hr", figure: "verify_rps", value: perSecond, unit: "1/s", n, note, budget: null, least: 500 }];
}
