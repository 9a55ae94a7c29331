const circle = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z";

const paths = {
  alert: "M12 4 2.8 20h18.4zM12 10v4.5M12 17.3v.1",
  book: "M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14c-3.5 0-6.5.5-8.5 2zM12 6.5v14",
  check: `${circle}M8 12.5l2.8 2.8L16 9.5`,
  clock: `${circle}M12 7v5.5l3.5 2`,
  close: "m6 6 12 12M18 6 6 18",
  cross: `${circle}M9 9l6 6m0-6-6 6`,
  dash: `${circle}M8 12h8`,
  down: "M12 5v14m-6-6 6 6 6-6",
  download: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  file: "M6 3h8l4 4v14H6zM9 12h6m-6 4h6",
  flag: "M6 21V4h11l-2.5 4L17 12H6",
  info: `${circle}M12 11v5.5M12 7.7v.1`,
  law: "M12 3.5v17M7 20.5h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z",
  left: "M19 12H5m6-6-6 6 6 6",
  link: "M9.5 14.5 14.5 9.5M8 11l-2.5 2.5a3.6 3.6 0 0 0 5 5L13 16M16 13l2.5-2.5a3.6 3.6 0 0 0-5-5L11 8",
  lock: "M6 11h12a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V12a1 1 0 0 1 1-1zM8 11V8a4 4 0 0 1 8 0v3",
  pen: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z",
  people:
    "M9 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 5.3a3.4 3.4 0 0 1 0 6.4M18 14.5c2.2.8 3.5 2.8 3.5 5.5",
  print: "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z",
  right: "M5 12h14m-6-6 6 6-6 6",
  ring: circle,
  search: "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.3 15.3 20 20",
  shield: "M12 3 4.5 6v5.5c0 4.5 3 8 7.5 9.5 4.5-1.5 7.5-5 7.5-9.5V6zM8.5 12l2.5 2.5 4.5-5",
  tick: "m5 12.5 4.5 4.5L19 7",
  up: "M12 19V5m-6 6 6-6 6 6",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside a word. It is hidden from screen readers: the word says it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
