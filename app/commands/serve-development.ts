import { createServer } from "vite";
import { createSite, listen } from "./serve";

const vite = await createServer({ server: { middlewareMode: true } });
const site = await createSite(vite);
listen(site, "127.0.0.1", (port) => console.log(`http://localhost:${port} (development)`));
