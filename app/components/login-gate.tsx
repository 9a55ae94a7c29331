import type { ReactNode } from "react";
import { BridgeArt } from "./bridge-art";
import { Mark } from "./mark";

/** The page of those who are not inside yet: the bridge on one side, a form on the other. Holds the page's `<main>`. */
export function LoginGate({
  tagline,
  mainId = "main",
  children,
}: {
  tagline: ReactNode;
  mainId?: string;
  children: ReactNode;
}) {
  return (
    <div className="gate">
      <header className="gate-side">
        <p className="brand">
          <Mark />
          Cầu Nối
        </p>
        <p className="only-wide">{tagline}</p>
        <BridgeArt roof="#f0b23c" />
      </header>
      <main id={mainId} className="gate-form">
        {children}
      </main>
    </div>
  );
}
