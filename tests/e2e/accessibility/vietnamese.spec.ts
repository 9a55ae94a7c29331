import { everyPageIn } from "./every-page";

everyPageIn("vi");
