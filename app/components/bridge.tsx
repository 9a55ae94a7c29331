import type { ReactNode } from "react";
import type { BridgeStep } from "~/domain/enrolment/bridge-step";

const percent = (value: number) => `${Math.round(value * 1000) / 1000}%`;

/**
 * Progress over steps as a bridge that is being built. The picture is for the eyes only; `children` says the same in
 * words, e.g. "Đã xong 3 trên 7 bài · Hạn 04/12/2026".
 */
export function Bridge({ steps, children }: { steps: readonly BridgeStep[]; children?: ReactNode }) {
  const width = 100 / steps.length;
  const here = steps.indexOf("now");
  return (
    <div>
      <svg className="bridge" aria-hidden="true" focusable="false">
        {steps.map((step, index) => {
          const x = percent(index * width);
          const key = `${index}-${step}`;
          return step === "done" ? (
            <rect key={key} className="done" x={x} y="10" width={percent(width)} height="8" />
          ) : (
            <rect key={key} className="todo" x={x} y="11" width={percent(width)} height="6" />
          );
        })}
        {here >= 0 && (
          <line className="now" x1={percent(here * width)} x2={percent((here + 1) * width)} y1="14" y2="14" />
        )}
        {Array.from({ length: steps.length + 1 }, (_, index) => {
          const built = steps[index] === "done" || steps[index - 1] === "done";
          const shift = index === 0 ? 0 : index === steps.length ? -4 : -2;
          return (
            <svg key={percent(index * width)} x={percent(index * width)} overflow="visible" aria-hidden="true">
              <rect className={built ? "pier-done" : "pier"} x={shift} y="10" width="4" height="18" />
            </svg>
          );
        })}
        {here >= 0 && (
          <svg x={percent((here + 0.5) * width)} overflow="visible" aria-hidden="true">
            <path className="here" d="M-6 0H6L0 8Z" />
          </svg>
        )}
      </svg>
      {children && <p className="meta">{children}</p>}
    </div>
  );
}
