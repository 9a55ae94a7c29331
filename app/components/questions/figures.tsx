import type { ShownFigure } from "~/domain/assessment/shown-item";
import { Table } from "../table";

/** The pictures and tables of a question. A table with many columns becomes a list of small ones on a phone. */
export function Figures({ figures }: { figures: readonly ShownFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <div className="figures">
      {figures.map((figure) =>
        figure.kind === "picture" ? (
          <figure key={figure.src}>
            <img src={figure.src} alt={figure.alt} />
            {figure.caption && <figcaption className="meta">{figure.caption}</figcaption>}
          </figure>
        ) : (
          <Table
            key={figure.caption}
            caption={figure.caption}
            showCaption
            columns={figure.head.map((label, index) => ({ key: String(index), label }))}
            rows={figure.rows.map((cells, index) => ({ key: String(index), cells }))}
            stack={figure.head.length > 2}
          />
        ),
      )}
    </div>
  );
}
