import styles from "~/styles/questions.css?url";

/** The styles of questions, for the pages that show them: `export const links = questionLinks`. */
export const questionLinks = () => [{ rel: "stylesheet", href: styles }];
