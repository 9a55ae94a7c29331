// Loaders and actions give their data as it is (dates, undefined), not as JSON.
import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
