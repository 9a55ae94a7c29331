import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lessonProblems } from "./lesson-file.server";
import { lessonHtml } from "./lesson-html.server";

const labels = { remember: "Ghi nhớ", example: "Ví dụ", careful: "Cẩn thận <nhé>", practice: "Thực hành" };
const html = (markdown: string) => lessonHtml(markdown, { labels });

describe("lessonHtml", () => {
  it("gives headings ids without marks, and links to them follow", () => {
    const page = html("## Đối thoại\n\n### Đối thoại\n\n[lên](#đối-thoại) [lên](#h-doi-thoai)");
    expect(page).toContain('<h2 id="h-doi-thoai">Đối thoại</h2>');
    expect(page).toContain('<h3 id="h-doi-thoai-2">');
    expect(page.match(/href="#h-doi-thoai"/g)).toHaveLength(2);
  });

  it("makes boxes notes with a translated heading", () => {
    const page = html("> [!remember]\n> Một **điều**.\n>\n> Hai.\n\n> [!careful]\n>\n> Chậm lại.\n\n> trích dẫn");
    expect(page).toContain(
      '<div class="note" role="note" data-box="remember" data-tone="info" aria-labelledby="h-ghi-nho"><h3 id="h-ghi-nho">Ghi nhớ</h3>\n<p>Một <strong>điều</strong>.</p>\n<p>Hai.</p>\n</div>',
    );
    expect(page).toMatch(/Cẩn thận &lt;nhé&gt;<\/h3>\s*<p>Chậm lại\.<\/p>/);
    expect(page).toContain("<blockquote>\n<p>trích dẫn</p>\n</blockquote>");
    expect(page).not.toContain("[!");
  });

  it("closes each box where it ends, also one within another", () => {
    const page = html("> [!example]\n> ngoài\n>\n> > [!practice]\n> > trong\n\nsau");
    expect(page.match(/<div /g)).toHaveLength(2);
    expect(page.match(/<\/div>/g)).toHaveLength(2);
    expect(page.trim()).toMatch(/<\/div>\n<p>sau<\/p>$/);
  });

  it("lets tables scroll by themselves", () => {
    expect(html("| a | b |\n| - | - |\n| 1 | 2 |")).toMatch(
      /^<div class="scroll" tabindex="0"><table>[\s\S]*<\/table><\/div>$/m,
    );
  });

  it("keeps web addresses and paths of the site", () => {
    expect(html("[a](https://vss.gov.vn/x)")).toContain('<a href="https://vss.gov.vn/x" rel="noopener">');
    expect(html("[a](/khoa-hoc?x=1:2)")).toContain('<a href="/khoa-hoc?x=1:2">');
  });
});

describe("hostile Markdown", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <svg/onload=alert(1)>",
    "<!-- --><iframe src=https://x>",
    "> [!remember]\n> <b onclick=x>",
    "## <img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#x09;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](\\\\evil.example)",
    "[x](mailto:a@b.c)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    '![x" onerror="alert(1)](data:image/png;base64,AAAA)',
    '[x](https://a.example/" onmouseover="alert(1))',
    "[x][r]\n\n[r]: javascript:alert(1)",
    '```"><script>alert(1)</script>\nx\n```',
    "| <script> | b |\n| - | - |\n| <img onerror=x> | [a](javascript:x) |",
  ])("%s", (markdown) => {
    expectSafe(html(markdown));
  });

  it("whatever it is put together from", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "[",
      "](",
      ")",
      "!",
      "`",
      "\n",
      "> ",
      "[!careful]\n",
      "javascript:",
      "data:",
      "//",
      "<script>",
      " onerror=",
      "&#106;",
      "\\",
      "#",
      "| ",
      "- ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 25 }), (pieces) => {
        expectSafe(html(pieces.join("")));
      }),
      { numRuns: 500 },
    );
  });
});

/** Only tags that we know, with attributes that we know, and addresses that we allow. */
function expectSafe(page: string): void {
  const tags = page.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    expect(tag).toMatch(
      /^<\/?(h[1-6]|p|ul|ol|li|div|a|em|strong|s|code|pre|blockquote|table|thead|tbody|tr|th|td|hr|br)( (class|role|data-box|data-tone|aria-labelledby|id|href|rel|title|tabindex|start|style)="[^"<>]*")*>$/,
    );
    const address = /href="([^"]*)"/.exec(tag)?.[1];
    if (address !== undefined) expect(address).toMatch(/^(https?:\/\/|(?![/\\]{2})[^:]*([/?#][\s\S]*)?$)/i);
  }
  expect(page.replace(/<[^>]*>/g, "")).not.toMatch(/[<>]/);
}

describe("lessonProblems", () => {
  it.each([
    ["", 1, "empty"],
    ["ổn\n\nmột\n<i>hai</i>", 4, "HTML"],
    ["ổn\n\n<div>\nx\n</div>", 3, "HTML"],
    ["ổn\n\n<!-- ghi chú -->", 3, "HTML"],
    ["# Đầu", 1, "##"],
    ["Đầu\n=====", 1, "##"],
    ["ổn\n\n> [!remind]\n> x", 3, "no box"],
    ["ổn\n\n![ảnh](/a.png)", 3, "images"],
    ["## Một\n\nxem [hai](#hai)", 3, "no heading"],
  ])("%j", (markdown, line, reason) => {
    expect(lessonProblems(markdown)).toEqual([{ line, message: expect.stringContaining(reason) }]);
  });

  it("finds nothing wrong in plain text with signs", () => {
    expect(
      lessonProblems("## Một\n\n5 < 7, a<b, `<b>`, <https://vss.gov.vn>\n\n> [!careful]\n> x [một](#một)"),
    ).toEqual([]);
  });
});
