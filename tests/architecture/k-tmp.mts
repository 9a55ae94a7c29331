import path from "node:path";
import { recordedKinds } from "./change-kinds"; import { programOf } from "./source-program";
for (const d of ["app/models","app"]) { const t=Date.now();
const p=programOf(d); const t1=Date.now(); const found = recordedKinds(p, path.resolve("app"));
console.log(d, t1-t, Date.now()-t1, new Set(found.map(f=>f.kind)).size, found.filter(f=>f.kind.includes("*")).length);}
