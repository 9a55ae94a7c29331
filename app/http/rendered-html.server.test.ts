import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { renderedHtml } from "./rendered-html.server";

it("has every character whole, wherever React's pieces of it end", async () => {
  const said = "Số người được bồi dưỡng, ủy quyền và ký duyệt";
  // as many beginnings as there are places in a character where a piece may end, and a page of several pieces
  for (let before = 0; before < 8; before += 1) {
    const lines = Array.from({ length: 300 }, (_, key) => createElement("p", { key, title: said }, said));
    const html = await new Promise<Buffer>((resolve, reject) => {
      const { pipe } = renderToPipeableStream(createElement("main", { id: "x".repeat(before) }, lines), {
        onAllReady: () => renderedHtml(pipe).then(resolve, reject),
        onError: reject,
      });
    });
    expect(html.includes(0)).toBe(false);
    expect(html.toString().split(`<p title="${said}">${said}</p>`)).toHaveLength(301);
  }
});
