import { readOffsetFrom } from "~/config/clock.server";
import { createSite, listen } from "./serve";

// The browser tests' own entry: it alone lets a file shift the clock. The Remix build holds its own copy of the clock's
// module, so the address of the file goes through the environment of this process.
const clockFile = process.env.TEST_CLOCK_FILE;
if (clockFile) readOffsetFrom(clockFile);
const site = await createSite();
listen(site, "127.0.0.1", (port) => console.log(`LISTENING ${port}`));
