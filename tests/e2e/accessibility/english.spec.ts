import { everyPageIn } from "./every-page";

everyPageIn("en");
