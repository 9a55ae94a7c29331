import { readOffsetFrom } from "~/config/clock.server";
import { createSite, listen } from "./serve";

// The browser tests' own entry: it alone lets a file shift the clock. With PORT=0 the system gives a free port.
const clockFile = process.env.TEST_CLOCK_FILE;
if (clockFile) readOffsetFrom(clockFile);
const site = await createSite();
listen(site, "127.0.0.1", (port) => {
  // the address in QR codes names the port that was given
  process.env.PORT = String(port);
  console.log(`LISTENING ${port}`);
});
