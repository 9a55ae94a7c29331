import type { AppLoadContext } from "@remix-run/node";
import type { Viewer } from "~/domain/permissions/viewer";
import { keepsBanks, mayReadBanks } from "~/models/bank/bank-readers.server";
import { notFound } from "./refusals.server";
import { requireViewer } from "./viewer.server";

/** Whoever may see banks; to everyone else the page does not exist. */
export async function requireBankReader(request: Request, context: AppLoadContext): Promise<Viewer> {
  const viewer = await requireViewer(request, context);
  if (!mayReadBanks(viewer)) throw notFound();
  return viewer;
}

/** Whoever writes questions or approves them. */
export async function requireBankKeeper(request: Request, context: AppLoadContext): Promise<Viewer> {
  const viewer = await requireViewer(request, context);
  if (!keepsBanks(viewer)) throw notFound();
  return viewer;
}
