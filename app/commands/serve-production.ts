import { createSite, listen } from "./serve";

const site = await createSite();
listen(site, process.env.HOST, (port) => {
  console.log(`http://localhost:${port}`);
  process.send?.({ listening: port });
});
