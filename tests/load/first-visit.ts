import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import type { SignedIn } from "./sign-in";

/** What a first visit brings over the wire, in bytes with heads, compressed as sent. */
export interface Visit {
  bytes: number;
  fontBytes: number;
  requests: number;
  foreignRequests: string[];
  /** bytes by path, largest first */
  parts: [string, number][];
}

export async function withChromium<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const installed = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"];
  const executablePath = installed.find((file) => file && existsSync(file));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Opens an address with an empty cache, signed in. */
export async function firstVisit(
  browser: Browser,
  { origin, path, person, javaScript }: { origin: string; path: string; person: SignedIn; javaScript: boolean },
): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled: javaScript, viewport: { width: 390, height: 844 } });
  await context.addCookies([
    { ...person.cookie, url: origin.replace("http:", "https:"), secure: true, httpOnly: true },
  ]);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const sent = new Map<string, { url: string; type: string; bytes: number }>();
  network.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    if (!request.url.startsWith("data:")) sent.set(requestId, { url: request.url, type: type ?? "", bytes: 0 });
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = sent.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  const answer = await page.goto(origin + path, { waitUntil: "networkidle" });
  if (answer?.status() !== 200 || new URL(page.url()).pathname !== path)
    throw new Error(`${path} became ${page.url()}`);
  const requests = [...sent.values()];
  await context.close();
  const isFont = ({ url }: { url: string }) => url.endsWith(".woff2");
  const sum = (list: typeof requests) => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    bytes: sum(requests.filter((request) => !isFont(request))),
    fontBytes: sum(requests.filter(isFont)),
    requests: requests.length,
    foreignRequests: requests.map(({ url }) => url).filter((url) => new URL(url).host !== new URL(origin).host),
    parts: requests
      .map(({ url, bytes }): [string, number] => [new URL(url).pathname, bytes])
      .sort((a, b) => b[1] - a[1]),
  };
}
