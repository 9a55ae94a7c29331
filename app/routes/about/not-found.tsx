import { notFound } from "~/http/refusals.server";

/** Every address that no other route knows. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

/** Never shown; without a page of its own a route answers outside the frame and its error page. */
export default function NotFound() {
  return null;
}
