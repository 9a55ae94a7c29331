/** Thrown by loaders and actions; the root's error boundary says it in the reader's language. */
export function notFound(): Response {
  return new Response("Not Found", { status: 404 });
}

export function badRequest(): Response {
  return new Response("Bad Request", { status: 400 });
}

/** The state has moved on: a replayed or out-of-order post. */
export function conflict(): Response {
  return new Response("Conflict", { status: 409 });
}
