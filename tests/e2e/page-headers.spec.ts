import { Caller } from "./caller";
import { expect, HR_CENTRAL, test } from "./site";

test("whoever has the address of a private page is no search engine, and no cache keeps what a viewer sees", async ({
  house,
}) => {
  const visitor = Caller.visitor(house);
  for (const address of ["/slip/abcdefgh", "/s/abcdefgh"]) {
    const { headers } = await visitor.get(address);
    expect(headers.get("X-Robots-Tag"), address).toBe("noindex, nofollow, noarchive");
  }
  const hr = await Caller.signedIn(house, HR_CENTRAL);
  for (const address of ["/hr", "/reports/board", "/reports/people", "/reports/people.data"]) {
    const answer = await hr.get(address);
    expect(answer.status, address).toBe(200);
    expect(answer.headers.get("Cache-Control"), address).toContain("no-store");
  }
});
