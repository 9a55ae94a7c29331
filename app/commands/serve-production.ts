import { keepHouse } from "~/jobs/housekeeping.server";
import { createSite, listen } from "./serve";

const site = await createSite();
keepHouse();
listen(site, process.env.HOST, (port) => {
  console.log(`http://localhost:${port}`);
  process.send?.({ listening: port });
});
