import styles from "~/styles/bank.css?url";
import { questionLinks } from "../questions/links";

/** The styles of a bank's pages, for those that show or write questions: `export const links = bankLinks`. */
export const bankLinks = () => [...questionLinks(), { rel: "stylesheet", href: styles }];
